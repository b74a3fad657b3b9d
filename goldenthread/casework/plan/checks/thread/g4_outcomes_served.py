"""G4: every outcome has provision that leads to it."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SOMERSET
from goldenthread.casework.plan.checks.sheet import Sheet


def find(sheet: Sheet) -> Iterator[Found]:
    """Each outcome that no provision leads to, neither by name nor through a need of both."""
    named = {name for _, line in sheet.provision for name in line.outcomes}
    met = {name for _, line in sheet.provision for name in line.needs}
    for kind, line in sheet.outcomes:
        if line.id not in named and not met & set(line.needs):
            yield on_line(kind.key, line, "No provision leads to this outcome.")


CHECK = Check(
    id="G4",
    title="Every outcome is served",
    severity=Severity.WARN,
    says="An outcome has no provision.",
    why="An outcome to which nothing leads is a wish.",
    mend="Link the provision that leads to it, or write it.",
    sources=(SOMERSET,),
    find=find,
)
