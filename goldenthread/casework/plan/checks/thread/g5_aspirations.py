"""G5: every outcome serves what the child wants, or adulthood."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import OUTCOMES
from goldenthread.casework.plan.checks.sheet import Sheet


def find(sheet: Sheet) -> Iterator[Found]:
    """Each outcome that names neither a line of views nor an area of adulthood."""
    for kind, line in sheet.outcomes:
        if not line.aspirations and not line.adulthood:
            yield on_line(
                kind.key, line, "It serves no aspiration and no area of adulthood.", field="aspirations"
            )


CHECK = Check(
    id="G5",
    title="Outcomes serve what the child wants",
    severity=Severity.INFORM,
    says="An outcome serves no aspiration.",
    why="Outcomes should lead to what the child hopes for in life.",
    mend="Link what the child said, or the area of adulthood that it prepares for.",
    sources=(OUTCOMES,),
    find=find,
)
