"""N1: another child's name, number, birthday, sentence or file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SCHOOLS_WEEK, Reference
from goldenthread.casework.plan.checks.sheet import Sheet, is_own_words
from goldenthread.casework.plan.guard import traces
from goldenthread.casework.plan.guard.index import PERSONAL, CaseloadIndex, key_of
from goldenthread.casework.plan.guard.shingles import print_of
from goldenthread.casework.plan.language.names import child_words, own_words
from goldenthread.casework.plan.language.phrases import Span

_FIGURE = re.compile(r"\d")
MOST_COPIES = 2
"""What is said of one child and stands in one other plan came from there, and blocks; in two it warns; in more it is N5’s."""


def find(sheet: Sheet) -> Iterator[Found]:
    """Traces of other children in every line and in what is hidden in files."""
    index = sheet.caseload
    if index is None:
        return
    key, own, child = key_of(sheet.plan.child), own_words(sheet.plan), child_words(sheet.plan)
    for kind, line, name, words in sheet.fields:
        for span in _spans(sheet, index, words, key, own, own_voice=is_own_words(kind, line)):
            yield on_line(kind.key, line, span.note, span, name)
        found = print_of(words, child) if name == "text" and kind.holds in PERSONAL else None
        copies = index.plans_with(found, key)[0] if found else 0
        if 0 < copies <= MOST_COPIES:
            where = "another child’s plan" if copies == 1 else f"{copies} other children’s plans"
            says = f"This paragraph stands word for word in {where}."
            severity = Severity.BLOCK if copies == 1 else Severity.WARN
            yield Found(says, kind.key, line.id, name, Span(0, len(words), words), severity)
    yield from _hidden(sheet, index, key, own)


def _spans(
    sheet: Sheet, index: CaseloadIndex, words: str, key: str, own: frozenset[str], *, own_voice: bool
) -> Iterator[Span]:
    if _FIGURE.search(words):
        yield from traces.numbers(words, index, key)
        yield from traces.birthdays(words, index, key, sheet.plan.child.born_on, sheet.on)
    yield from traces.names(words, index, key, own, whole_only=own_voice)


def _hidden(sheet: Sheet, index: CaseloadIndex, key: str, own: frozenset[str]) -> Iterator[Found]:
    for advice in sheet.plan.advice:
        for words in advice.file.hidden if advice.file else ():
            for span in _spans(sheet, index, words, key, own, own_voice=True):
                yield Found(
                    f"Hidden in the file “{advice.file.name if advice.file else ''}”: {span.note}", span=span
                )


def cannot(sheet: Sheet) -> str:
    """Nothing to compare with."""
    return "" if sheet.caseload is not None else "no caseload was given to compare with"


CHECK = Check(
    id="N1",
    title="Another child",
    severity=Severity.BLOCK,
    says="“{words}” belongs to another child.",
    why="A plan with another child’s details is a breach of confidence for both, and may be the wrong plan.",
    mend="Find out where the words came from, take them out, and report it if the plan has left the building.",
    sources=(
        SCHOOLS_WEEK,
        Reference(
            "Suffolk News, another child’s papers in a bundle",
            "https://www.suffolknews.co.uk/ipswich/news/campaigner-says-his-son-is-latest-victim-in-child-data-bre-9320592/",
        ),
    ),
    find=find,
    cannot=cannot,
)
