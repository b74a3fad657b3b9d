"""A move: planned, changed, acknowledged, ticked off, counted."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.kit.errors import Refused
from goldenthread.partners.models import Organisation
from goldenthread.transitions.actions.moves import acknowledge, plan_move, tick
from goldenthread.transitions.choices import Whose
from goldenthread.transitions.queries.figures import acknowledged_in_time, planned_moves
from goldenthread.transitions.queries.lists import Row
from goldenthread.transitions.queries.story import clocks_of, thread_of
from tests.casework import world
from tests.readers import person

pytestmark = pytest.mark.django_db
DAY = world.TODAY


def school(name: str = "Hill School") -> Organisation:
    return Organisation.objects.get_or_create(name=name, defaults={"kind": "education"})[0]


def planned(case=None, **changes):
    details = {"year": 2027, "cohort": "year-7", "level": "enhanced", "reason": "New places frighten Ash.", "profile": "",
               "receiving": school(), "edition": 0, "on": DAY, "by": None}  # fmt: skip
    return plan_move(case=case or world.make_case(), **(details | changes))


def at(organisation: Organisation):
    someone = person("setting")
    world.join(someone, organisation)
    return someone


def test_plan_move_lays_out_the_tasks_and_leaves_an_event():
    move = planned()
    assert move.tasks.count() == 11
    assert AuditEvent.objects.filter(action="transitions.move.planned").count() == 1


def test_another_level_keeps_what_is_done():
    move = planned()
    done = move.tasks.get(what__startswith="Train the people")
    tick(task=done, whose=frozenset(Whose.values), on=DAY, by=None)
    move = planned(move.case, level="universal", edition=1)
    assert move.tasks.count() == 4
    assert move.tasks.exclude(done_on=None).get() == done


def test_plan_move_refuses_no_reason_and_a_plan_that_changed_meanwhile():
    move = planned()
    with pytest.raises(Refused, match="Say why"):
        planned(move.case, edition=1, reason=" ")
    planned(move.case, edition=1, reason="We met Ash.")
    with pytest.raises(Refused, match=r"It now says: Enhanced, because: We met Ash\."):
        planned(move.case, edition=1, reason="Mine")


def test_only_the_next_setting_acknowledges_and_another_has_to_do_so_anew():
    move = planned()
    with pytest.raises(Refused, match="Only somebody who works at Hill School"):
        acknowledge(move=move, on=DAY, by=at(school("Other School")))
    move = acknowledge(move=move, on=DAY, by=at(school()))
    assert move.acknowledged_on == DAY
    assert AuditEvent.objects.filter(action="transitions.move.acknowledged").count() == 1
    moved = planned(move.case, edition=1, receiving=school("Other School"))
    assert (moved.acknowledged_on, moved.acknowledged_by) == (None, None)
    with pytest.raises(Refused, match="No next setting"):
        acknowledge(move=planned(move.case, edition=2, receiving=None), on=DAY, by=at(school()))


def test_a_child_without_a_place_is_flagged_until_a_second_plan_is_written():
    case = world.make_case()
    for fallback, missing, edition in (("  ", "no-second-plan", 0), ("A tutor at home", "no-setting", 1)):
        move = planned(case, receiving=None, fallback=fallback, edition=edition)
        assert Row(case, move, 0).missing == missing
    assert Row(case, planned(case, fallback="", edition=2), 0).missing == "waiting"


def test_tick_is_for_those_whose_task_it_is():
    task = planned().tasks.filter(whose=Whose.RECEIVING).first()
    with pytest.raises(Refused, match="for the next setting to tick off"):
        tick(task=task, whose=frozenset({Whose.CURRENT.value}), on=DAY, by=None)
    assert tick(task=task, whose=frozenset({Whose.RECEIVING.value}), on=DAY, by=None).done_on == DAY


def test_the_clock_of_the_law_runs_only_for_a_child_with_a_plan():
    assert [clock.due for clock in clocks_of(planned(), None, DAY)] == [date(2027, 6, 30)]
    with_plan = planned(world.bring_to(world.make_case(world.make_child("Bo")), "final-issued"))
    with_plan.case.refresh_from_db()
    assert [clock.due for clock in clocks_of(with_plan, None, DAY)] == [date(2027, 2, 14), date(2027, 6, 30)]


def test_a_setting_that_has_not_said_that_it_knows_is_late_from_the_first_of_july():
    move = planned()
    states = [thread_of(move, day)[1].state for day in (date(2027, 6, 30), date(2027, 7, 1))]
    assert states == ["due", "late"]


def test_figures_count_what_was_acknowledged_by_the_end_of_june():
    in_time, late = planned(), planned(world.make_case(world.make_child("Bo")))
    planned(world.make_case(world.make_child("Cy")), receiving=None)
    acknowledge(move=in_time, on=date(2027, 6, 30), by=at(school()))
    acknowledge(move=late, on=date(2027, 7, 1), by=at(school()))
    found = acknowledged_in_time(2027, date(2027, 12, 1))
    assert (found.numerator, found.denominator) == (1, 3)
    assert planned_moves(2027).numerator == 2
