"""G3: every need has an outcome."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import GOOD_PLAN, OUTCOMES
from goldenthread.casework.plan.checks.sheet import Sheet


def find(sheet: Sheet) -> Iterator[Found]:
    """Each need that no outcome names, neither itself nor through the provision that meets it."""
    named = {name for _, line in sheet.outcomes for name in line.needs}
    through = {name for _, line in sheet.provision if line.outcomes for name in line.needs}
    for kind, need in sheet.needs:
        if need.id not in named | through:
            yield on_line(kind.key, need, "No outcome is about this need.")


CHECK = Check(
    id="G3",
    title="Every need has an outcome",
    severity=Severity.WARN,
    says="A need has no outcome.",
    why="The law does not ask for an outcome for each need, but a need without one has no point at which anybody looks.",
    mend="Link an outcome, or write one.",
    sources=(GOOD_PLAN, OUTCOMES),
    find=find,
)
