"""E2: advice that reached no line of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import DRAFT_CHECK
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.phrases import Span
from goldenthread.law.words import listed

SERVES = {"need": "needs", "outcome": "outcomes", "provision": "provision"}


def find(sheet: Sheet) -> Iterator[Found]:
    """Each tagged paragraph that no line of its kind cites."""
    used = {
        (source.advice, source.paragraph, kind.holds) for kind, line in sheet.lines for source in line.sources
    }
    for (advice, number), (paper, paragraph) in sheet.paragraphs.items():
        unused = [
            tag for tag in paragraph.tags if tag in SERVES and (advice, number, SERVES[tag]) not in used
        ]
        if unused:
            author = paper.author or paper.body or advice
            what = listed([_a(tag) for tag in unused])
            says = f"Paragraph {number} of “{advice}” ({author}) gives {what} that no line of the plan cites."
            yield Found(says, span=Span(0, len(paragraph.text), paragraph.text))


def _a(tag: str) -> str:
    return {"need": "a need", "outcome": "an outcome"}.get(tag, tag)


CHECK = Check(
    id="E2",
    title="Advice that reached no line",
    severity=Severity.WARN,
    says="A paragraph of advice is not used.",
    why="A need or a provision that was advised and left out is the commonest ground of an appeal.",
    mend="Make a line of it, or cite it where it is already covered.",
    sources=(DRAFT_CHECK,),
    find=find,
)
