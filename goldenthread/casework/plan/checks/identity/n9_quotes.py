"""N9: words that are quoted are the author's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import ombudsman
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.phrases import Span

FEWEST_WORDS = 4
_QUOTED = re.compile(r"[“\"]([^“”\"]{12,})[”\"]")


def find(sheet: Sheet) -> Iterator[Found]:
    """Quotations that the cited paragraphs do not hold."""
    for kind, line in sheet.lines:
        for source in line.sources:
            paragraph = sheet.paragraphs[source.advice, source.paragraph][1]
            if source.quote and plain(source.quote) not in plain(paragraph.text):
                yield on_line(
                    kind.key,
                    line,
                    f"It quotes paragraph {source.paragraph} of “{source.advice}” as “{source.quote}”; the paragraph does "
                    f"not say that.",
                    field="sources",
                )
        quoted = list(_QUOTED.finditer(line.text)) if line.sources and line.id in sheet.written_set else []
        cited = " ".join(plain(one.text) for one in sheet.cited(line)) if quoted else ""
        for match in quoted:
            if len(match[1].split()) >= FEWEST_WORDS and plain(match[1]) not in cited:
                yield on_line(kind.key, line, "", Span(match.start(1), match.end(1), match[1]))


@lru_cache(maxsize=4_096)
def plain(text: str) -> str:
    """A text without what Word changes by itself: the shape of quotation marks, dashes and spaces, and the last full stop."""
    marks = str.maketrans(
        {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u00ad": None}
    )
    return re.sub(r"\s+", " ", text.translate(marks)).strip(" .,").lower()


CHECK = Check(
    id="N9",
    title="Quoted as it was written",
    severity=Severity.WARN,
    says="“{words}” stands in quotation marks, and no cited paragraph says it.",
    why="Altered words put into an author’s mouth are worse than none.",
    mend="Quote letter by letter, or take the quotation marks off and say it in the plan’s own words.",
    sources=(ombudsman("23-014-924"),),
    find=find,
)
