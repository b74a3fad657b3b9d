"""Administrators' pages."""

import pytest
from django.core import mail
from django.urls import reverse

from goldenthread.accounts.models import User
from goldenthread.audit.models import Event
from tests.readers import person, sign_in, stranger

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    user = person("administrator", name="Priya Stone")
    sign_in(client, user)
    return user


def page(client, name, *args, **data):
    return client.get(reverse(name, args=args), data).content.decode()


def test_list_shows_people_and_their_roles_today(client, admin):
    person("board member", name="Margaret Hale")
    shown = page(client, "accounts_people")
    assert "Margaret Hale" in shown
    assert "Board member" in shown


def test_list_finds_by_every_word(client, admin):
    person("board member", name="Margaret Hale")
    assert "Margaret Hale" in page(client, "accounts_people", find="hale marg")
    assert "Margaret Hale" not in page(client, "accounts_people", find="hale tom")
    assert page(client, "accounts_people", find="\x00%_'")


def test_list_costs_the_same_for_twenty_as_for_one(client, admin, django_assert_num_queries):
    address = reverse("accounts_people")
    client.get(address)
    with django_assert_num_queries(6):
        client.get(address)
    for _ in range(20):
        person("board member")
    with django_assert_num_queries(6):
        client.get(address)


def test_add_keeps_what_was_typed_when_it_is_wrong(client, admin):
    answer = client.post(reverse("accounts_add_person"), {"name": "New Person", "email": "not an address"})
    shown = answer.content.decode()
    assert "Enter an email address like" in shown
    assert "New Person" in shown
    assert not User.objects.filter(name="New Person").exists()


def test_add_says_that_the_address_is_taken(client, admin):
    known = stranger()
    answer = client.post(reverse("accounts_add_person"), {"name": "Twin", "email": known.email.upper()})
    assert "already signs in" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_add_writes_to_the_person(client):
    sign_in(client, person("administrator"))
    client.post(reverse("accounts_add_person"), {"name": "New Person", "email": "new@example.org"})
    assert "/account/password/new/" in mail.outbox[0].body


def role_form(**changes):
    form = {"role": "inspector", "scope": "", "starts_on_day": "1", "starts_on_month": "4", "starts_on_year": "2024",
            "ends_on_day": "", "ends_on_month": "", "ends_on_year": ""}  # fmt: skip
    return form | changes


def test_give_role_from_the_page(client, admin):
    user = stranger()
    answer = client.post(reverse("accounts_person", args=[user.public_id]), role_form(), follow=True)
    assert "holds the role Inspector (read only) from 1 April 2024" in answer.content.decode()
    assert user.holdings.get().role == "inspector"


def test_give_role_says_when_the_last_day_is_before_the_first(client, admin):
    user = stranger()
    wrong = role_form(ends_on_day="31", ends_on_month="3", ends_on_year="2024")
    shown = client.post(reverse("accounts_person", args=[user.public_id]), wrong).content.decode()
    assert "The last day is before the first" in shown
    assert not user.holdings.exists()


def test_end_role_asks_first_and_then_ends_it(client, admin):
    user = person("board member")
    address = reverse("accounts_end_role", args=[user.public_id, user.holdings.get().pk])
    assert "End the role Board member" in client.get(address).content.decode()
    client.post(address, {"on_day": "1", "on_month": "7", "on_year": "2024"})
    assert str(user.holdings.get().ends_on) == "2024-06-30"


@pytest.mark.parametrize("name", ["accounts_suspend", "accounts_reinstate"])
def test_looking_changes_nothing(client, admin, name):
    user = stranger()
    assert client.get(reverse(name, args=[user.public_id])).status_code == 200
    user.refresh_from_db()
    assert user.is_active


def test_suspend_and_reinstate_from_the_page(client, admin):
    user = stranger()
    client.post(reverse("accounts_suspend", args=[user.public_id]))
    user.refresh_from_db()
    assert not user.is_active
    client.post(reverse("accounts_reinstate", args=[user.public_id]))
    user.refresh_from_db()
    assert user.is_active


def test_suspending_oneself_is_refused_on_the_page(client, admin):
    answer = client.post(reverse("accounts_suspend", args=[admin.public_id]), follow=True)
    assert "You cannot suspend yourself" in answer.content.decode()


def test_audit_names_who_acted_and_is_itself_recorded(client, admin):
    client.post(reverse("accounts_suspend", args=[stranger().public_id]))
    shown = page(client, "accounts_audit")
    assert "accounts.user.suspended" in shown
    assert "Priya Stone (Administrator)" in shown
    assert Event.objects.latest("sequence").action == "audit.read"


def test_audit_goes_back_page_by_page(client, admin):
    for _ in range(60):
        page(client, "accounts_audit")
    assert "before=" in page(client, "accounts_audit")
    oldest = page(client, "accounts_audit", before="3")
    assert "before=" not in oldest.split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "\x00"])
def test_audit_takes_no_notice_of_a_strange_page(client, admin, before):
    assert client.get(reverse("accounts_audit"), {"before": before}).status_code == 200


ADDRESSES = ["accounts_people", "accounts_add_person", "accounts_audit"]


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize("role", ["programme lead", "inspector", "board member"])
def test_other_roles_are_refused(client, name, role):
    assert sign_in(client, person(role)).get(reverse(name)).status_code == 403


@pytest.mark.parametrize("name", ADDRESSES)
def test_stranger_is_refused(client, name):
    assert sign_in(client, stranger(), second_step=False).get(reverse(name)).status_code == 403


def test_others_are_told_that_the_person_does_not_exist(client):
    user = stranger()
    for other in (person("programme lead"), stranger()):
        sign_in(client, other)
        assert client.get(reverse("accounts_person", args=[user.public_id])).status_code == 404
