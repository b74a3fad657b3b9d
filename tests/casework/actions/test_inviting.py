"""Invitations: a code that is good once, for one person and one case, with the child's date of birth."""

from datetime import date, timedelta

import pytest

from goldenthread.accounts.models import User
from goldenthread.accounts.standing import standing_on
from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions import inviting
from goldenthread.casework.models import Case, Invitation
from goldenthread.kit.errors import Refused
from tests.casework import world
from tests.readers import person, stranger

pytestmark = pytest.mark.django_db
ON = date(2026, 9, 7)
LATER = date(2026, 9, 21)


@pytest.fixture
def case():
    return world.make_case()


@pytest.fixture
def robin(case):
    return world.parent_of(case.child, may_follow=False)


@pytest.fixture
def code(case, robin):
    return inviting.invite(case=case, person=robin, on=ON, by=None)[1]


def join(code, *, born_on=world.BORN, email="robin@example.org", on=LATER):
    return inviting.join(code=code, born_on=born_on, email=email, password="four words of mine", on=on)


def follows(user, case, on=LATER):
    return Case.objects.known_to(standing_on(user, on)).filter(pk=case.pk).exists()


def test_invite_keeps_only_the_hash_of_its_code(case, robin, code):
    held = Invitation.objects.get()
    assert code not in (held.code_hash, str(vars(held)))
    assert len(code) == 16
    assert "0" not in code
    assert "O" not in code


def test_join_makes_an_account_that_follows_this_case_and_no_other(case, robin, code):
    other = world.make_case(world.make_child("Bo"))
    user = join(code)
    assert follows(user, case)
    assert not follows(user, other)
    robin.refresh_from_db()
    assert robin.user == user
    assert [held.role for held in user.holdings.all()] == ["family"]


@pytest.mark.parametrize(
    "typed", [str.lower, inviting.spaced, lambda code: f" {inviting.spaced(code).replace(' ', '-')} "]
)
def test_join_takes_a_code_however_it_was_typed(case, code, typed):
    assert follows(join(typed(code)), case)


def test_join_takes_a_code_once(case, code):
    join(code)
    with pytest.raises(Refused, match="do not go together"):
        join(code, email="second@example.org")
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("born_on", "on"), [(date(2017, 5, 5), LATER), (world.BORN, ON + timedelta(days=57))]
)
def test_join_refuses_a_wrong_birthday_and_a_code_that_is_too_old(code, born_on, on):
    with pytest.raises(Refused, match="do not go together"):
        join(code, born_on=born_on, on=on)
    assert not User.objects.exists()


def test_a_code_is_good_on_its_last_day(case, code):
    assert follows(join(code, on=ON + timedelta(days=56)), case, ON + timedelta(days=56))


def test_five_wrong_birthdays_end_a_code(code):
    for day in range(1, 6):
        with pytest.raises(Refused):
            join(code, born_on=date(2001, 1, day))
    with pytest.raises(Refused):
        join(code)


def test_a_new_invitation_ends_the_one_before(case, robin, code):
    _, newer = inviting.invite(case=case, person=robin, on=ON, by=None)
    with pytest.raises(Refused):
        join(code)
    assert follows(join(newer), case)


def test_join_refuses_an_address_that_signs_in_already(code):
    User.objects.create_user("robin@example.org", "Somebody Else")
    with pytest.raises(Refused, match="cannot be used for a new account"):
        join(code)
    assert Invitation.objects.get().used_on is None


def test_join_as_adds_a_second_child_to_an_account(case, code):
    user = join(code)
    sister = world.make_case(world.make_child("Bo"))
    robin = case.child.relationships.get().adult
    from goldenthread.people.actions.children import relate

    relate(child=sister.child, adult=robin, tie="parent", starts_on=sister.child.born_on, by=None)
    _, second = inviting.invite(case=sister, person=robin, on=ON, by=None)
    inviting.join_as(code=second, born_on=world.BORN, user=user, on=LATER)
    assert follows(user, case)
    assert follows(user, sister)


def test_join_as_gives_a_colleague_the_role_of_a_family(case, code):
    worker = person("EHC caseworker")
    inviting.join_as(code=code, born_on=world.BORN, user=worker, on=LATER)
    assert {held.role for held in worker.holdings.held_on(LATER)} == {"caseworker", "family"}
    assert follows(worker, case)


def test_join_as_refuses_a_code_of_somebody_who_has_an_account(case, robin, code):
    robin.user = person("family")
    robin.save()
    with pytest.raises(Refused, match="Somebody uses this entry already"):
        inviting.join_as(code=code, born_on=world.BORN, user=stranger(), on=LATER)


def test_a_young_person_joins_with_a_code_of_their_own():
    child = world.make_child(born_on=date(2009, 1, 5))
    case = world.make_case(child)
    _, code = inviting.invite(case=case, person=child, on=ON, by=None)
    user = join(code, born_on=date(2009, 1, 5))
    child.refresh_from_db()
    assert child.user == user
    assert follows(user, case)


def test_invite_refuses_an_adult_without_a_part_in_the_childs_life(case):
    other = world.parent_of(world.make_child("Bo"), name="No Part")
    with pytest.raises(Refused, match="has no part in the life of Ash"):
        inviting.invite(case=case, person=other, on=ON, by=None)


def test_inviting_and_joining_leave_events_of_the_audit_without_the_code(case, code):
    join(code)
    told = AuditEvent.objects.filter(action__startswith="casework.invitation")
    assert [one.action for one in told.order_by("sequence")] == [
        "casework.invitation.made",
        "casework.invitation.used",
    ]
    assert all(code not in str(one.detail) for one in told)
