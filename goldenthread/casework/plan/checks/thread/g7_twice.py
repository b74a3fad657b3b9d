"""G7: a need that stands under two areas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SOMERSET
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.names import child_words

ENOUGH = 0.6
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "but",
        "by",
        "can",
        "do",
        "does",
        "for",
        "from",
        "has",
        "have",
        "he",
        "her",
        "him",
        "his",
        "how",
        "in",
        "is",
        "it",
        "its",
        "not",
        "of",
        "on",
        "or",
        "she",
        "that",
        "the",
        "their",
        "them",
        "they",
        "this",
        "to",
        "up",
        "was",
        "when",
        "which",
        "who",
        "will",
        "with",
        "difficulty",
        "difficulties",
        "need",
        "needs",
        "finds",
        "find",
        "hard",
        "may",
        "often",
        "very",
    ]
)


def find(sheet: Sheet) -> Iterator[Found]:
    """Each need that says, in nearly the same words, what another says under another area or section."""
    own = child_words(sheet.plan) | _SMALL
    content = {line.id: frozenset(re.findall(r"[\w’]+", line.text.lower())) - own for _, line in sheet.needs}
    for (one_kind, one), (kind, line) in combinations(sheet.needs, 2):
        if (one_kind.key, one.area) == (kind.key, line.area) or one.text.lower() == line.text.lower():
            continue
        mine, theirs = content[one.id], content[line.id]
        if len(mine & theirs) >= 3 and len(mine & theirs) / len(mine | theirs) >= ENOUGH:
            yield on_line(kind.key, line, f"Line “{one.id}” says nearly the same under another area.")


CHECK = Check(
    id="G7",
    title="A need listed twice",
    severity=Severity.WARN,
    says="A need is listed twice.",
    why="A need under two areas gets two half answers, or is counted twice.",
    mend="Keep it where it matters most, and link to it from the other.",
    sources=(SOMERSET,),
    find=find,
)
