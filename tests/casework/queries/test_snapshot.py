"""Where cases stood: today and a past day answer alike; how long they have stood; what held late plans up."""

from datetime import date, timedelta

import pytest

from goldenthread.casework.actions.recording import correct_event
from goldenthread.casework.models import Case
from goldenthread.casework.process.stages import Stage
from goldenthread.casework.queries.ageing import ageing, lateness
from goldenthread.casework.queries.snapshot import Stood, standings_on
from goldenthread.casework.queries.team import caseloads
from tests.casework import world
from tests.readers import person

pytestmark = pytest.mark.django_db
TODAY = world.TODAY


def stood(day):
    return {
        one.case: (one.stage, one.since, one.next_due_on)
        for one in standings_on(Case.objects.all(), day, today=TODAY)
    }


def test_today_is_the_same_from_the_projection_and_from_the_events():
    world.bring_to(world.make_case(), "draft-issued")
    world.bring_to(world.make_case(world.make_child("Bo")), "final-issued")
    now = standings_on(Case.objects.all(), TODAY, today=TODAY)
    replayed = standings_on(Case.objects.all(), TODAY, today=TODAY + timedelta(days=1))
    assert sorted(now, key=lambda one: one.case) == sorted(replayed, key=lambda one: one.case)


def test_a_past_day_is_as_it_was_known_then():
    case = world.bring_to(world.make_case(), "final-issued")
    assert stood(date(2026, 4, 20))[case.pk] == (Stage.ASSESSING, date(2026, 4, 7), date(2026, 6, 22))
    assert stood(date(2026, 3, 1)) == {}


def test_a_correction_is_not_known_before_it_was_made():
    case = world.make_case()
    agreed = world.tell(case, "assessment-agreed", date(2026, 4, 7))
    correct_event(
        event=agreed, why="It was the 9th", on=date(2026, 5, 1), occurred_on=date(2026, 4, 9), by=None
    )
    assert stood(date(2026, 4, 30))[case.pk][1] == date(2026, 4, 7)
    assert stood(date(2026, 5, 1))[case.pk][1] == date(2026, 4, 9)


def test_caseloads_count_those_that_somebody_had_on_that_day():
    worker = person("EHC caseworker", name="Nadia Worker")
    world.make_case(worker=worker)
    world.make_case(world.make_child("Bo"))
    loads = caseloads(standings_on(Case.objects.all(), TODAY, today=TODAY), TODAY)
    assert [(load.worker, load.cases, load.late) for load in loads] == [(None, 1, 1), (worker, 1, 1)]


def test_ageing_puts_each_case_in_its_band():
    day = date(2026, 6, 1)
    held = [Stood(number, Stage.ASSESSING, day - timedelta(days=days), None, None)
            for number, days in enumerate((0, 14, 15, 42, 43, 84, 85, 200))]  # fmt: skip
    (row,) = ageing([*held, Stood(9, Stage.MAINTAINED, date(2020, 1, 1), None, None)], day)
    assert (row.bands, row.longest, row.cases) == ((2, 2, 2, 2), 200, 8)


def test_lateness_counts_the_latest_reason_of_each_late_plan():
    late = [world.make_case(world.make_child(name)) for name in ("Ash", "Bo", "Cy")]
    for case in late:
        for kind, on, facts in world.TO_FINAL[:-1]:
            world.tell(case, kind, on, **facts)
        world.tell(case, "final-issued", date(2026, 8, 3), placement="Oak School")
    for case, cause, on in ((late[0], "psychology", 10), (late[0], "health", 12), (late[1], "health", 11)):
        world.tell(case, "lateness-explained", date(2026, 8, on), cause=cause, reasons="R")
    found = lateness(TODAY, since=date(2026, 1, 1))
    assert found.late == 3
    assert {(one.key, one.plans) for one in found.causes} == {("health", 2), ("not-said", 1)}
    assert {one.key: one.plans for one in lateness(date(2026, 8, 10), since=date(2026, 1, 1)).causes} == {
        "psychology": 1, "not-said": 2,
    }  # fmt: skip


def test_lateness_leaves_out_plans_with_a_lawful_exception():
    case = world.make_case()
    for kind, on, facts in world.TO_FINAL[:-1]:
        world.tell(case, kind, on, **facts)
    world.tell(case, "exception-recorded", date(2026, 6, 10), code="X-D", reasons="Abroad", evidence="Tickets",
               starts_on="2026-04-20", ends_on="2026-05-20")  # fmt: skip
    world.tell(case, "final-issued", date(2026, 8, 3), placement="Oak School")
    assert lateness(TODAY, since=date(2026, 1, 1)).late == 0
