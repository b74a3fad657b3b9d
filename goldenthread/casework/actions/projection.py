"""Writing down where a case stands, in the transaction of the event that moved it."""

from __future__ import annotations

from typing import Any

from goldenthread.casework.models import Case, OpenDuty, Standing
from goldenthread.casework.process.course import Course
from goldenthread.casework.process.duties import Duty


def values_of(course: Course) -> dict[str, Any]:
    """A course as the fields of its Standing."""
    decided, final = course.outcome(Duty.DECIDE_TO_ASSESS), course.outcome(Duty.FINALISE)
    deciding, finalising = course.open.get((Duty.DECIDE_TO_ASSESS, 0)), course.open.get((Duty.FINALISE, 0))
    following = course.next_due
    return {
        "stage": course.stage, "since": course.since, "requested_on": course.requested_on,
        "decided_on": decided.done_on if decided else None,
        "decision_due_on": getattr(decided or deciding, "due_on", None),
        "final_on": course.final_on, "final_due_on": getattr(final or finalising, "due_on", None),
        "is_excepted": course.was_excepted, "plan_made_on": course.plan_made_on,
        "reviewed_on": course.reviewed_on, "ended_on": course.ended_on,
        "next_duty": following.duty if following else "", "next_due_on": following.due_on if following else None,
        "is_appealed": course.is_appealed, "is_in_mediation": course.is_in_mediation,
    }  # fmt: skip


def open_duties(case: int, course: Course) -> list[OpenDuty]:
    """The duties that run, as rows."""
    return [
        OpenDuty(case_id=case, duty=one.duty, started_on=one.started_on, due_on=one.due_on, number=one.number)
        for one in course.open.values()
    ]


def write_standing(case: Case, course: Course) -> Standing:
    """Make the case's standing what its course says."""
    standing, _ = Standing.objects.update_or_create(case=case, defaults=values_of(course))
    OpenDuty.objects.filter(case=case).delete()
    OpenDuty.objects.bulk_create(open_duties(case.pk, course))
    return standing
