"""O5: what the last review found for each outcome."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import ESSEX_REVIEW, Reference
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.law.words import in_words


def find(sheet: Sheet) -> Iterator[Found]:
    """Each outcome older than the last review that does not say what the review found."""
    met = sheet.plan.clock.meeting_on or sheet.plan.clock.reviewed_on
    for kind, line in sheet.outcomes if met else ():
        if met and line.set_on and line.set_on < met and not line.progress:
            yield on_line(
                kind.key,
                line,
                f"It was set on {in_words(line.set_on)}, and the review of {in_words(met)} says nothing about it.",
                field="progress",
            )


CHECK = Check(
    id="O5",
    title="What the review found",
    severity=Severity.WARN,
    says="“{words}” was not reviewed.",
    why="A review must look at progress towards each outcome.",
    mend="Record whether it was met, partly met or not met.",
    sources=(Reference("SEND Code of Practice 2015, 9.166"), ESSEX_REVIEW),
    find=find,
)
