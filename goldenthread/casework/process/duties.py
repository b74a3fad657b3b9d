"""The duties that a case's clocks watch, each with the rule of law that gives its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from goldenthread.law.length import Length, Unit

KEPT = 200_000
"""Answers remembered: about ten years of days for every duty, so that a whole rebuild asks the law once for each."""


class Duty(StrEnum):
    """Something that must be done by a day."""

    DECIDE_TO_ASSESS = "decide-to-assess"
    DECIDE_TO_ISSUE = "decide-to-issue"
    FINALISE = "finalise"
    ADVISE = "advise"
    REVIEW = "review"
    REVIEW_AFTER_REASSESSMENT = "review-after-reassessment"
    REVIEW_REPORT = "review-report"
    REVIEW_DECISION = "review-decision"
    AMEND = "amend"
    AMEND_AFTER_MEETING = "amend-after-meeting"
    PHASE_TRANSFER = "phase-transfer"
    REASSESS_DECISION = "reassess-decision"
    REASSESS_FINAL = "reassess-final"
    HAND_OVER = "hand-over"
    MOVE_INFORM = "move-inform"
    ARRANGE_MEDIATION = "arrange-mediation"
    ANSWER_APPEAL = "answer-appeal"
    CARRY_OUT_ORDER = "carry-out-order"

    @property
    def words(self) -> str:
        """What must be done, in the words of a worker's list."""
        return _TITLES[self]

    @property
    def rank(self) -> int:
        """Order of legal consequence: what a tribunal ordered first, then decisions that families wait for."""
        return _RANKS.index(self)


_TITLES = {
    Duty.DECIDE_TO_ASSESS: "Decide whether to assess",
    Duty.DECIDE_TO_ISSUE: "Decide whether to issue a plan",
    Duty.FINALISE: "Send the final plan",
    Duty.ADVISE: "Advice to come in",
    Duty.REVIEW: "Complete the annual review",
    Duty.REVIEW_AFTER_REASSESSMENT: "Complete the first review after re-assessment",
    Duty.REVIEW_REPORT: "Send the report of the review meeting",
    Duty.REVIEW_DECISION: "Decide after the review meeting",
    Duty.AMEND: "Send the amended plan",
    Duty.AMEND_AFTER_MEETING: "Amended plan within 12 weeks of the meeting",
    Duty.PHASE_TRANSFER: "Review and amend for the change of phase",
    Duty.REASSESS_DECISION: "Decide whether to re-assess",
    Duty.REASSESS_FINAL: "Send the plan after re-assessment",
    Duty.HAND_OVER: "Hand the plan to the new authority",
    Duty.MOVE_INFORM: "Tell the family what happens after the move",
    Duty.ARRANGE_MEDIATION: "Arrange mediation",
    Duty.ANSWER_APPEAL: "Answer the tribunal",
    Duty.CARRY_OUT_ORDER: "Carry out the tribunal’s order",
}
_RANKS = [
    Duty.CARRY_OUT_ORDER, Duty.ANSWER_APPEAL, Duty.FINALISE, Duty.REASSESS_FINAL, Duty.AMEND,
    Duty.AMEND_AFTER_MEETING, Duty.PHASE_TRANSFER, Duty.DECIDE_TO_ASSESS, Duty.DECIDE_TO_ISSUE,
    Duty.REVIEW_DECISION, Duty.REASSESS_DECISION, Duty.ARRANGE_MEDIATION, Duty.HAND_OVER, Duty.MOVE_INFORM,
    Duty.REVIEW, Duty.REVIEW_AFTER_REASSESSMENT, Duty.REVIEW_REPORT, Duty.ADVISE,
]  # fmt: skip


@dataclass(frozen=True)
class Why:
    """Why a duty is due on its day: who acts, one sentence, and the provision."""

    who: str
    sentence: str
    citation: str
    address: str


_W, _D, _M, _WD = Unit.WEEKS, Unit.DAYS, Unit.MONTHS, Unit.WORKING_DAYS
LENGTHS = {
    Duty.DECIDE_TO_ASSESS: Length(6, _W),
    Duty.DECIDE_TO_ISSUE: Length(16, _W),
    Duty.FINALISE: Length(20, _W),
    Duty.ADVISE: Length(6, _W),
    Duty.REVIEW: Length(12, _M, True),
    Duty.REVIEW_AFTER_REASSESSMENT: Length(12, _M),
    Duty.REVIEW_REPORT: Length(2, _W),
    Duty.REVIEW_DECISION: Length(4, _W),
    Duty.AMEND: Length(8, _W),
    Duty.AMEND_AFTER_MEETING: Length(12, _W),
    Duty.REASSESS_DECISION: Length(15, _D),
    Duty.REASSESS_FINAL: Length(14, _W),
    Duty.MOVE_INFORM: Length(6, _W),
    Duty.ARRANGE_MEDIATION: Length(30, _D),
    Duty.ANSWER_APPEAL: Length(30, _WD),
}


@lru_cache(maxsize=KEPT)
def due_day(duty: Duty, started_on: date) -> date:
    """The last day on which a duty is done in time, when its clock starts on a day."""
    return LENGTHS[duty].after(started_on)


def explain(duty: Duty, started_on: date, due_on: date) -> Why:
    return Why("The council", f"{LENGTHS.get(duty, '')} after {started_on}", "", "")


def last_day_of_representations(served_on: date) -> date:
    return Length(15, _D, True).after(served_on)


def earliest_cease(decided_on: date) -> date:
    return Length(2, _M).after(decided_on) + timedelta(days=1)


def phase_day(year: int, to: str) -> date:
    return date(year, 2, 14) if to == "school" else date(year, 3, 30)


def review_after_move(made_on: date, moved_on: date) -> date:
    return max(Length(12, _M, True).after(made_on), Length(3, _M, True).after(moved_on))


def transfer_by(aware_on: date, moves_on: date) -> date:
    return max(moves_on, Length(15, _WD, True).after(aware_on))


def order_day(order: str, on: date, *, is_conceded: bool) -> date | None:
    weeks = {"assess": 2, "make": 5, "reconsider": 2, "amend": 5, "name": 2}.get(order)
    return Length(weeks, _W).after(on) if weeks else None
