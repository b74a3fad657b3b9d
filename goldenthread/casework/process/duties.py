"""The duties that a case's clocks watch, each with the rule of law that gives its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from goldenthread.law import (
    appeal,
    assessment,
    mediation,
    move,
    orders,
    personal_budget,
    phase_transfer,
    review,
)
from goldenthread.law.citation import Citation
from goldenthread.law.errors import LawError
from goldenthread.law.readings import reminder_on
from goldenthread.law.rule import Rule
from goldenthread.law.sources import regulation

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
    TELL_CARE_BOARD = "tell-care-board"
    ARRANGE_MEDIATION = "arrange-mediation"
    ARRANGE_HEALTH_MEDIATION = "arrange-health-mediation"
    CERTIFY = "certify"
    CARRY_OUT_AGREEMENT = "carry-out-agreement"
    REVIEW_PAYMENTS = "review-payments"
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
    Duty.TELL_CARE_BOARD: "Tell the care board about the mediation",
    Duty.ARRANGE_MEDIATION: "Arrange mediation",
    Duty.ARRANGE_HEALTH_MEDIATION: "Care board to arrange mediation",
    Duty.CERTIFY: "Mediation certificate to come",
    Duty.CARRY_OUT_AGREEMENT: "Carry out what was agreed at mediation",
    Duty.REVIEW_PAYMENTS: "Review the direct payments",
    Duty.ANSWER_APPEAL: "Answer the tribunal",
    Duty.CARRY_OUT_ORDER: "Carry out the tribunal’s order",
}
_RANKS = [
    Duty.CARRY_OUT_ORDER,
    Duty.CARRY_OUT_AGREEMENT,
    Duty.ANSWER_APPEAL,
    Duty.FINALISE,
    Duty.REASSESS_FINAL,
    Duty.AMEND,
    Duty.AMEND_AFTER_MEETING,
    Duty.PHASE_TRANSFER,
    Duty.DECIDE_TO_ASSESS,
    Duty.DECIDE_TO_ISSUE,
    Duty.REVIEW_DECISION,
    Duty.REASSESS_DECISION,
    Duty.TELL_CARE_BOARD,
    Duty.ARRANGE_MEDIATION,
    Duty.ARRANGE_HEALTH_MEDIATION,
    Duty.HAND_OVER,
    Duty.MOVE_INFORM,
    Duty.REVIEW,
    Duty.REVIEW_AFTER_REASSESSMENT,
    Duty.REVIEW_REPORT,
    Duty.REVIEW_PAYMENTS,
    Duty.CERTIFY,
    Duty.ADVISE,
]


_RULES: dict[Duty, Rule] = {
    Duty.DECIDE_TO_ASSESS: assessment.DECIDE_TO_ASSESS,
    Duty.DECIDE_TO_ISSUE: assessment.REFUSE_TO_ISSUE,
    Duty.FINALISE: assessment.FINAL_PLAN,
    Duty.ADVISE: assessment.ADVICE,
    Duty.REVIEW: review.REVIEW,
    Duty.REVIEW_AFTER_REASSESSMENT: assessment.REVIEW_AFTER_REASSESSMENT,
    Duty.REVIEW_REPORT: review.REPORT,
    Duty.REVIEW_DECISION: review.DECISION,
    Duty.AMEND: review.AMENDED_PLAN,
    Duty.AMEND_AFTER_MEETING: review.AMENDED_AFTER_MEETING,
    Duty.REASSESS_DECISION: assessment.DECIDE_TO_REASSESS,
    Duty.REASSESS_FINAL: assessment.PLAN_AFTER_REASSESSMENT,
    Duty.MOVE_INFORM: move.INFORM,
    Duty.TELL_CARE_BOARD: mediation.TELL_CARE_BOARD,
    Duty.ARRANGE_MEDIATION: mediation.ARRANGE,
    Duty.ARRANGE_HEALTH_MEDIATION: mediation.HEALTH_ONLY,
    Duty.CERTIFY: mediation.CONCLUDED,
    Duty.CARRY_OUT_AGREEMENT: mediation.AGREED,
    Duty.REVIEW_PAYMENTS: personal_budget.FIRST_REVIEW,
}
"""The duties that are one length from one day. The others are answered by functions of the law, below."""


@dataclass(frozen=True)
class Why:
    """Why a duty is due on its day: who acts, one sentence, and the provision."""

    who: str
    sentence: str
    citation: str
    address: str


@lru_cache(maxsize=KEPT)
def due_day(duty: Duty, started_on: date) -> date:
    """The last day on which a duty is done in time, when its clock starts on a day."""
    if duty is Duty.ANSWER_APPEAL:
        return appeal.response_due(started_on).due_on
    return _RULES[duty].deadline(started_on).due_on


def explain(duty: Duty, started_on: date, due_on: date) -> Why:
    """Why a duty is due on its day, as people read it."""
    rule = _RULES.get(duty)
    if rule is not None and due_day(duty, started_on) == due_on:
        deadline = rule.deadline(started_on)
        return _why(rule.who, deadline.explanation, deadline.citation)
    if duty is Duty.ANSWER_APPEAL:
        answer = appeal.response_due(started_on)
        return _why(AUTHORITY, answer.explanation, answer.citation)
    return _why(AUTHORITY, *_OTHER.get(duty, _OTHER[Duty.REVIEW]))


def reminder_day(duty: Duty, started_on: date, due_on: date) -> date | None:
    """The earlier day to aim for where sources count the weeks otherwise; None where all agree, or no length was counted.

    The limit stays what the regulation says: this is a reminder, by the careful reading of `law.readings`.
    """
    rule = _RULES.get(duty)
    if rule is None or due_day(duty, started_on) != due_on:
        return None
    return reminder_on(due_on, rule.value_on(started_on).value.unit)


def _why(who: str, sentence: str, citation: Citation) -> Why:
    mark = " (not confirmed in the law itself)" if citation.unconfirmed else ""
    return Why(who, sentence, citation.text + mark, citation.url)


AUTHORITY = "The local authority"
_OTHER = {
    Duty.REVIEW: (
        "After a move, the later of twelve months from the plan’s making or last review, and three months from the move",
        regulation("15(5)"),
    ),
    Duty.HAND_OVER: (
        "On the day of the move, or within 15 working days that begin with the day the authority became aware of it",
        regulation("15(2)"),
    ),
    Duty.PHASE_TRANSFER: ("Before the day that the law sets for this change of phase", regulation("18")),
    Duty.CARRY_OUT_AGREEMENT: (
        "What could have been appealed is done as if the tribunal had ordered it, counted from the day of the agreement",
        regulation("42(2)"),
    ),
    Duty.CARRY_OUT_ORDER: (
        "Counted in weeks from the day of the tribunal’s order, or from the day the authority gave way",
        regulation("44(2)"),
    ),
}


def last_day_of_representations(served_on: date) -> date:
    """The last of the family's 15 days, the day of service among them."""
    return assessment.REPRESENTATIONS.deadline(served_on).due_on


