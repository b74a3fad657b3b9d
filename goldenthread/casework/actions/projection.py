"""Writing down where a case stands, in the transaction of the event that moved it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from goldenthread.casework.models import Case, OpenDuty, Standing
from goldenthread.casework.process.course import Course
from goldenthread.casework.process.duties import Duty

STANDING_COLUMNS = (
    "case_id", "stage", "since", "requested_on", "decided_on", "decision_due_on", "final_on", "final_due_on", "is_excepted",
    "plan_made_on", "reviewed_on", "ended_on", "next_duty", "next_due_on", "is_appealed", "is_in_mediation",
)  # fmt: skip
DUTY_COLUMNS = ("case_id", "duty", "started_on", "due_on", "number")


def standing_row(case: int, course: Course) -> tuple[Any, ...]:
    """A course as the row of its Standing, in the order of STANDING_COLUMNS."""
    decided, final = course.outcome(Duty.DECIDE_TO_ASSESS), course.outcome(Duty.FINALISE)
    deciding, finalising = course.open.get((Duty.DECIDE_TO_ASSESS, 0)), course.open.get((Duty.FINALISE, 0))
    following, decision, plan = course.next_due, decided or deciding, final or finalising
    return (
        case, str(course.stage), course.since, course.requested_on, decided.done_on if decided else None,
        decision.due_on if decision else None, course.final_on, plan.due_on if plan else None, course.was_excepted,
        course.plan_made_on, course.reviewed_on, course.ended_on, str(following.duty) if following else "",
        following.due_on if following else None, course.is_appealed, course.is_in_mediation,
    )  # fmt: skip


def duty_rows(case: int, course: Course) -> Iterator[tuple[Any, ...]]:
    """The duties that run, as rows in the order of DUTY_COLUMNS."""
    for one in course.open.values():
        yield case, str(one.duty), one.started_on, one.due_on, one.number


def write_standing(case: Case, course: Course) -> Standing:
    """Make the case's standing what its course says."""
    values = dict(zip(STANDING_COLUMNS, standing_row(case.pk, course), strict=True))
    standing, _ = Standing.objects.update_or_create(case_id=values.pop("case_id"), defaults=values)
    OpenDuty.objects.filter(case=case).delete()
    OpenDuty.objects.bulk_create(
        OpenDuty(**dict(zip(DUTY_COLUMNS, row, strict=True))) for row in duty_rows(case.pk, course)
    )
    return standing
