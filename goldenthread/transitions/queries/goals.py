"""Goals for adult life: of one young person in the four outcomes, and of everybody from year 9 in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from goldenthread.casework.access import Section, sections_of
from goldenthread.casework.models import Case
from goldenthread.casework.queries.reviews import outcomes_to_review
from goldenthread.people.models import Child
from goldenthread.transitions.choices import Adulthood
from goldenthread.transitions.cohorts import ADULTHOOD_FROM, born_by, year_now
from goldenthread.transitions.models import Goal, OutOfYear

STATES = (
    ("none", "No goal yet"),
    ("late", "Look at again: late"),
    ("some", "Not in all four outcomes"),
    ("all", "In all four outcomes"),
)


def offset_of(child: Child, on: date) -> int:
    """Years above the year of their age in which a child is taught on a day."""
    held: Any = OutOfYear.objects
    found = held.held_on(on).filter(child=child).first()
    return int(found.offset) if found else 0


def may_have_goals(child: Child, on: date) -> bool:
    """Whether a child is in or past year 9, by the year of their age or the one in which they are taught."""
    by_age = year_now(child.born_on, on)
    return max(by_age, by_age + offset_of(child, on)) >= ADULTHOOD_FROM


@dataclass(frozen=True)
class Part:
    """One of the four outcomes on a page: the goals that run, those that ended, and the plan's own words."""

    outcome: Adulthood
    goals: list[Goal]
    ended: list[Goal]
    in_plan: list[str]


def parts_of(case: Case, standing: Any) -> list[Part]:
    """The four outcomes of a case. What the plan says stands only before those who may read the plan."""
    goals = list(Goal.objects.filter(case=case).prefetch_related("looks"))
    reads = bool({Section.LETTERS, Section.ADVICE} & sections_of(case, standing))
    planned = outcomes_to_review(case) if reads else []
    return [
        Part(
            one,
            [goal for goal in goals if goal.outcome == one and goal.ended_on is None],
            [goal for goal in goals if goal.outcome == one and goal.ended_on is not None],
            [line.text for line in planned if one.value in line.adulthood],
        )
        for one in Adulthood
    ]


@dataclass(frozen=True)
class Row:
    """One young person of the list."""

    case: Case
    year: int
    outcomes: int
    look_on: date | None
    is_late: bool

    @property
    def state(self) -> str:
        """One of STATES."""
        if not self.outcomes:
            return "none"
        if self.is_late:
            return "late"
        return "all" if self.outcomes == len(Adulthood) else "some"


def rows_of(cases: QuerySet[Case], on: date, state: str = "") -> list[Row]:
    """Everybody from year 9 with an open case, those with least first. Three queries, however many."""
    held: Any = OutOfYear.objects
    offsets: dict[int, int] = dict(held.held_on(on).values_list("child", "offset"))
    young = cases.filter(standing__ended_on=None, child__born_on__lte=born_by(ADULTHOOD_FROM - 2, on))
    goals: dict[int, list[tuple[str, date]]] = {}
    running = Goal.objects.filter(case__in=young.values("pk"), ended_on=None)
    for case, outcome, look_on in running.values_list("case", "outcome", "look_on"):
        goals.setdefault(case, []).append((outcome, look_on))
    rows = []
    for case in young.select_related("child"):
        by_age = year_now(case.child.born_on, on)
        taught = by_age + offsets.get(case.child_id, 0)
        if max(by_age, taught) >= ADULTHOOD_FROM:
            rows.append(_row(case, taught, goals.get(case.pk, []), on))
    order = {key: place for place, (key, _) in enumerate(STATES)}
    rows = [row for row in rows if not state or row.state == state]
    return sorted(
        rows, key=lambda row: (order[row.state], row.look_on or on, -row.year, row.case.child.family_name)
    )


def _row(case: Case, year: int, goals: list[tuple[str, date]], on: date) -> Row:
    look_on = min((day for _, day in goals), default=None)
    return Row(
        case, year, len({outcome for outcome, _ in goals}), look_on, look_on is not None and look_on < on
    )
