"""E7: health provision is agreed by the body that must arrange it."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SECTIONS, regulation
from goldenthread.casework.plan.checks.sheet import Sheet


def find(sheet: Sheet) -> Iterator[Found]:
    """Each line of a section that must be agreed, without a name or a day."""
    for kind, line in sheet.provision:
        if kind.agreed and not (line.agreed_by and line.agreed_on):
            missing = (
                "when it was agreed"
                if line.agreed_by
                else "who agreed it"
                if line.agreed_on
                else "who agreed it for the responsible commissioner, and when"
            )
            yield on_line(kind.key, line, f"It does not say {missing}.", field="agreed_by")


CHECK = Check(
    id="E7",
    title="Health provision is agreed",
    severity=Severity.BLOCK,
    says="Health provision is not agreed.",
    why="Health provision may stand in a plan only if the responsible commissioning body agreed it. Then it must arrange it.",
    mend="Ask the designated officer for the agreement, and record name and day.",
    sources=(regulation("12(2)"), SECTIONS),
    find=find,
)
