"""The yearly review of a plan, and the changes that come of it. No exception is listed for any of these limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.law.length import Length, Unit
from goldenthread.law.readings import LEGAL, Readings, year_from
from goldenthread.law.sources import duty, filed, practice, regulation, section

_AUTHORITY = "The local authority"
_MEETING = "the review meeting was held"
_W, _D, _M = Unit.WEEKS, Unit.DAYS, Unit.MONTHS

REVIEW = duty(
    "annual-review", "Complete the review of the plan", _AUTHORITY,
    "the plan was first made, or was last reviewed: the day of that decision letter", "the day of the last meeting",
    Length(12, _M, True), section("44(1)"), "The year starts with that day, so it ends on the day before the same day.",
)  # fmt: skip
INVITE = Length(2, _W)
REPORT = duty(
    "review-report", "Send the report of the meeting to all who were invited", "The head or principal, or the authority",
    _MEETING, "the day it was planned for", Length(2, _W), regulation("20(7) to (9)"),
    "The head reports in the seven kinds of school of regulation 20(12); for everyone else the authority does.",
)  # fmt: skip
DECISION = duty(
    "review-decision", "Decide to keep, change or end the plan, and tell the family", _AUTHORITY, _MEETING,
    "the day the report came", Length(4, _W), regulation("20(10)"),
    "The notice of the changes goes with it: R (L, M and P) v Devon [2022] EWHC 493 (Admin).",
)  # fmt: skip
AMENDED_PLAN = duty(
    "amended-plan", "Send the final amended plan, or say why it is not amended", _AUTHORITY,
    "the plan and the notice of changes were sent to the family", "the day of the meeting", Length(8, _W), regulation("22(3)"),
    "Regulation 22(4) gives the same eight weeks for deciding not to amend.",
)  # fmt: skip
AMENDED_AFTER_MEETING = duty(
    "amended-plan-after-meeting", "Send the final amended plan", _AUTHORITY, _MEETING, "the day of the notice", Length(12, _W),
    regulation("22(3)", note="read with 20(10): R (L, M and P) v Devon [2022] EWHC 493 (Admin)"),
)  # fmt: skip
REPRESENTATIONS = duty(
    "representations-on-changes", "Wait for what the family thinks of the changes", _AUTHORITY,
    "the notice of changes was served", "the day it was written", Length(15, _D, True), regulation("22(2)"),
)  # fmt: skip
UNDER_FIVE = duty(
    "review-under-five", "Consider reviewing the plan of a child under 5", _AUTHORITY, "the plan was made or last reviewed",
    "a birthday", Length(6, _M), practice("SEND Code of Practice 9.178: every three to six months, as guidance",
                                          "https://www.gov.uk/government/publications/send-code-of-practice-0-to-25"),
)  # fmt: skip

RULES = filed(REVIEW, REPORT, DECISION, AMENDED_PLAN, AMENDED_AFTER_MEETING, REPRESENTATIONS, UNDER_FIVE)


@dataclass(frozen=True)
class Timetable:
    """All the days of one review, from the day of its meeting."""

    invite_by: date  # invitations, and the advice gathered, to all invited: regulation 20(3) and (4)
    report: date
    decision: date
    reps_to: date  # if the notice is served on the last day for the decision
    final: date


def timetable(meeting: date) -> Timetable:
    """When each part of a review is due.

    >>> timetable(date(2026, 10, 6)).final
    datetime.date(2026, 12, 29)
    """
    decision = DECISION.deadline(meeting).due_on
    return Timetable(
        invite_by=INVITE.before(meeting), report=REPORT.deadline(meeting).due_on, decision=decision,
        reps_to=REPRESENTATIONS.deadline(decision).due_on, final=AMENDED_AFTER_MEETING.deadline(meeting).due_on,
    )  # fmt: skip


def next_review(last: date, readings: Readings = LEGAL) -> date:
    """The last day of the year that starts with the day on which the plan was made or last reviewed."""
    return year_from(last, readings)
