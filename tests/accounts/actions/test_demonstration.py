"""The demonstration's people: one for each role, made once."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import authenticate

from goldenthread.accounts.actions import demonstration
from goldenthread.accounts.models import RoleHolding, User
from goldenthread.accounts.roles import ROLES

pytestmark = pytest.mark.django_db


def test_make_people_makes_one_for_each_role_marked_as_invented():
    people = demonstration.make_people()
    assert {person.role for person in people} == {role.title for role in ROLES.values()}
    assert all("(demonstration)" in person.name for person in people)
    assert all(person.email.endswith("@example.org") for person in people)
    assert len({person.password for person in people}) == len(people)
    assert set(RoleHolding.objects.values_list("role", flat=True)) == set(ROLES)


def test_make_people_twice_changes_nothing_and_hashes_nothing(django_assert_num_queries):
    first = demonstration.make_people()
    hashes = list(User.objects.values_list("email", "password"))
    with django_assert_num_queries(5):
        assert demonstration.make_people() == first
    assert list(User.objects.values_list("email", "password")) == hashes


def test_passwords_are_argon2():
    demonstration.make_people()
    assert all(word.startswith("argon2") for word in User.objects.values_list("password", flat=True))


def test_secrets_of_second_steps_do_not_lie_open_in_the_database():
    demonstration.make_people()
    stored = Authenticator.objects.filter(type="totp").first().data["secret"]
    assert demonstration._totp_secret("programme-lead") not in stored
    assert stored.startswith("gAAAA")


def test_another_secret_key_gets_new_second_steps(settings):
    demonstration.make_people()
    settings.SECRET_KEY = "another key of at least fifty characters, for this test only"
    demonstration.make_people()
    lead = User.objects.get(email="programme.lead@example.org")
    assert Authenticator.objects.filter(user=lead, type="totp").count() == 1


@pytest.mark.parametrize("is_demonstration", [True, False])
def test_they_sign_in_in_a_demonstration_only(settings, is_demonstration):
    settings.DEMONSTRATION = is_demonstration
    person = demonstration.make_people()[0]
    signed_in = authenticate(None, email=person.email, password=person.password)
    assert (signed_in is not None) == is_demonstration
