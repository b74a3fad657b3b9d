"""What was known on a day: actions, due dates, openness, readiness, deadlines, changes, the board."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from goldenthread.kit.dates import PartialDate
from goldenthread.partners.models import Body, Meeting
from goldenthread.programme import rating_key
from goldenthread.programme.models import Action, Area, Plan
from goldenthread.programme.queries import board
from goldenthread.programme.queries.actions import (
    actions_as_known,
    closed_on,
    days_late,
    due_dates,
    due_within,
    overdue_actions,
    slips,
    tallies_by_area,
)
from goldenthread.programme.queries.areas import area_as_known, plans_as_known
from goldenthread.programme.queries.changes import changes_between
from goldenthread.programme.queries.deadlines import deadlines_of
from goldenthread.programme.queries.openness import openness_of_areas
from goldenthread.programme.queries.readiness import readiness
from tests.programme.factories import decide, make_evidence, make_risk, revise_action
from tests.programme.world import make_action, make_area, make_plan

KEY = rating_key.DEFAULT


def test_actions_as_known_answers_as_it_was_then(action: Action):
    revise_action(action, on=date(2023, 3, 1), text="Hire three")
    told = [[v.text for v in actions_as_known(day)] for day in (
        date(2022, 1, 18), date(2022, 1, 19), date(2023, 2, 28), date(2023, 3, 1))]  # fmt: skip
    assert told == [[], ["Promise 1.1"], ["Promise 1.1"], ["Hire three"]]


@pytest.mark.parametrize(("day", "late"), [
    (date(2023, 5, 1), 0), (date(2023, 5, 31), 0), (date(2023, 6, 1), 1), (date(2023, 6, 12), 12)])  # fmt: skip
def test_month_is_late_only_after_it_is_over(action: Action, day: date, late: int):
    version = revise_action(action, on=date(2023, 1, 1), due=PartialDate(2023, 5))
    assert days_late(version, KEY, day) == late
    assert overdue_actions(action.area.plan.programme, KEY, day).count() == bool(late)


def test_finished_and_closed_actions_are_not_overdue(action: Action):
    programme, day = action.area.plan.programme, date(2023, 6, 1)
    revise_action(action, on=date(2023, 1, 1), due=PartialDate(2023, 2))
    assert overdue_actions(programme, KEY, day).count() == 1
    decide(action.area, on=date(2023, 5, 1))
    assert overdue_actions(programme, KEY, day).count() == 0
    assert overdue_actions(programme, KEY, date(2023, 4, 30)).count() == 1
    assert actions_as_known(day).filter(closed_on(day)).count() == 1
    decide(action.area, effect="reopens", on=date(2023, 5, 20))
    assert overdue_actions(programme, KEY, day).count() == 1


def test_due_within_counts_from_today_to_the_last_day(action: Action):
    revise_action(action, on=date(2023, 1, 1), due=PartialDate(2023, 6, 30))
    programme = action.area.plan.programme
    assert [
        due_within(programme, KEY, day, 30).count() for day in (date(2023, 5, 30), date(2023, 5, 31))
    ] == [0, 1]


def test_due_dates_keep_each_with_its_reason(action: Action):
    revise_action(action, on=date(2023, 1, 1), due=PartialDate(2023, 5))
    revise_action(action, on=date(2023, 2, 1), delivery="in progress")
    revise_action(action, on=date(2023, 3, 1), due=PartialDate(2023, 9), reason="Staff left")
    held = due_dates(action, date(2023, 6, 1))
    assert [(str(one.due), one.reason) for one in held[1:]] == [
        ("May 2023", ""),
        ("September 2023", "Staff left"),
    ]
    assert len(due_dates(action, date(2023, 2, 28))) == 2


def test_slips_measure_from_the_first_promise(action: Action):
    revise_action(action, on=date(2023, 1, 1), due=PartialDate(2023, 5, 1))
    revise_action(action, on=date(2023, 2, 1), due=PartialDate(2023, 5, 11))
    revise_action(action, on=date(2023, 3, 1), due=PartialDate(2023, 5, 31))
    slip = slips(action.area.plan.programme, date(2023, 6, 1))[0]
    assert (slip.days, slip.moves) == (30, 2)


def test_tallies_count_on_each_axis(area: Area):
    for state in ({"delivery": "complete"}, {"delivery": "in progress", "due": PartialDate(2023, 2)}, {}):
        make_action(area, **state)
    tally = tallies_by_area(area.plan.programme, KEY, date(2023, 6, 1))[area.pk]
    assert (tally.total, tally.finished, tally.overdue, tally.undated) == (3, 1, 1, 2)
    assert tally.by_grade["delivery"] == {"complete": 1, "in progress": 1, "": 1}


def test_reopening_keeps_both_spells_and_a_past_day_its_own(area: Area):
    decide(area, on=date(2023, 3, 1))
    decide(area, effect="reopens", on=date(2023, 5, 1))
    days = [date(2023, 2, 28), date(2023, 3, 1), date(2023, 4, 30), date(2023, 5, 1)]
    assert [openness_of_areas([area], day)[area.pk].is_open for day in days] == [True, False, False, True]
    spells = openness_of_areas([area], days[-1])[area.pk].spells
    assert [str(spell.closed_on) for spell in spells] == ["1 March 2023", "None"]
    assert area_as_known(area, days[-1]).openness.was_reopened  # type: ignore[union-attr]


def test_readiness_names_what_is_lacking(area: Area, lead: Any, second: Any):
    day = date(2023, 6, 1)
    assert readiness(area, KEY, day).lacking[0] == "It has no actions."
    make_action(area, delivery="complete")
    make_action(area, delivery="in progress")
    assert readiness(area, KEY, day).lacking == (
        "1 of 2 actions are not finished.", "No evidence shows what difference it has made.")  # fmt: skip
    evidence = make_evidence(area, by=lead, shows_impact=True)
    assert "has not been confirmed" in readiness(area, KEY, day).lacking[1]
    type(evidence).objects.filter(pk=evidence.pk).update(confirmed_by=second, confirmed_on=day)
    revise_action(area.actions.last(), on=date(2023, 5, 1), delivery="complete")
    assert readiness(area, KEY, day).is_ready


def test_deadlines_run_from_receipt(plan: Plan):
    assert deadlines_of(plan)[0].deadline.due_on == date(2022, 2, 16)


def test_no_clock_without_a_receipt_date(db: None):
    one = deadlines_of(make_plan(slug="unreceived", received_on=None))[0]
    assert one.deadline is None
    assert "the day of publication is not the same" in one.trouble


def test_changes_name_field_old_new_who_and_why(action: Action, lead: Any):
    revise_action(action, on=date(2023, 3, 1), due=PartialDate(2023, 9), reason="Staff left")
    action.versions.filter(known_until=None).update(recorded_by=lead)
    programme = action.area.plan.programme
    (change,) = changes_between(programme, date(2023, 1, 1), date(2023, 6, 1))
    assert (change.field, change.before, change.after, change.by, change.reason) == (
        "due date", None, PartialDate(2023, 9), lead, "Staff left")  # fmt: skip
    assert changes_between(programme, date(2023, 3, 1), date(2023, 6, 1)) == []
    assert len(changes_between(programme, date(2023, 2, 28), date(2023, 3, 1))) == 1


def test_board_compares_with_its_last_meeting(plan: Plan):
    assert board.last_board_day(date(2023, 6, 1)) == date(2023, 3, 2)
    body = Body.objects.create(name="Partnership Board", kind="board")
    for month in (3, 5, 6):
        Meeting.objects.create(body=body, held_on=PartialDate(2023, month, 1))
    assert board.last_board_day(date(2023, 6, 1)) == date(2023, 5, 1)


def test_board_figures_say_how_they_moved(plan: Plan):
    areas = [make_area(plan), make_area(plan)]
    decide(areas[0], on=date(2023, 5, 1))
    make_risk(plan.programme, likelihood=5, severity=4, known_from=date(2023, 5, 1), rung="board")
    day, since = date(2023, 6, 1), date(2023, 4, 1)
    plans, before = plans_as_known(plan.programme, day), plans_as_known(plan.programme, since)
    figures = board.board_figures(plan.programme, KEY, plans, before, day, since)
    assert [(figure.value, figure.before, figure.trend) for figure in figures[:1] + figures[-1:]] == [
        (1, 2, "1 fewer"), (1, 0, "1 more")]  # fmt: skip
    assert [risk.score for risk in board.with_the_board(plan.programme, day)] == [20]
