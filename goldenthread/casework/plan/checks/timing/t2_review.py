"""T2: the days of a review: twelve months, four weeks, twelve weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import DEVON, act, regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.law.review import AMENDED_AFTER_MEETING, DECISION, REVIEW
from goldenthread.law.words import in_words


def find(sheet: Sheet) -> Iterator[Found]:
    """Each limit of a review that is past."""
    clock = sheet.plan.clock
    since = clock.reviewed_on or clock.made_on
    if since:
        yield from _late(sheet, REVIEW.deadline(since).due_on, clock.decision_sent_on, "The review")
    if clock.meeting_on:
        yield from _late(
            sheet,
            DECISION.deadline(clock.meeting_on).due_on,
            clock.decision_sent_on,
            "The decision after the review meeting",
        )
        if sheet.plan.stage in {"amendment", "amended"}:
            yield from _late(
                sheet,
                AMENDED_AFTER_MEETING.deadline(clock.meeting_on).due_on,
                clock.final_sent_on,
                "The amended plan",
            )


def _late(sheet: Sheet, due: date, done: date | None, what: str) -> Iterator[Found]:
    if (done or sheet.on) > due:
        yield Found(
            f"{what} was due by {in_words(due)} and {f'came on {in_words(done)}' if done else 'has not come'}."
        )


CHECK = Check(
    id="T2",
    title="The days of the review",
    severity=Severity.INFORM,
    says="A limit of the review was missed.",
    why="No exception is listed for these limits.",
    mend="Send what is due now, and record why it is late.",
    sources=(act("44(1)"), regulation("20(10)"), regulation("22(3)"), DEVON),
    find=find,
)
