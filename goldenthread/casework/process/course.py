"""The course of a case: its events read in order, and what follows from them by law.

`follow` is the only reader of events. The projection, a case's page, the family's page, a past day and an import all ask
it, so that they cannot differ. It trusts nothing that was typed: a stage, a due day or a lateness is never stored by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from goldenthread.casework.process.duties import (
    Duty,
    agreement_day,
    earliest_cease,
    order_days,
    phase_day,
    review_after_move,
    transfer_by,
)
from goldenthread.casework.process.kinds import KINDS
from goldenthread.casework.process.stages import Stage
from goldenthread.casework.process.standing import Course, Done, Happening, Open
from goldenthread.law.mediation import Issues

__all__ = ["MOVING", "READS_FACTS", "Course", "Done", "Happening", "Open", "follow", "stage_after", "step"]


def follow(events: Iterable[Happening]) -> Course:
    """The course after these events, which come in order of their days."""
    course = Course()
    for event in events:
        step(course, event)
    return course


def step(course: Course, event: Happening) -> None:
    """One event more."""
    kind, on = KINDS[event.kind], event.occurred_on
    if kind.moves:
        to = kind.moves.get(course.stage)
        if to is not None:
            course.stage, course.since = to, on
    for duty in kind.ends:
        course.end(duty, on)
    for duty in kind.starts:
        course.start(duty, on, event.number)
    special = _SPECIAL.get(event.kind)
    if special is not None:
        special(course, event)


def stage_after(kinds: Iterable[str]) -> tuple[Stage | None, bool]:
    """Where a case stands after events of these kinds and whether it has ended: what `follow` says, asked of no day or fact."""
    stage: Stage | None = None
    is_ended = False
    for kind in kinds:
        stage = KINDS[kind].moves.get(stage) or stage
        is_ended = is_ended or _SPECIAL.get(kind) is _ended
        is_ended = is_ended and _SPECIAL.get(kind) is not _reopened
    return stage, is_ended


def _requested(course: Course, event: Happening) -> None:
    course.requested_on = event.occurred_on


def _advice_requested(course: Course, event: Happening) -> None:
    """The six weeks run from the day the body has the request; until that is known there is no due day."""
    reached = event.facts.get("reached_on")
    key = (Duty.ADVISE, event.number)
    if reached:
        course.start(Duty.ADVISE, date.fromisoformat(reached), event.number)
    else:
        course.open[key] = Open(Duty.ADVISE, event.occurred_on, None, event.number)


def _advice_reached(course: Course, event: Happening) -> None:
    if (Duty.ADVISE, event.answers) in course.open:
        course.start(Duty.ADVISE, event.occurred_on, event.answers or 0)


def _advice_answered(course: Course, event: Happening) -> None:
    course.end(Duty.ADVISE, event.occurred_on, event.answers or 0)


def _draft(course: Course, event: Happening) -> None:
    """Each draft, a second one too, begins the 15 days again."""
    course.draft_on = event.occurred_on
    course.may_finish_early = False


def _early(course: Course, event: Happening) -> None:
    course.may_finish_early = True


def _final(course: Course, event: Happening) -> None:
    course.final_on = event.occurred_on
    course.plan_made_on = course.plan_made_on or event.occurred_on
    course.exception = ""


def _met(course: Course, event: Happening) -> None:
    """Twelve weeks from the meeting to the final amended plan: R (L, M and P) v Devon [2022] EWHC 493 (Admin)."""
    course.open.pop((Duty.AMEND_AFTER_MEETING, 0), None)
    course.start(Duty.AMEND_AFTER_MEETING, event.occurred_on, event.number)


def _maintained(course: Course, event: Happening) -> None:
    course.reviewed_on = event.occurred_on
    course.open.pop((Duty.AMEND_AFTER_MEETING, 0), None)


def _kept(course: Course, event: Happening) -> None:
    """After a review, not to end the plan is the decision to keep it."""
    if (Duty.AMEND_AFTER_MEETING, 0) in course.open:
        course.end(Duty.REVIEW, event.occurred_on)
        course.start(Duty.REVIEW, event.occurred_on, event.number)
        _maintained(course, event)


def _cease_decided(course: Course, event: Happening) -> None:
    course.earliest_cease_on = earliest_cease(event.occurred_on)
    course.open.pop((Duty.AMEND_AFTER_MEETING, 0), None)


def _proposed(course: Course, event: Happening) -> None:
    """After a meeting, the notice is the decision that completes the review: the next twelve months begin."""
    _draft(course, event)
    if any(one.duty is Duty.REVIEW_DECISION and one.done_on == event.occurred_on for one in course.done[-2:]):
        course.end(Duty.REVIEW, event.occurred_on)
        course.start(Duty.REVIEW, event.occurred_on, event.number)
        course.reviewed_on = event.occurred_on


def _phase(course: Course, event: Happening) -> None:
    year, to = int(event.facts["year"]), event.facts["to"]
    due = phase_day(year, to)
    course.start(Duty.PHASE_TRANSFER, event.occurred_on, event.number, due_on=due)


def _moved_in(course: Course, event: Happening) -> None:
    made = date.fromisoformat(event.facts["made_on"])
    course.plan_made_on = made
    course.start(
        Duty.REVIEW, event.occurred_on, event.number, due_on=review_after_move(made, event.occurred_on)
    )


def _move_known(course: Course, event: Happening) -> None:
    due = transfer_by(event.occurred_on, date.fromisoformat(event.facts["moves_on"]))
    course.start(Duty.HAND_OVER, event.occurred_on, event.number, due_on=due)


def _ended(course: Course, event: Happening) -> None:
    """Nothing more is due of a case that has ended, but what a tribunal orders."""
    on = event.occurred_on
    course.ended_on = on
    if event.kind == "moved-out":
        course.end(Duty.HAND_OVER, on)
    course.open = {key: one for key, one in course.open.items() if one.duty in AFTER_END}


def _excepted(course: Course, event: Happening) -> None:
    course.exception = event.facts.get("code", "")


def _excepted_on_record(course: Course, event: Happening) -> None:
    """The record says that one applied, and not which."""
    course.exception = course.exception or "on record"


def _appealed(course: Course, event: Happening) -> None:
    course.is_appealed = True


def _appeal_over(course: Course, event: Happening) -> None:
    course.is_appealed = False


def _ordered(course: Course, event: Happening) -> None:
    course.is_appealed = False
    days = order_days(event.facts["order"], event.occurred_on, is_conceded=event.kind == "appeal-conceded")
    if days is not None:
        course.start(Duty.CARRY_OUT_ORDER, event.occurred_on, event.number, due_on=days[0])
        course.order_ends_on = days[1]


def _order_done(course: Course, event: Happening) -> None:
    for key, one in list(course.open.items()):
        if one.duty is Duty.CARRY_OUT_ORDER:
            course.end(Duty.CARRY_OUT_ORDER, event.occurred_on, key[1])


def _mediation_wanted(course: Course, event: Happening) -> None:
    """About health alone, the care board arranges it, in 30 days from having our notice; until then there is no day."""
    course.is_in_mediation = True
    on, about = event.occurred_on, event.facts["about"]
    if about != Issues.EDUCATION:
        course.start(Duty.TELL_CARE_BOARD, on, event.number)
    if about == Issues.HEALTH:
        duty = Duty.ARRANGE_HEALTH_MEDIATION
        course.open[(duty, 0)] = Open(duty, on, None, event.number)
    else:
        course.start(Duty.ARRANGE_MEDIATION, on, event.number)


def _care_board_told(course: Course, event: Happening) -> None:
    if (Duty.ARRANGE_HEALTH_MEDIATION, 0) in course.open:
        course.start(Duty.ARRANGE_HEALTH_MEDIATION, event.occurred_on, event.number)


def _mediation_over(course: Course, event: Happening) -> None:
    course.is_in_mediation = False
    agreed = event.facts.get("agreed", "nothing")
    if agreed != "nothing":
        due = agreement_day(agreed, event.occurred_on)
        course.start(Duty.CARRY_OUT_AGREEMENT, event.occurred_on, event.number, due_on=due)


def _agreement_done(course: Course, event: Happening) -> None:
    for key in [key for key in course.open if key[0] is Duty.CARRY_OUT_AGREEMENT]:
        course.end(Duty.CARRY_OUT_AGREEMENT, event.occurred_on, key[1])


def _reopened(course: Course, event: Happening) -> None:
    """The final plan is due when the order says, not when the first request would have had it."""
    course.ended_on = None
    if course.order_ends_on is not None:
        course.start(Duty.FINALISE, event.occurred_on, event.number, due_on=course.order_ends_on)


READS_FACTS = frozenset({
    "advice-requested", "phase-transfer-expected", "moved-in", "move-out-known", "exception-recorded", "mediation-wanted",
    "mediation-held", "appeal-conceded", "tribunal-order",
})  # fmt: skip
"""The events whose facts decide what follows; what the others say is for people, and a rebuild leaves it where it is."""

AFTER_END = frozenset({
    Duty.TELL_CARE_BOARD, Duty.ARRANGE_MEDIATION, Duty.ARRANGE_HEALTH_MEDIATION, Duty.CERTIFY, Duty.CARRY_OUT_AGREEMENT,
    Duty.ANSWER_APPEAL, Duty.CARRY_OUT_ORDER,
})  # fmt: skip

_SPECIAL = {
    "request-received": _requested,
    "request-withdrawn": _ended, "assessment-refused": _ended, "plan-refused": _ended, "ceased": _ended,
    "moved-out": _ended, "end-on-record": _ended,
    "advice-requested": _advice_requested, "advice-reached": _advice_reached,
    "advice-received": _advice_answered, "advice-not-needed": _advice_answered,
    "draft-issued": _draft, "early-finish-agreed": _early, "plan-kept": _kept, "cease-decided": _cease_decided,
    "final-issued": _final, "plan-on-record": _final, "reassessment-plan-issued": _final,
    "review-met": _met, "review-maintained": _maintained, "amendment-proposed": _proposed,
    "phase-transfer-expected": _phase, "moved-in": _moved_in, "move-out-known": _move_known,
    "review-on-record": _maintained, "exception-on-record": _excepted_on_record,
    "exception-recorded": _excepted, "appeal-lodged": _appealed, "appeal-ended": _appeal_over,
    "appeal-conceded": _ordered, "tribunal-order": _ordered, "order-carried-out": _order_done,
    "mediation-wanted": _mediation_wanted, "care-board-told": _care_board_told, "mediation-held": _mediation_over,
    "mediation-not-arranged": _mediation_over, "agreement-carried-out": _agreement_done,
    "reopened-by-order": _reopened,
}  # fmt: skip

MOVING = frozenset(
    name for name, kind in KINDS.items() if kind.moves or _SPECIAL.get(name) in (_ended, _reopened)
)
"""The kinds of event that decide where a case stands."""
