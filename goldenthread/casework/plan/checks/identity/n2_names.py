"""N2: the child's name, always the same and as recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SCHOOLS_WEEK
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.guard.index import key_of
from goldenthread.casework.plan.language.names import (
    WORD_NAMES,
    bare,
    child_words,
    mentions,
    names_alone,
    own_words,
)
from goldenthread.casework.plan.language.phrases import Span

SHORTEST = 4
_CAPITAL = re.compile(r"\b(?=[^a-z\W\d_])[^\W\d_]{2,}(?:[-’'][^\W\d_]+)*")
_SMALL = re.compile(r"\b[a-z][\w’]+")


def find(sheet: Sheet) -> Iterator[Found]:
    """Other spellings of the child’s names, and other names where the child should stand."""
    own, child = own_words(sheet.plan), child_words(sheet.plan)
    plain = _plain_words(sheet)
    key = key_of(sheet.plan.child)
    called = sheet.plan.child.known_as or sheet.plan.child.given_names.split(" ")[0]
    for kind, line, name, words in sheet.written_fields:
        seen = set()
        for span in _misspelt(words, own, child, plain):
            seen.add(span.start)
            yield on_line(kind.key, line, span.note, span, name)
        for one in mentions(words, names_alone()):
            known = one.given in own or one.family in own or one.start in seen
            if (
                known
                or one.is_related
                or one.family
                or not one.stands
                or _is_in_caseload(sheet, one.given, key)
            ):
                continue
            word = words[one.start : one.end]
            says = f"The text speaks of “{word}”; the record says {called}."
            yield on_line(kind.key, line, says, Span(one.start, one.end, word), name)


def _is_in_caseload(sheet: Sheet, given: str, key: str) -> bool:
    """Whether N1 says it already."""
    return sheet.caseload is not None and sheet.caseload.others_called(given, key) > 0


def _plain_words(sheet: Sheet) -> frozenset[str]:
    """Words that the plan writes small somewhere: no names."""
    return frozenset(word for _, line in sheet.lines for word in _SMALL.findall(line.text))


def _misspelt(text: str, own: frozenset[str], child: frozenset[str], plain: frozenset[str]) -> Iterator[Span]:
    for match in _CAPITAL.finditer(text):
        word = bare(match[0])
        if len(word) < SHORTEST or word in own or word in plain or word in WORD_NAMES:
            continue
        near = next((name for name in sorted(child) if len(name) >= SHORTEST and is_near(word, name)), None)
        if near:
            end = match.start() + len(re.sub(r"(?:[’']s|[’'])$", "", match[0]))
            shown = text[match.start() : end]
            yield Span(
                match.start(),
                end,
                shown,
                f"“{shown}” is spelled otherwise than “{near.capitalize()}” in the record.",
            )


def is_near(one: str, other: str) -> bool:
    """Whether two names differ by one letter, by two when they are long, or only in how the same sound is written.

    >>> is_near("aysha", "aisha"), is_near("elbie", "elby"), is_near("mark", "mary"), is_near("jon", "tom")
    (True, True, True, False)
    """
    if one == other or one[0] != other[0] or abs(len(one) - len(other)) > 2:
        return False
    if _sound(one) == _sound(other):
        return True
    return _distance(one, other) <= (2 if min(len(one), len(other)) >= 7 else 1)


def _sound(name: str) -> str:
    """A name with the commonest ways of writing one sound made one: -ie and -ey, ph, ck, doubled letters."""
    plain = re.sub(r"(?:ie|ey|i)$", "y", name.replace("ph", "f").replace("ck", "k"))
    return re.sub(r"(.)\1", r"\1", plain)


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        previous, row[0] = row[0], place
        for column, theirs in enumerate(other, 1):
            previous, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, previous + (letter != theirs)),
            )
    return row[-1]


CHECK = Check(
    id="N2",
    title="The child’s name, as recorded",
    severity=Severity.WARN,
    says="“{words}” is not the name in the record.",
    why="A name that changes within a plan is how another child’s text shows itself.",
    mend="Use the name that the child goes by, spelled as in the record. If the record is wrong, mend the record.",
    sources=(SCHOOLS_WEEK,),
    find=find,
)
