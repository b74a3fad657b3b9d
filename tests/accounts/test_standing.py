"""What a person may do, by day, place and record."""

from datetime import date

import pytest

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.roles import ROLES
from goldenthread.accounts.scope import Reach
from goldenthread.accounts.standing import reach, standing_on
from tests.readers import person, stranger

pytestmark = pytest.mark.django_db
DAY = date(2024, 5, 1)


class Action:
    """Anything that belongs to a programme and is led by somebody."""

    def __init__(self, scope, leader=None):
        self.gate_scope, self.leader = scope, leader

    def is_led_by(self, user):
        return user == self.leader


def test_reach_of_the_whole_area_is_everywhere():
    assert reach(person("programme lead"), Permission.EDIT_PLAN, DAY) == Reach(everywhere=True)


def test_reach_of_one_programme_is_that_programme():
    lead = person("programme lead", programme="here")
    assert reach(lead, Permission.EDIT_PLAN, DAY) == Reach(programmes=frozenset({"here"}))


def test_reach_of_a_permission_not_held_is_nowhere():
    assert not reach(person("inspector"), Permission.EDIT_PLAN, DAY)


def test_reach_of_the_suspended_is_nowhere():
    lead = person("programme lead")
    lead.is_active = False
    assert not reach(lead, Permission.EDIT_PLAN, DAY)


def test_owner_may_update_the_actions_they_lead_and_no_others():
    owner = person("action owner", programme="here")
    standing = standing_on(owner, DAY)
    assert standing.may(Permission.UPDATE_ACTION, Action("here", owner))
    assert not standing.may(Permission.UPDATE_ACTION, Action("here", person("action owner")))
    assert not standing.may(Permission.UPDATE_ACTION, Action("there", owner))


def test_leading_an_action_without_the_role_is_not_enough():
    user = stranger()
    assert not standing_on(user, DAY).may(Permission.UPDATE_ACTION, Action("here", user))


def test_a_record_of_the_whole_area_is_changed_by_a_whole_area_role_only():
    assert standing_on(person("programme lead"), DAY).may(Permission.EDIT_PLAN, Action(None))
    assert not standing_on(person("programme lead", programme="here"), DAY).may(
        Permission.EDIT_PLAN, Action(None)
    )


@pytest.mark.parametrize("role", [role.title for role in ROLES.values() if role.sees_content])
def test_no_role_with_content_looks_after_accounts(role):
    standing = standing_on(person(role), DAY)
    assert not standing.may(Permission.MANAGE_USERS)
    assert not standing.may(Permission.VIEW_AUDIT)


def test_administrator_holds_nothing_about_plans():
    assert ROLES["administrator"].permissions == {Permission.VIEW_AUDIT, Permission.MANAGE_USERS}


ONE_STEP = {"family", "provider", "group-member"}
"""Who may come in with one step: a family, a provider whose every change waits for the council, and a member of a group."""


@pytest.mark.parametrize("role", [role for role in ROLES if role not in ONE_STEP])
def test_every_role_of_staff_needs_a_second_step(role):
    assert ROLES[role].is_staff


@pytest.mark.parametrize("role", sorted(ONE_STEP))
def test_a_family_or_provider_may_come_in_with_one_step(role):
    assert not ROLES[role].is_staff


def test_a_provider_sees_nothing_that_is_not_its_own():
    assert ROLES["provider"].permissions == {Permission.KEEP_OWN_ENTRY}
    assert not ROLES["provider"].sees_content
