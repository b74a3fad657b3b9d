"""E6: whose words they are, and how they were gathered."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SOMERSET, Reference, act
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.lines import View
from goldenthread.casework.plan.shapes import Section

CHILD = {"child", "young-person"}


def find(sheet: Sheet) -> Iterator[Found]:
    """Views without a speaker, or with none of the child’s, or gathered nobody knows how."""
    for kind, section in sheet.holding("views"):
        views = [line for line in section.lines if isinstance(line, View)]
        for line in views:
            if not line.by and line.about != "how-gathered":
                yield on_line(kind.key, line, "It does not say whose words these are.", field="by")
        if not any(line.by in CHILD for line in views):
            yield Found(_missing(sheet, kind.key, section), kind.key)
        elif not any(line.gathered or line.about == "how-gathered" for line in views):
            yield Found(f"Section {kind.key} does not say how the child’s views were gathered.", kind.key)


def _missing(sheet: Sheet, key: str, section: Section) -> str:
    if sheet.plan.child.communicates == "without-speech":
        return (
            f"Section {key} has nothing from the child, who communicates without speech: say what was seen, "
            "how they show what they want, and who knows them."
        )
    return f"Section {key} has nothing from the child."


CHECK = Check(
    id="E6",
    title="The child’s own voice",
    severity=Severity.WARN,
    says="It is not said whose words these are.",
    why="The views, wishes and feelings of the child come first in law. A child who does not speak has views too.",
    mend="Record what the child said or showed, who gathered it, and how.",
    sources=(
        act("19"),
        SOMERSET,
        Reference(
            "Council for Disabled Children, examples of good practice",
            "https://basw.co.uk/policy-and-practice/resources/education-health-and-care-plans-examples-good-practice",
        ),
    ),
    find=find,
)
