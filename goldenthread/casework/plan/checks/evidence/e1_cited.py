"""E1: every need and every provision rests on a paragraph of advice."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import DRAFT_CHECK, EDYOURSELF_FORMAT
from goldenthread.casework.plan.checks.sheet import Sheet


def find(sheet: Sheet) -> Iterator[Found]:
    """Each need and provision that cites nothing."""
    for kind, line in (*sheet.needs, *sheet.provision):
        if not line.sources:
            yield on_line(kind.key, line, "It cites no paragraph of advice.", field="sources")


CHECK = Check(
    id="E1",
    title="Every line rests on advice",
    severity=Severity.WARN,
    says="A line cites no advice.",
    why="What no professional advised cannot be explained to the family, nor defended.",
    mend="Choose the paragraph that it comes from. If there is none, ask for advice on it.",
    sources=(DRAFT_CHECK, EDYOURSELF_FORMAT),
    find=find,
)
