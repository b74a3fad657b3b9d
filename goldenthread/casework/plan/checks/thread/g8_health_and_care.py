"""G8: needs of health and care have their own answer."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import EDYOURSELF_FORMAT
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.law.words import listed


def find(sheet: Sheet) -> Iterator[Found]:
    """Each need of health or care that nothing meets, or that only educational provision meets."""
    for kind, need in sheet.needs:
        if kind.field not in {"health", "care"}:
            continue
        own = [
            key for key in kind.answered_in if (one := sheet.kinds.section(key)) and one.field == kind.field
        ]
        meeting = {at.key for at, line in sheet.provision if need.id in line.needs}
        if not meeting:
            yield on_line(kind.key, need, f"Nothing in section {listed(own)} answers this need.")
        elif not meeting & set(own):
            yield on_line(
                kind.key,
                need,
                f"Only section {listed(sorted(meeting))} answers this need, and not {listed(own)}.",
            )


CHECK = Check(
    id="G8",
    title="Needs of health and care are answered",
    severity=Severity.WARN,
    says="A need of health or care is not answered.",
    why="A need that health or care must meet, answered nowhere or only by the school, is nobody’s duty.",
    mend="Ask the body that is responsible, and write what it will give. If what it gives educates, it belongs with education.",
    sources=(EDYOURSELF_FORMAT,),
    find=find,
)
