"""The list of a cohort for those who plan: each child, the plan of the move if there is one, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from goldenthread.casework.models import Case
from goldenthread.casework.queries.transfers import amended_since
from goldenthread.law import phase_transfer
from goldenthread.transitions.cohorts import BY_KEY, Cohort
from goldenthread.transitions.models import Move
from goldenthread.transitions.queries.cohorts import Mover

MISSING = (
    ("unplanned", "No plan for the move yet"),
    ("no-second-plan", "No next setting named, and no second plan"),
    ("no-setting", "No next setting named, with a second plan"),
    ("waiting", "Next setting has not acknowledged"),
    ("done", "Acknowledged"),
)


@dataclass(frozen=True)
class Row:
    """One child of the list."""

    case: Case
    move: Move | None
    offset: int

    @property
    def missing(self) -> str:
        """One of MISSING."""
        if self.move is None:
            return "unplanned"
        if self.move.receiving_id is None:
            return "no-setting" if self.move.fallback else "no-second-plan"
        return "done" if self.move.acknowledged_on else "waiting"


def rows_of(
    cases: QuerySet[Case], movers: list[Mover], year: int, *, level: str = "", missing: str = ""
) -> list[Row]:
    """The rows of a cohort, those with least done first. Two queries, however many children."""
    offsets = {one.child: one.offset for one in movers}
    held = list(cases.filter(child__in=list(offsets)).select_related("child"))
    tasks = {"asked": Count("tasks"), "ready": Count("tasks", filter=Q(tasks__done_on__isnull=False))}
    planned = Move.objects.filter(case__in=[case.pk for case in held], year=year).annotate(**tasks)
    moves = {move.case_id: move for move in planned.select_related("receiving")}
    rows = [Row(case, moves.get(case.pk), offsets[case.child_id]) for case in held]
    rows = [row for row in rows if not level or (row.move is not None and row.move.level == level)]
    rows = [row for row in rows if not missing or row.missing == missing]
    order = {key: place for place, (key, _) in enumerate(MISSING)}
    return sorted(
        rows, key=lambda row: (order[row.missing], row.case.child.family_name, row.case.child.given_names)
    )


def law_day(cohort: Cohort, year: int) -> phase_transfer.Plan | None:
    """The days by which a plan must be reviewed and amended for this move; None where the law sets no fixed day."""
    return phase_transfer.plan(phase_transfer.due(cohort.kind, year)) if cohort.kind else None


def amended_for(move: Move) -> date | None:
    """When the plan was reviewed and amended for this move, as casework counts it."""
    days = law_day(BY_KEY[move.cohort], move.year)
    return amended_since(move.case, days) if days else None


def handover_day(year: int) -> date:
    """The day by which the next setting should have acknowledged. Practice: before the summer holidays."""
    return date(year, 6, 30)
