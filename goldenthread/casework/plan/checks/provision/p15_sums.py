"""P15: sums that do not fit, within a line and between lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from goldenthread.casework.plan.checks.check import PROVISION, Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import HOURS
from goldenthread.casework.plan.checks.sheet import Sheet, texts
from goldenthread.casework.plan.language.amounts import SCHOOL_DAYS, Amount, amounts, durations, frequencies
from goldenthread.casework.plan.language.phrases import Span, remembered
from goldenthread.casework.plan.lines import Provision
from goldenthread.casework.plan.plan_types import SectionKind

_TOTAL_AFTER = re.compile(
    r"^\s*(?:(?:a|per|each|every)\s(?:week|day)\s*)?(?:weekly\s*)?(?:in\s(?:total|all)|altogether|overall|total)\b",
    re.IGNORECASE,
)
_TOTAL_BEFORE = re.compile(
    r"(?:totall?ing|total(?:\sof)?|amounting\sto|equivalent\sto|making|equal\sto|i\.e\.|=|adding\sup\sto|equates\sto)\s*$",
    re.IGNORECASE,
)
_BESIDE_AFTER = re.compile(
    r"^\s*(?:(?:a|per|each|every)\sweek|weekly)\s*(?:[).,;]|$|in\stotal|altogether|with\sa\b)", re.IGNORECASE
)
_ENDS_CLAUSE = re.compile(r"[(,;–—]\s*(?:a\stotal\sof\s)?$")
NEAR = 80
"""A total stands within so many letters of the words that make it one."""
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "the",
        "of",
        "to",
        "with",
        "for",
        "in",
        "on",
        "by",
        "at",
        "each",
        "every",
        "per",
        "week",
        "day",
        "will",
        "be",
        "given",
        "provided",
        "minutes",
        "hours",
        "sessions",
        "session",
        "from",
    ]
)


@remembered
def spans(text: str) -> Iterator[Span]:
    """A total in the text that is not its sessions times their minutes."""
    found = durations(text)
    totals = [one for one in found if _is_total(text, one)]
    expected = _expected(text, [one for one in found if one not in totals])
    for total in totals:
        if expected and all(abs(total.value - value) > 1 for value in expected):
            sums = " or ".join(sorted({f"{value:g}" for value in expected}))
            yield Span(
                total.start,
                total.end,
                text[total.start : total.end],
                f"The sessions make {sums} minutes, not {total.value:g}.",
            )


def _is_total(text: str, one: Amount) -> bool:
    before, after = text[max(0, one.start - NEAR) : one.start], text[one.end : one.end + NEAR]
    if _TOTAL_AFTER.match(after) or _TOTAL_BEFORE.search(before):
        return True
    return bool(
        _ENDS_CLAUSE.search(before) and _BESIDE_AFTER.match(after) and re.search(r"\d|\bday\b", before)
    )


def _expected(text: str, each: Sequence[Amount]) -> set[float]:
    """What the sessions make in a week, in each way that the text can be read."""
    if not each:
        return set()
    minutes = each[0].value
    times = {one.value for one in frequencies(text) if one.unit == "week" and one.value > 1}
    if re.search(r"\b(?:a|per|each|every)\s(?:school\s)?day\b|\bdaily\b", text, re.IGNORECASE):
        times.add(float(SCHOOL_DAYS))
    return {minutes * many for many in times}


def find(sheet: Sheet) -> Iterator[Found]:
    """Sums within each line, and lines that give the same support in different amounts."""
    for kind, line in sheet.provision:
        for name, words in texts(line):
            for span in spans(words):
                yield on_line(kind.key, line, CHECK.said(span), span, name)
    for (kind, one), (_, other) in _pairs(sheet):
        mine, theirs = _amounts(one), _amounts(other)
        if mine and theirs and mine != theirs and _is_same_support(one.text, other.text):
            yield on_line(kind.key, other, f"It gives the same support as line “{one.id}” in another amount.")


def _pairs(sheet: Sheet) -> Iterator[tuple[tuple[SectionKind, Provision], tuple[SectionKind, Provision]]]:
    """Every two provisions that meet a need together, once."""
    by_need: dict[str, list[tuple[SectionKind, Provision]]] = defaultdict(list)
    for kind, line in sheet.provision:
        for need in line.needs:
            by_need[need].append((kind, line))
    seen = set()
    for together in by_need.values():
        for first, second in combinations(together, 2):
            if (first[1].id, second[1].id) not in seen:
                seen.add((first[1].id, second[1].id))
                yield first, second


def _amounts(line: Provision) -> set[tuple[str, float, str]]:
    return {one.key for _, words in texts(line) for one in amounts(words)}


def _is_same_support(one: str, other: str) -> bool:
    mine, theirs = _content(one), _content(other)
    return len(mine & theirs) >= 3 and len(mine & theirs) / len(mine | theirs) >= 0.7


def _content(text: str) -> set[str]:
    plain = re.sub(r"\d[\d.:]*", " ", text.lower())
    for one in amounts(text):
        plain = plain.replace(text[one.start : one.end].lower(), " ")
    return set(re.findall(r"[a-z’']{2,}", plain)) - _SMALL


CHECK = Check(
    id="P15",
    title="The sums do not fit",
    severity=Severity.WARN,
    says="“{words}” does not fit the rest.",
    why="If the hours cannot be worked out, nobody can tell whether they were given.",
    mend="Work it out again from the advice: sessions times minutes.",
    sources=(HOURS,),
    reads=PROVISION,
    spans=spans,
    find=find,
)
