"""P17: a special school is named, and the plan still has to specify."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import OXFORDSHIRE
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.phrases import phrases
from goldenthread.casework.plan.lines import Placement

SPECIAL = phrases(
    r"special (?:school|academy|free school|post 16|college|provision)",
    r"specialist (?:school|college|provision|placement)",
    "non maintained special",
    "hospital school",
    family="provision",
)


def find(sheet: Sheet) -> Iterator[Found]:
    """The place, where it is a special one."""
    for kind, section in sheet.holding("placement"):
        for line in section.lines:
            if isinstance(line, Placement):
                for name in ("kind", "name", "text"):
                    span = next(iter(SPECIAL.spans(getattr(line, name))), None)
                    if span:
                        yield Found("", kind.key, line.id, name, span)
                        break


CHECK = Check(
    id="P17",
    title="A special school does not make vagueness right",
    severity=Severity.INFORM,
    says="“{words}” is named: the provision must be specific all the same.",
    why="A special school may leave room for flexibility, but only where the needs of this child call for it. What is "
    "unclear stays unclear.",
    mend="Read what P1 to P8 found as you would for any school. Where you leave room, say why this child needs it.",
    sources=(OXFORDSHIRE,),
    find=find,
)
