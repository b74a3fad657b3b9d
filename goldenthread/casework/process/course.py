"""The course of a case: its events read in order, and what follows from them by law.

`follow` is the only reader of events. The projection, a case's page, the family's page, a past day and an import all ask
it, so that they cannot differ. It trusts nothing that was typed: a stage, a due day or a lateness is never stored by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from goldenthread.casework.process.duties import (
    Duty,
    due_day,
    earliest_cease,
    order_day,
    phase_day,
    review_after_move,
    transfer_by,
)
from goldenthread.casework.process.kinds import KINDS
from goldenthread.casework.process.stages import Stage


class Happening(NamedTuple):
    """An event, as `follow` reads it. `answers` is the number of the event that it answers."""

    number: int
    kind: str
    occurred_on: date
    facts: dict[str, Any]
    answers: int | None = None


class Open(NamedTuple):
    """A duty that runs: it must be done by `due_on`; None when its clock has no starting day yet."""

    duty: Duty
    started_on: date
    due_on: date | None
    number: int  # of the event that started it


class Done(NamedTuple):
    """A duty that was done, or fell away, and whether in time."""

    duty: Duty
    started_on: date
    due_on: date | None
    done_on: date
    number: int
    exception: str = ""  # the lawful exception that was recorded for it: the due day stays

    @property
    def days_late(self) -> int:
        """Days after the due day; 0 when in time."""
        return max((self.done_on - self.due_on).days, 0) if self.due_on else 0

    @property
    def result(self) -> str:
        """Met, missed, or missed with a lawful exception."""
        if not self.days_late:
            return "met"
        return "missed with a lawful exception" if self.exception else "missed"


EXCEPTED = frozenset({Duty.DECIDE_TO_ASSESS, Duty.DECIDE_TO_ISSUE, Duty.FINALISE, Duty.REASSESS_FINAL})
"""The duties to which regulations 5(4), 10(4), 13(3) and 27(3) allow the same four exceptions."""


@dataclass(slots=True)
class Course:
    """How a case stands after its events."""

    stage: Stage | None = None
    since: date | None = None
    requested_on: date | None = None
    draft_on: date | None = None
    final_on: date | None = None
    plan_made_on: date | None = None
    reviewed_on: date | None = None
    ended_on: date | None = None
    earliest_cease_on: date | None = None
    exception: str = ""
    may_finish_early: bool = False
    is_appealed: bool = False
    is_in_mediation: bool = False
    open: dict[tuple[Duty, int], Open] = field(default_factory=dict)
    done: list[Done] = field(default_factory=list)

    def start(self, duty: Duty, on: date, number: int, due_on: date | None = None) -> None:
        """A clock begins to run; a second start of the same duty takes the place of the first."""
        key = (duty, number if duty in MANY else 0)
        self.open[key] = Open(duty, on, due_on or due_day(duty, on), number)

    def end(self, duty: Duty, on: date, number: int = 0) -> None:
        """A clock stops; one that does not run is no trouble."""
        running = self.open.pop((duty, number), None)
        if running is not None:
            exception = self.exception if duty in EXCEPTED else ""
            self.done.append(Done(duty, running.started_on, running.due_on, on, running.number, exception))

    @property
    def next_due(self) -> Open | None:
        """The open duty that is due first."""
        dated = [one for one in self.open.values() if one.due_on]
        return min(dated, key=lambda one: one.due_on or date.max) if dated else None

    @property
    def was_excepted(self) -> bool:
        """Whether a lawful exception was recorded before the plan was final or refused, or has been by now."""
        ended = self.outcome(Duty.FINALISE)
        return bool(ended.exception if ended else self.exception)

    def outcome(self, duty: Duty) -> Done | None:
        """How a duty was last done."""
        return next((one for one in reversed(self.done) if one.duty is duty), None)


MANY = frozenset({Duty.ADVISE, Duty.CARRY_OUT_ORDER})
"""Duties of which several may run at once, each started by its own event."""


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


def _appealed(course: Course, event: Happening) -> None:
    course.is_appealed = True


def _appeal_over(course: Course, event: Happening) -> None:
    course.is_appealed = False


def _ordered(course: Course, event: Happening) -> None:
    course.is_appealed = False
    due = order_day(event.facts["order"], event.occurred_on, is_conceded=event.kind == "appeal-conceded")
    if due is not None:
        course.start(Duty.CARRY_OUT_ORDER, event.occurred_on, event.number, due_on=due)


def _order_done(course: Course, event: Happening) -> None:
    for key, one in list(course.open.items()):
        if one.duty is Duty.CARRY_OUT_ORDER:
            course.end(Duty.CARRY_OUT_ORDER, event.occurred_on, key[1])


def _mediation(course: Course, event: Happening) -> None:
    course.is_in_mediation = event.kind == "mediation-wanted"


def _reopened(course: Course, event: Happening) -> None:
    course.ended_on = None


AFTER_END = frozenset({Duty.ARRANGE_MEDIATION, Duty.ANSWER_APPEAL, Duty.CARRY_OUT_ORDER})

_SPECIAL = {
    "request-received": _requested,
    "request-withdrawn": _ended, "assessment-refused": _ended, "plan-refused": _ended, "ceased": _ended,
    "moved-out": _ended,
    "advice-requested": _advice_requested, "advice-reached": _advice_reached,
    "advice-received": _advice_answered, "advice-not-needed": _advice_answered,
    "draft-issued": _draft, "early-finish-agreed": _early, "plan-kept": _kept, "cease-decided": _cease_decided,
    "final-issued": _final, "reassessment-plan-issued": _final,
    "review-met": _met, "review-maintained": _maintained, "amendment-proposed": _proposed,
    "phase-transfer-expected": _phase, "moved-in": _moved_in, "move-out-known": _move_known,
    "exception-recorded": _excepted, "appeal-lodged": _appealed, "appeal-ended": _appeal_over,
    "appeal-conceded": _ordered, "tribunal-order": _ordered, "order-carried-out": _order_done,
    "mediation-wanted": _mediation, "mediation-held": _mediation, "mediation-not-arranged": _mediation,
    "reopened-by-order": _reopened,
}  # fmt: skip