def earliest_cease(decided_on: date) -> date:
    """The first day on which a plan can end: the day after the last day for an appeal (Act, section 45(4))."""
    return appeal.due(decided_on).due_on + timedelta(days=1)


def phase_day(year: int, to: str) -> date:
    """The last day to review and amend for a transfer in September of a year."""
    return phase_transfer.due(to, year).due_on


def review_after_move(made_on: date, moved_on: date) -> date:
    """When the new authority must have reviewed a plan that came to it."""
    return move.review_after(made_on, moved_on).due_on


def transfer_by(aware_on: date, moves_on: date) -> date:
    """When the old authority must have handed a plan over."""
    return move.transfer(aware_on, moves_on).due_on


def agreement_day(agreed: str, on: date) -> date:
    """The last day for what was agreed at a mediation: `agreed` is an order of the tribunal that it amounts to, or "other"."""
    steps = mediation.after_agreement(on, None if agreed == "other" else agreed)
    return max(answer.due_on for _, answer in steps)


def order_days(order: str, on: date, *, is_conceded: bool) -> tuple[date, date] | None:
    """The first and the last day by which an order, or giving way, must be acted on; None when there is no day."""
    try:
        steps = orders.steps(order, on, conceded=is_conceded)
    except LawError:
        return None
    days = [answer.due_on for step, answer in steps if step.weeks]
    return (min(days), max(days)) if days else None
