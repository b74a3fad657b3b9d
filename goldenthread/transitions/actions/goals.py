"""Writing down what a young person wants of adult life, and looking at it again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.transitions.choices import HowFar
from goldenthread.transitions.models import Goal, GoalLook
from goldenthread.transitions.queries.goals import may_have_goals


@transaction.atomic
def set_goal(*, case: Case, outcome: str, words: str, voice: str, helpers: str, on: date, by: Any) -> Goal:
    """A goal in the young person's own words, to be looked at again within a year. Refuses it before year 9, without
    words, without anybody who helps, and the same words twice."""
    words, helpers = words.strip(), helpers.strip()
    if not may_have_goals(case.child, on):
        raise Refused("Goals for adult life begin in year 9. Until then, use the one-page profile.")
    if not words:
        raise Refused("Write what the young person wants, in their own words.", "words")
    if not helpers:
        raise Refused("Say who helps and what they do: a goal that nobody helps with is a wish.", "helpers")
    Case.objects.select_for_update().get(pk=case.pk)
    if Goal.objects.filter(case=case, outcome=outcome, words__iexact=words, ended_on=None).exists():
        raise Refused("This goal is on the page already, in the same words.", "words")
    goal = Goal.objects.create(
        case=case, outcome=outcome, words=words, voice=voice, helpers=helpers, set_on=on, look_on=a_year_after(on), recorded_by=by
    )  # fmt: skip
    log.record("transitions.goal.set", subject=log.subject_of(goal), by=by, detail={"outcome": outcome})
    return goal


@transaction.atomic
def look_at_goal(
    *, goal: Goal, how_far: str, words: str, helpers: str, edition: int, on: date, by: Any
) -> Goal:
    """How far the goal came. Reached or not wanted any more ends it; otherwise it is looked at again within a year."""
    goal = Goal.objects.select_for_update(of=("self",)).get(pk=goal.pk)
    if goal.edition != edition:
        last = goal.looks.last()
        raise Refused(
            f"Somebody looked at this goal while you wrote and said: {last}. Open it again to add to that."
        )
    if goal.ended_on:
        raise Refused("This goal has ended. Set a new one.")
    helpers = helpers.strip()
    if not helpers:
        raise Refused("Say who helps from now on. For a goal that was reached, say who helped.", "helpers")
    GoalLook.objects.create(
        goal=goal, looked_on=on, how_far=how_far, words=words.strip(), helpers=helpers, recorded_by=by
    )
    goal.edition, goal.look_on, goal.helpers = goal.edition + 1, a_year_after(on), helpers
    goal.ended_on = on if HowFar(how_far).ends else None
    goal.save(update_fields=["edition", "look_on", "helpers", "ended_on"])
    log.record("transitions.goal.looked_at", subject=log.subject_of(goal), by=by, detail={"how_far": how_far})
    return goal


def a_year_after(day: date) -> date:
    """The same day a year on; the last of February for a leap day.

    >>> a_year_after(date(2028, 2, 29)), a_year_after(date(2026, 11, 27))
    (datetime.date(2029, 2, 28), datetime.date(2027, 11, 27))
    """
    is_leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap else day.day)
