"""Traces of another child in a text: numbers, dates of birth, whole names, and a given name where a person stands."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import date

from goldenthread.casework.plan.guard.index import CaseloadIndex, plain_number
from goldenthread.casework.plan.language.names import WORD_NAMES, mentions
from goldenthread.casework.plan.language.phrases import Span

_UPN = re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b", re.IGNORECASE)
_NHS = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAY = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s(?:of\s)?(?P<word>{'|'.join(_MONTHS)}|"
    rf"{'|'.join(one[:3] for one in _MONTHS)}),?\s|[/.-](?P<m>\d{{1,2}})[/.-])(?P<y>\d{{4}}|\d{{2}})\b",
    re.IGNORECASE,
)  # fmt: skip
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_BIRTH = re.compile(r"\b(?:born|birth|D\.?O\.?B\.?|birthday)\b", re.IGNORECASE)
YEARS_BACK = 3
"""A date without the word “born” counts as a birthday only when it is so many years old: advice is younger."""


def numbers(text: str, index: CaseloadIndex, key: str) -> Iterator[Span]:
    """UPNs and NHS numbers of other children."""
    for what, places in (("UPN", _UPN), ("NHS number", _NHS)):
        for match in places.finditer(text):
            if index.others_with_number(plain_number(match[0].replace("-", "")), key) > 0:
                yield Span(
                    match.start(), match.end(), match[0], f"“{match[0]}” is the {what} of another child."
                )


def dates_in(text: str) -> Iterator[tuple[date, int, int]]:
    """Every day that stands in a text, with its place."""
    for match in _DAY.finditer(text):
        month = (
            int(match["m"])
            if match["m"]
            else next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(match["word"].lower()[:3]))
        )
        year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
        yield from _made(year, month, int(match["d"]), match)
    for match in _ISO.finditer(text):
        yield from _made(int(match[1]), int(match[2]), int(match[3]), match)


def _made(year: int, month: int, day: int, match: re.Match[str]) -> Iterator[tuple[date, int, int]]:
    try:
        yield date(year, month, day), match.start(), match.end()
    except ValueError:
        return


def birthdays(text: str, index: CaseloadIndex, key: str, own: date, on: date) -> Iterator[Span]:
    """Days on which other children were born, where a birthday can be meant."""
    for day, start, end in dates_in(text):
        meant = _BIRTH.search(text[max(0, start - 40) : start]) or day.year <= on.year - YEARS_BACK
        if meant and day != own and index.others_born(day, key) > 0:
            yield Span(
                start,
                end,
                text[start:end],
                f"“{text[start:end]}” is the date of birth of another child, and not of this one.",
            )


def names(
    text: str, index: CaseloadIndex, key: str, own: Container[str], *, whole_only: bool = False
) -> Iterator[Span]:
    """Names of other children. A given name alone counts where a person plainly stands, and nobody’s friend or brother.

    `own` are all the words of names that this plan may hold. With `whole_only`, as in a child’s own words, a given name
    alone never counts: children name their friends.
    """
    for one in mentions(text, index.given, own):
        if one.family and one.family not in own and index.others_called(one.given, key, one.family) > 0:
            both_words = one.given in WORD_NAMES and one.family in WORD_NAMES
            if one.stands or not both_words:
                span = text[one.start : one.full_end]
                yield Span(one.start, one.full_end, span, f"“{span}” is the name of another child.")
            continue
        if whole_only or one.family or one.given in own or one.is_related or not one.stands:
            continue
        if index.others_called(one.given, key) > 0:
            span = text[one.start : one.end]
            says = f"“{span}” is the name of another child, and not of this one."
            yield Span(one.start, one.end, span, says)
