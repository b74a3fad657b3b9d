"""Which plans will be late in the next 20 weeks, if the area goes on as it did in the last year.

For each case before its plan, the days that plans finished in the last year took from the same stage to the end: their median
is added to the day on which the case came to its stage. Where that lands after the due day, the plan is likely to be late.
The past is counted, not guessed, and the page says from how many plans.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import QuerySet

from goldenthread.casework.models import Case, OpenDuty
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.process.stages import Stage

WEEKS = 20
A_YEAR = timedelta(days=365)
FROM = {
    Stage.REQUESTED: "request-received", Stage.CONSIDERING: "request-received", Stage.ASSESSING: "assessment-agreed",
    Stage.DRAFTING: "plan-agreed", Stage.DRAFT_ISSUED: "draft-issued",
}  # fmt: skip
"""The event from which the rest of the way is counted, for each stage."""
MEDIANS = """
SELECT s.kind, percentile_cont(0.5) WITHIN GROUP (ORDER BY f.occurred_on - s.occurred_on), count(*)
FROM casework_event f JOIN casework_event s ON s.case_id = f.case_id
WHERE f.kind = 'final-issued' AND f.occurred_on BETWEEN %s AND %s AND NOT f.is_struck AND NOT s.is_struck
AND s.kind = ANY(%s) AND s.occurred_on <= f.occurred_on GROUP BY s.kind
"""


@dataclass(frozen=True)
class Week:
    """Plans that fall due in one week: how many, how many are likely late, and how many are past hope already."""

    first: date
    due: int
    likely_late: int


@dataclass(frozen=True)
class Forecast:
    """The next 20 weeks, what is late already, and from how many finished plans it was worked out."""

    weeks: list[Week]
    late_now: int
    from_plans: int

    @property
    def likely_late(self) -> int:
        """Of those that fall due in the 20 weeks."""
        return sum(week.likely_late for week in self.weeks)

    @property
    def due(self) -> int:
        """Plans that fall due in the 20 weeks."""
        return sum(week.due for week in self.weeks)


def forecast(cases: QuerySet[Case], on: date) -> Forecast:
    """The forecast for some cases, from a day on. Two queries."""
    usual, counted = _usual(on)
    duties = OpenDuty.objects.filter(case__in=cases, duty=Duty.FINALISE, due_on__isnull=False)
    rows = duties.values_list(
        "due_on", "case__standing__stage", "case__standing__since", "case__standing__requested_on"
    )
    weeks = {number: [0, 0] for number in range(WEEKS)}
    late_now = 0
    for due_on, stage, since, requested_on in rows:
        assert due_on is not None  # the query asks for dated ones only
        if due_on < on:
            late_now += 1
            continue
        number = (due_on - on).days // 7
        if number < WEEKS:
            weeks[number][0] += 1
            weeks[number][1] += _expected(stage, since, requested_on, usual, on) > due_on
    listed = [Week(on + timedelta(weeks=number), due, late) for number, (due, late) in weeks.items()]
    return Forecast(listed, late_now, counted)


def _usual(on: date) -> tuple[dict[str, float], int]:
    """The median of days from each event to the final plan in the last year, and the number of plans behind it."""
    with connection.cursor() as cursor:
        cursor.execute(MEDIANS, [on - A_YEAR, on, sorted(set(FROM.values()))])
        rows = cursor.fetchall()
    return {kind: float(days) for kind, days, _ in rows}, max((count for *_, count in rows), default=0)


def _expected(stage: str, since: date, requested_on: date | None, usual: dict[str, float], on: date) -> date:
    """When a plan is to be expected: never before tomorrow."""
    kind = FROM.get(Stage(stage), "request-received")
    start = requested_on if kind == "request-received" and requested_on else since
    return max(start + timedelta(days=round(usual.get(kind, 0))), on + timedelta(days=1))
