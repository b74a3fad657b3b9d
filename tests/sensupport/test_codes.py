"""Codes of schools beside plans of the council: each is told only of children whom it may know."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from goldenthread.accounts.standing import standing_on
from goldenthread.casework.models import Case
from goldenthread.people.actions.children import attend
from goldenthread.sensupport.models import Pupil
from goldenthread.website.codes import codes_without_plan, plans_that_schools_do_not_code
from tests.casework import world as cases
from tests.readers import person, sign_in
from tests.sensupport import world

pytestmark = pytest.mark.django_db
BEFORE = world.DAY - timedelta(days=300)


def planned(pupil: Pupil, **details: Any) -> Case:
    """A plan of ours for a pupil."""
    return cases.bring_to(cases.make_case(pupil.child, **details), "final-issued")


def manager(team: str = "North") -> Any:
    """A manager of a team."""
    found = person("casework-manager")
    cases.join(found, cases.team(team))
    return found


@pytest.fixture
def school():
    """One pupil with K and a plan, one with E and none, one with both, one of whose plan another council says it keeps it."""
    place = world.school()
    planned(world.pupil(place, name="Kay Plan", on=BEFORE))
    world.pupil(place, name="Eve None", code="E", primary_need="ASD", on=BEFORE)
    planned(world.pupil(place, name="Right Both", code="E", primary_need="ASD", on=BEFORE))
    world.pupil(place, name="Away Council", code="E", primary_need="ASD", is_plan_elsewhere=True)
    return place


def test_council_reads_names_of_its_cases_and_numbers_of_the_others(school):
    reader = standing_on(manager(), world.DAY)
    [found] = plans_that_schools_do_not_code(reader)
    assert (str(found.case.child), found.setting, found.says) == ("Kay Plan", "Hill School", "K")
    with time_machine.travel(f"{world.DAY}T10:00:00Z", tick=False):
        page = sign_in(Client(), manager()).get("/casework/team/codes/").content.decode()
        elsewhere = sign_in(Client(), manager("South")).get("/casework/team/codes/").content.decode()
    assert "Kay Plan" in page
    assert "1 to 4 pupils" in page
    assert "Kay Plan" not in elsewhere
    for name in ("Eve None", "Away Council", "Right Both"):
        assert name not in page + elsewhere


def test_school_reads_both_of_its_own_pupils_and_nothing_of_restricted_cases(school):
    other = world.school("Elsewhere")
    world.pupil(other, name="Other Eve", code="E", primary_need="ASD")
    hidden = planned(world.pupil(school, name="Hidden Plan", on=BEFORE))
    Case.objects.filter(pk=hidden.pk).update(is_restricted=True)
    covered = planned(world.pupil(school, name="Covered Plan", code="E", primary_need="ASD", on=BEFORE))
    Case.objects.filter(pk=covered.pk).update(is_restricted=True)
    missing = cases.make_child("No", "Record")
    attend(child=missing, setting=school, starts_on=BEFORE, by=None)
    cases.bring_to(cases.make_case(missing), "final-issued")
    with time_machine.travel(f"{world.DAY}T10:00:00Z", tick=False):
        page = sign_in(Client(), world.senco(school)).get("/sen/codes/").content.decode()
    for name in ("Kay Plan", "Eve None", "No Record", "Not on the register"):
        assert name in page
    for name in ("Hidden Plan", "Covered Plan", "Other Eve", "Right Both", "Away Council"):
        assert name not in page


def test_leavers_and_schools_without_a_register_are_not_compared(school):
    eve = Pupil.objects.get(child__given_names="Eve")
    attend(child=eve.child, setting=world.school("Next"), starts_on=world.DAY, by=None)
    elsewhere = cases.make_child("No", "Register")
    attend(child=elsewhere, setting=world.school("Without Register"), starts_on=BEFORE, by=None)
    cases.bring_to(cases.make_case(elsewhere), "final-issued")
    reader = standing_on(manager(), world.DAY)
    assert not codes_without_plan(reader).exists()
    assert [str(one.case.child) for one in plans_that_schools_do_not_code(reader)] == ["Kay Plan"]


def test_comparing_costs_as_much_for_many_as_for_one(school, django_assert_max_num_queries):
    for number in range(8):
        planned(world.pupil(school, name=f"Kay N{number}", on=BEFORE))
    reader = standing_on(manager(), world.DAY)
    with django_assert_max_num_queries(3):
        assert len(plans_that_schools_do_not_code(reader)) == 9
