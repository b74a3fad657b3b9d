"""What a worker has to do: their cases by what is due next, in order of legal consequence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case as When
from django.db.models import Count, IntegerField, Q, QuerySet, Value, Window
from django.db.models import When as Is

from goldenthread.casework.models import Allocation, Case, OpenDuty
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.process.stages import BEFORE_PLAN, ENDS, Stage

SOON = timedelta(days=28)

CONSEQUENCE = When(
    *(Is(duty=duty.value, then=Value(duty.rank)) for duty in Duty),
    default=Value(99),
    output_field=IntegerField(),
)
"""The order of legal consequence as the database sorts it."""


@dataclass(frozen=True)
class Work:
    """A worker's home: what is late, what is due soon, and what has no clock because a day is missing."""

    late: list[OpenDuty]
    late_count: int
    soon: list[OpenDuty]
    undated: list[OpenDuty]
    stages: list[tuple[Stage, int]]
    cases: int


def cases_of(worker: Any, on: date) -> QuerySet[Case]:
    """The cases that somebody works on a day, covered ones too."""
    cases: QuerySet[Case] = Case.objects.filter(pk__in=_held(worker, on))
    return cases


def _held(worker: Any, on: date) -> Any:
    """The numbers of the cases that somebody works on a day."""
    return Allocation.objects.held_on(on).filter(worker=worker).values("case")


def work_of(worker: Any, on: date, most: int = 25) -> Work:
    """What waits for a worker on a day: at most `most` of each, the gravest first and then the oldest."""
    mine = cases_of(worker, on)
    duties = (
        OpenDuty.objects.filter(case__in=_held(worker, on))
        .annotate(consequence=CONSEQUENCE)
        .select_related("case__child", "case__standing")
    )
    late: list[Any] = list(
        duties.filter(due_on__lt=on)
        .annotate(counted=Window(Count("pk")))
        .order_by("consequence", "due_on", "pk")[:most]
    )
    soon = duties.filter(due_on__gte=on, due_on__lte=on + SOON).order_by("due_on", "consequence", "pk")[:most]
    undated = duties.filter(due_on=None).order_by("started_on", "pk")[:most]
    counted = dict(
        mine.values_list("standing__stage").annotate(n=Count("pk")).values_list("standing__stage", "n")
    )
    stages = [(stage, counted[stage.value]) for stage in Stage if stage.value in counted]
    return Work(
        late, late[0].counted if late else 0, list(soon), list(undated), stages, sum(counted.values())
    )


QUEUES = {
    "requests": ("Deciding whether to assess", [Stage.REQUESTED, Stage.CONSIDERING]),
    "assessments": ("Assessing and drafting", [Stage.ASSESSING, Stage.DRAFTING, Stage.DRAFT_ISSUED]),
    "plans": ("Plans in force", [Stage.FINAL, Stage.MAINTAINED]),
    "reviews": (
        "Reviews under way",
        [Stage.REVIEW_PREP, Stage.REVIEW_MET, Stage.REVIEW_REPORTED, Stage.AMEND_PROPOSED],
    ),
    "again": ("Re-assessments", [Stage.REASSESS_REQUESTED, Stage.REASSESSING]),
    "ceasing": ("Ending", [Stage.CEASE_CONSULT, Stage.CEASE_PENDING]),
    "ended": ("Ended", sorted(ENDS)),
}
"""Queues by stage, as tabs of the list of cases."""


def queue(cases: QuerySet[Case], key: str, *, late_on: date | None = None, words: str = "") -> QuerySet[Case]:
    """The cases of a queue, those due first at the top; with `late_on` only those late on that day."""
    found = cases
    if key in QUEUES:
        found = found.filter(standing__stage__in=[stage.value for stage in QUEUES[key][1]])
    if late_on is not None:
        found = found.filter(standing__next_due_on__lt=late_on)
    if words:
        found = found.filter(
            Q(reference__iexact=words) | Q(child__family_name__istartswith=words)
            | Q(child__given_names__istartswith=words) | Q(child__upn__iexact=words)
        )  # fmt: skip
    return found.order_by("standing__next_due_on", "pk")


def shown(numbers: list[int]) -> list[Case]:
    """These cases with what a row of a list needs, in this order."""
    held = Case.objects.select_related("child", "standing").in_bulk(numbers)
    return [held[number] for number in numbers]


def is_before_plan(case: Case) -> bool:
    """Whether the 20 weeks still run."""
    return Stage(case.standing.stage) in BEFORE_PLAN
