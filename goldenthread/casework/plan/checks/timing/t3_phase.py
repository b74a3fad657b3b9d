"""T3: a change of phase that comes near, and children under five."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import Reference, regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.law import phase_transfer
from goldenthread.law.answer import Answer
from goldenthread.law.review import UNDER_FIVE
from goldenthread.law.words import in_words

UNDER = 5


def find(sheet: Sheet) -> Iterator[Found]:
    """The day before which the plan must be reviewed and amended, when it is near or past; and the advice for small children."""
    clock = sheet.plan.clock
    if clock.next_phase and clock.next_phase_on and phase_transfer.is_near(sheet.on, clock.next_phase_on):
        limit = _limit(clock.next_phase, sheet)
        done = sheet.plan.stage == "amended" and clock.final_sent_on and clock.final_sent_on <= limit.due_on
        if not done:
            past = "was" if sheet.on > limit.due_on else "is"
            yield Found(
                f"A change of phase comes on {in_words(clock.next_phase_on)}: the plan {past} to be reviewed and amended "
                f"by {in_words(limit.due_on)}. {limit.explanation}."
            )
    since = clock.reviewed_on or clock.made_on
    if since and sheet.age < UNDER and sheet.on > UNDER_FIVE.deadline(since).due_on:
        yield Found("This child is under 5: the Code asks to consider a review every three to six months.")


def _limit(kind: str, sheet: Sheet) -> Answer:
    day = sheet.plan.clock.next_phase_on
    if day is None:
        raise ValueError("A change of phase needs its day.")
    return (
        phase_transfer.between_post_16(day)
        if kind == "between-post-16"
        else phase_transfer.due(kind, day.year)
    )


CHECK = Check(
    id="T3",
    title="Changes of phase, and the youngest",
    severity=Severity.INFORM,
    says="A change of phase is near.",
    why="The plan must name the next place in time for the child to get ready.",
    mend="Hold the review, propose the changes, and name the place before the day.",
    sources=(
        regulation("18"),
        Reference(
            "SEND Code of Practice 2015, 9.178 and 9.179",
            "https://www.gov.uk/government/publications/send-code-of-practice-0-to-25",
        ),
    ),
    find=find,
)
