"""Roles are given from a day until a day, and ended."""

from datetime import date

import pytest

from goldenthread.accounts.actions import holdings
from goldenthread.accounts.errors import AccountsError
from goldenthread.accounts.models import RoleHolding
from goldenthread.audit.models import Event
from tests.readers import person, stranger

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2024, 4, 1), date(2024, 6, 30)


@pytest.fixture
def admin():
    return person("administrator")


def test_give_leaves_a_holding_and_an_event(admin):
    user = stranger()
    holding = holdings.give(
        user=user, role="inspector", scope="programme:here", starts_on=FIRST, ends_on=LAST, by=admin
    )
    assert list(RoleHolding.objects.held_on(LAST).filter(user=user)) == [holding]
    event = Event.objects.latest("sequence")
    assert event.action == "accounts.role.given"
    assert event.detail == {
        "role": "inspector",
        "scope": "programme:here",
        "starts_on": "2024-04-01",
        "ends_on": "2024-06-30",
    }


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"role": "king"}, "no role"),
        ({"role": "administrator", "scope": "programme:here"}, "whole area"),
        ({"role": "inspector", "ends_on": date(2024, 3, 31)}, "before the first"),
    ],
)
def test_give_refuses_what_makes_no_sense(admin, values, words):
    with pytest.raises(AccountsError, match=words):
        holdings.give(**{"user": stranger(), "starts_on": FIRST, "by": admin} | values)


def test_give_refuses_the_same_role_twice_at_a_time(admin):
    user = stranger()
    holdings.give(user=user, role="inspector", starts_on=FIRST, ends_on=LAST, by=admin)
    with pytest.raises(AccountsError, match="already holds"):
        holdings.give(user=user, role="inspector", starts_on=LAST, by=admin)
    assert holdings.give(user=user, role="inspector", starts_on=date(2024, 7, 1), by=admin)


def test_give_accepts_an_earlier_spell_before_one_that_is_to_come(admin):
    user = stranger()
    holdings.give(user=user, role="inspector", starts_on=date(2025, 1, 1), by=admin)
    assert holdings.give(user=user, role="inspector", starts_on=FIRST, ends_on=LAST, by=admin)


def test_end_keeps_the_days_it_was_held(admin):
    user = person("board member", starts_on=FIRST)
    holdings.end(holding=user.holdings.get(), on=date(2024, 7, 1), by=admin)
    assert user.holdings.get().ends_on == LAST
    assert Event.objects.latest("sequence").action == "accounts.role.ended"


def test_end_takes_away_a_role_that_never_began(admin):
    user = person("board member", starts_on=FIRST)
    holdings.end(holding=user.holdings.get(), on=FIRST, by=admin)
    assert not user.holdings.exists()
    assert Event.objects.latest("sequence").detail["on"] == "2024-04-01"


def test_end_refuses_what_ended_already(admin):
    user = person("board member", starts_on=FIRST, ends_on=LAST)
    with pytest.raises(AccountsError, match="ended already"):
        holdings.end(holding=user.holdings.get(), on=date(2024, 8, 1), by=admin)


def test_end_refuses_ones_own_administration(admin):
    with pytest.raises(AccountsError, match="your own"):
        holdings.end(holding=admin.holdings.get(), on=LAST, by=admin)
