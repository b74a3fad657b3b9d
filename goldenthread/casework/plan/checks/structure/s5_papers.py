"""S5: the list of advice is whole, and every file is this child's."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import CODE, regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.lines import Paper
from goldenthread.casework.plan.papers import Advice
from goldenthread.law.words import listed


def find(sheet: Sheet) -> Iterator[Found]:
    """Advice that the list lacks, advice without author or dates, and files of somebody else."""
    for kind, section in sheet.holding("papers"):
        listed_here = {line.advice for line in section.lines if isinstance(line, Paper)}
        for advice in sheet.plan.advice:
            if advice.id not in listed_here:
                yield Found(
                    f"Section {kind.key} does not list the advice “{advice.id}” ({advice.body or advice.author or advice.kind}).",
                    kind.key,
                )
            yield from _incomplete(advice, kind.key)
        if sheet.in_force:
            yield from _foreign(sheet, kind.key)


def _incomplete(advice: Advice, section: str) -> Iterator[Found]:
    if advice.status == "received":
        missing = [
            words
            for words, there in (
                ("its author", advice.author),
                ("its date", advice.dated_on),
                ("the day it came", advice.received_on),
            )
            if not there
        ]
        if missing:
            yield Found(f"The advice “{advice.id}” lacks {listed(missing)}.", section)


def _foreign(sheet: Sheet, section: str) -> Iterator[Found]:
    child = sheet.plan.child
    known = {one for one in (child.reference, child.upn, child.nhs_number) if one}
    for advice in sheet.plan.advice:
        if advice.file and known and advice.file.about not in known:
            whose = "does not say whom it is about" if not advice.file.about else "is about somebody else"
            yield Found(f"The file “{advice.file.name}” {whose}.", section)


CHECK = Check(
    id="S5",
    title="Every piece of advice is listed, and is this child’s",
    severity=Severity.BLOCK,
    says="The list of advice is not whole.",
    why="The advice is part of the plan. A missing paper hides why something was decided; a wrong one is another child’s.",
    mend="List each piece with author, date and the day it came, and check each file’s child.",
    sources=(regulation("12(4)"), CODE),
    find=find,
)
