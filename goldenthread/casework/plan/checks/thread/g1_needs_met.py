"""G1: every special educational need is met by provision."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import CODE, SOMERSET, act
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.law.words import listed


def find(sheet: Sheet) -> Iterator[Found]:
    """Each need of a section that must be answered, without provision in the sections that answer it."""
    for kind, need in sheet.needs:
        met = {name for at, line in sheet.provision if at.key in kind.answered_in for name in line.needs}
        if kind.must_be_answered and need.id not in met:
            yield on_line(
                kind.key, need, f"No provision in section {listed(list(kind.answered_in))} meets this need."
            )


CHECK = Check(
    id="G1",
    title="Every need is met",
    severity=Severity.BLOCK,
    says="A need is not met.",
    why="The plan must specify provision for each and every special educational need.",
    mend="Write the provision that meets it, from the advice, and link it; or, if it is met by a line that is there, link "
    "that line.",
    sources=(act("37(2)"), CODE, SOMERSET),
    find=find,
)
