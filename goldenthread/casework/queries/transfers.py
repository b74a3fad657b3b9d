"""Changes of phase: whose plan must be reviewed and amended by the day that the law sets, and in what order to make it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from goldenthread.casework.models import Case, Event
from goldenthread.casework.process.stages import WITH_PLAN, Stage
from goldenthread.law import phase_transfer as law
from goldenthread.law.phase_transfer import Phase

DONE_AFTER = 10
"""Months before the day: a plan whose last review ended since then was reviewed for this move."""


@dataclass(frozen=True)
class Transfer:
    """One child who changes phase, where their case stands, and the last days that leave each step its whole time."""

    case: Case
    phase: Phase
    days: law.Plan
    is_expected: bool
    amended_on: date | None

    @property
    def is_done(self) -> bool:
        """Whether the plan was amended for the move."""
        return self.amended_on is not None

    def next_day(self, today: date) -> date:
        """What must happen next, by when: the meeting, the notice, or the amended plan."""
        stage = Stage(self.case.standing.stage)
        if stage is Stage.AMEND_PROPOSED:
            return self.days.due_on
        return self.days.notice if stage in (Stage.REVIEW_MET, Stage.REVIEW_REPORTED) else self.days.meeting


def born_between(year_group: int, year: int) -> tuple[date, date]:
    """The birthdays of those who are in a year group in the school year that ends in `year`.

    >>> born_between(6, 2027)
    (datetime.date(2015, 9, 1), datetime.date(2016, 8, 31))
    """
    first = year - year_group - 6
    return date(first, 9, 1), date(first + 1, 8, 31)


def transfers(cases: QuerySet[Case], year: int, on: date) -> list[Transfer]:
    """Those of some cases who change phase in September of a year, by their age: the tightest first, those done last."""
    found = []
    for year_group, phase in _phases(on):
        first, last = born_between(year_group, year)
        days = law.plan(law.due(phase.kind, year))
        for case in _with_plan(cases, first, last, year):
            found.append(Transfer(case, phase, days, case.is_expected, amended_since(case, days)))  # type: ignore[attr-defined]
    return sorted(found, key=lambda one: (one.is_done, one.next_day(on), one.case.pk))


def _phases(on: date) -> Iterable[tuple[int, Phase]]:
    for year_group in range(-1, 14):
        for phase in law.possible(year_group, on):
            if phase.kind in law.BEFORE:
                yield year_group, phase


def _with_plan(cases: QuerySet[Case], first: date, last: date, year: int) -> QuerySet[Case]:
    told = Event.objects.in_force().filter(kind="phase-transfer-expected", is_struck=False, case=OuterRef("pk"),
                                           facts__year=str(year))  # fmt: skip
    held = cases.filter(
        child__born_on__range=(first, last), standing__stage__in=[stage.value for stage in WITH_PLAN]
    )
    return held.annotate(is_expected=Exists(told)).select_related("child", "standing")


def amended_since(case: Case, days: law.Plan) -> date | None:
    """The day the plan was amended or kept for this move: when its last review ended in the ten months before the day."""
    reviewed = case.standing.reviewed_on
    settled = Stage(case.standing.stage) in (Stage.MAINTAINED, Stage.FINAL)
    within = (
        reviewed is not None and (days.due_on - reviewed).days <= DONE_AFTER * 31 and reviewed <= days.due_on
    )
    return reviewed if settled and within else None


def counted(found: Iterable[Transfer]) -> list[tuple[str, int, int]]:
    """Each phase with how many change and how many are done."""
    held = list(found)
    whole, done = (
        Counter(one.phase.words for one in held),
        Counter(one.phase.words for one in held if one.is_done),
    )
    return [(words, number, done[words]) for words, number in whole.items()]
