"""P14: numbers that the advice does not give, and numbers of the advice that were dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SOMERSET
from goldenthread.casework.plan.checks.sheet import Sheet, texts
from goldenthread.casework.plan.language.amounts import Amount, amounts
from goldenthread.casework.plan.language.phrases import Span
from goldenthread.casework.plan.lines import Provision
from goldenthread.law.words import listed

_LENGTH = re.compile(r"\b(?:minutes?|mins?|hours?|hrs?)\s(?:of\s[\w ]{1,40}\s)?$", re.IGNORECASE)
Key = tuple[str, float, str]


def find(sheet: Sheet) -> Iterator[Found]:
    """Each provision against the paragraphs that it cites."""
    for kind, line in sheet.provision:
        cited = sheet.cited(line)
        if not cited:
            continue
        given = {one.key for paragraph in cited for one in amounts(paragraph.text)}
        yield from _invented(kind.key, line, _with_totals(given))
        used = {one.key for _, words in texts(line) for one in amounts(words)}
        dropped = sorted(given - _with_totals(used))
        if dropped and not (given <= _with_totals(used)) and not _is_total_of(given, used):
            says = f"The advice says {listed([in_words(key) for key in dropped])}; this line does not."
            yield Found(says, kind.key, line.id, "text", severity=Severity.WARN)


def _invented(section: str, line: Provision, given: set[Key]) -> Iterator[Found]:
    for name, words in texts(line):
        if name in {"reviewed_when", "reviewed_by", "by_when", "expertise"}:
            continue
        for one in amounts(words):
            if one.key not in given and not _is_rate(one, words):
                says = f"The advice that it cites does not say {in_words(one.key)}."
                yield on_line(section, line, says, Span(one.start, one.end, words[one.start : one.end]), name)


def _is_rate(one: Amount, words: str) -> bool:
    """“90 minutes a week” says how much in a week, and not that it is given once."""
    return one.kind == "times" and one.value == 1 and bool(_LENGTH.search(words[: one.start]))


def _with_totals(keys: set[Key]) -> set[Key]:
    """The amounts, and what they add up to: three times thirty minutes is also ninety minutes."""
    minutes = {value for kind, value, _ in keys if kind == "minutes"}
    times = {value for kind, value, _ in keys if kind == "times"}
    return keys | {("minutes", each * many, "") for each in minutes for many in times}


def _is_total_of(given: set[Key], used: set[Key]) -> bool:
    """Whether the line spreads the total of the advice over sessions."""
    return given <= _with_totals(used) | {key for key in given if key[0] == "times" and key[1] == 1.0}


def in_words(key: Key) -> str:
    """An amount to read.

    >>> in_words(("minutes", 90.0, "")), in_words(("times", 3.0, "week")), in_words(("group", 4.0, ""))
    ('90 minutes', '3 times a week', 'a group of 4')
    """
    kind, value, unit = key
    number = f"{value:g}"
    if kind == "minutes":
        return f"{number} minutes"
    if kind == "times":
        return f"{'once' if value == 1 else f'{number} times'} a {unit}"
    return f"a group of {number}" if kind == "group" else f"one to {number}"


CHECK = Check(
    id="P14",
    title="Numbers as the advice has them",
    severity=Severity.BLOCK,
    says="“{words}” is not in the advice.",
    why="A number that nobody advised cannot be defended; a number that was dropped is support lost.",
    mend="Use the advice’s own numbers, or cite the paragraph that gives this one. If you depart from it, say why.",
    sources=(SOMERSET,),
    find=find,
)
