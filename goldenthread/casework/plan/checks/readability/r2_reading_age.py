"""R2: whether the family can read what was written for them."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import ESSEX, GOOD_PLAN
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.readability import reading_age


def find(sheet: Sheet) -> Iterator[Found]:
    """Sections of outcomes, and of views as far as somebody else wrote them, that are hard to read."""
    for kind in sheet.kinds.sections:
        if kind.holds in {"outcomes", "views"}:
            lines = [line.text for at, line in sheet.written if at.key == kind.key]
            age = reading_age("\n".join(lines))
            if age is not None and age > sheet.limits.reading_age:
                yield Found(
                    f"Section {kind.key} needs the reading age of {age:g}. This area’s limit is {sheet.limits.reading_age:g}.",
                    kind.key,
                )


CHECK = Check(
    id="R2",
    title="Reading age",
    severity=Severity.INFORM,
    says="A section is hard to read.",
    why="The child’s hopes and what they lead to should be readable by the family, and by many children.",
    mend="Shorter sentences, common words, one thing in each.",
    sources=(GOOD_PLAN, ESSEX),
    find=find,
)
