"""N7: every comment of the family has its answer."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import SCHOOLS_WEEK, regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.phrases import Span


def find(sheet: Sheet) -> Iterator[Found]:
    """Each comment without an answer."""
    at = {line.id: kind.key for kind, line in sheet.lines}
    for one in sheet.plan.comments:
        if not one.answer.strip():
            shown = one.text if len(one.text) <= 80 else f"{one.text[:77]}…"
            yield Found(
                f"The comment “{shown}” ({one.id}) has no answer.",
                at.get(one.line, ""),
                one.line,
                "",
                Span(0, len(one.text), one.text),
            )


CHECK = Check(
    id="N7",
    title="Every comment is answered",
    severity=Severity.BLOCK,
    says="A comment has no answer.",
    why="The authority must consider what the family says about the draft. An answer shows that it did.",
    mend="Answer it: what was changed, or why nothing was.",
    sources=(regulation("13(1)"), SCHOOLS_WEEK),
    find=find,
)
