"""S1: every section of the type is there."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import SECTIONS, regulation
from goldenthread.casework.plan.checks.sheet import Sheet


def find(sheet: Sheet) -> Iterator[Found]:
    """Each section that is missing, by its name."""
    for kind in sheet.kinds.sections:
        if kind.key not in sheet.plan.sections:
            yield Found(f"Section {kind.key} ({kind.title}) is missing.", kind.key)


CHECK = Check(
    id="S1",
    title="All sections are there",
    severity=Severity.BLOCK,
    says="A section is missing.",
    why="The regulations ask for each section, separately identified. A plan without one is not the plan that the law means.",
    mend="Add the section. If nothing belongs in it, say why.",
    sources=(regulation("12(1)"), SECTIONS),
    find=find,
)
