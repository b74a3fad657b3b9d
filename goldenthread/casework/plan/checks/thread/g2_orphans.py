"""G2: every provision says which need it meets."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import GOOD_PLAN
from goldenthread.casework.plan.checks.sheet import Sheet


def find(sheet: Sheet) -> Iterator[Found]:
    """Each provision without a need."""
    for kind, line in sheet.provision:
        if not line.needs:
            yield on_line(kind.key, line, "This provision meets no need of the plan.", field="needs")


CHECK = Check(
    id="G2",
    title="Every provision meets a need",
    severity=Severity.WARN,
    says="A provision meets no need.",
    why="Support that answers no need is the first to be questioned, or shows a need that was not written down.",
    mend="Link the need. If there is none, write the need, or take the provision out.",
    sources=(GOOD_PLAN,),
    find=find,
)
