"""T4: letters of decisions say what the law wants in them."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import EDYOURSELF_LAW, regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.law.letters import LETTERS, missing
from goldenthread.law.words import listed

NEEDED = {"final": "final-plan", "amended": "amended-plan"}


def find(sheet: Sheet) -> Iterator[Found]:
    """Each letter that lacks something, by the law of its day; and a final plan without its letter, once it is sent."""
    for letter in sheet.plan.letters:
        if letter.kind not in LETTERS:
            yield Found(
                f"“{letter.kind}” is no letter that the law knows. Choose one of {listed(sorted(LETTERS))}."
            )
            continue
        lacking = missing(letter.kind, set(letter.says), letter.sent_on or sheet.on)
        if lacking:
            yield Found(
                f"The letter “{LETTERS[letter.kind].title}” does not say {listed([one.words for one in lacking])}."
            )
    wanted = NEEDED.get(sheet.plan.stage)
    if wanted and sheet.plan.clock.final_sent_on and wanted not in {one.kind for one in sheet.plan.letters}:
        yield Found(f"The plan was sent without its letter, “{LETTERS[wanted].title}”.")


CHECK = Check(
    id="T4",
    title="The family’s rights stand in the letter",
    severity=Severity.BLOCK,
    says="A letter lacks what it must say.",
    why="A letter without the right of appeal and how to get mediation is not the notice that the law means, and the time "
    "to appeal may never start.",
    mend="Use the letter’s template, which has every item.",
    sources=(regulation("14(2)"), regulation("22(5)"), EDYOURSELF_LAW),
    find=find,
)
