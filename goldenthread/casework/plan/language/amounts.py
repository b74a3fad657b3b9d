"""Amounts in a text: how long, how often, how many in a group. Each with its place, in minutes and times a week or term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.casework.plan.language.beginnings import DIGITS
from goldenthread.casework.plan.language.figures import NUMBER, WORDS, value_of
from goldenthread.casework.plan.language.phrases import tokens

SCHOOL_DAYS = 5
KEPT = 4_096
"""So many texts are remembered: a plan that is checked as somebody types changes one line at a time."""
_N = rf"(?P<n>{NUMBER}|an?)"
_GAP = r"[\s\-‑]*"
_MINUTES = re.compile(rf"\b{_N}{_GAP}(?:min(?:ute)?s?)\b", re.IGNORECASE)
_HOURS = re.compile(
    rf"\b{_N}(?P<half>\sand\sa\shalf)?{_GAP}(?:hours?|"
    rf"hrs?)\b(?P<more>\s(?:and\s)?(?P<m>{NUMBER}){_GAP}(?:min(?:ute)?s?))?(?P<after>\sand\sa\shalf)?",
    re.IGNORECASE,
)  # fmt: skip
_HALF = re.compile(
    r"\b(?:(?P<q>three quarters)|(?P<h>half)|(?P<one>a quarter))[\s\-‑](?:of\s)?(?:an?\s)?hour\b",
    re.IGNORECASE,
)
PERIODS = r"(?:school\s)?(?P<unit>day|week|fortnight|month|half[\s\-‑]term|term|year|morning|afternoon)"
_BETWEEN = r"(?:(?!(?:for|of|and|with|to|in|on|minutes|mins|hours)\s)[\w.\-‑]+\s){0,5}?"
_NO_LENGTH = r"(?!\s?[\-‑]?(?:min|hour|hr|%|:|per\scent))"
_SESSIONS = r"(?:sessions?|lessons?|meetings?|visits?|appointments?|times?|days|mornings|afternoons|periods)"
_X = rf"[x×]{_GAP}[\d.]+{_GAP}(?:min(?:ute)?s?|hours?|hrs?)"
_TIMES = re.compile(
    rf"\b(?:(?P<n>{NUMBER}){_NO_LENGTH}\s?(?:{_X}|{_GAP}{_BETWEEN}{_SESSIONS}\b)|(?P<once>once|twice))"
    rf"\s(?:[^.;,()]{{0,60}}?\s)?(?:(?:an?|per|each|every|in\severy)\s{PERIODS}s?|(?P<ly>daily|weekly|fortnightly|monthly|"
    rf"termly))\b",
    re.IGNORECASE,
)  # fmt: skip
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_WEEKDAYS = re.compile(
    rf"\b(?:every|each|on)\s{_DAY}(?:(?:,\s|,?\sand\s(?:every\s|each\s|on\s)?){_DAY})*\b", re.IGNORECASE
)
_EACH = re.compile(rf"\b(?:every|each|once\san?|per)\s(?P<other>other\s)?{PERIODS}\b", re.IGNORECASE)
_LY = re.compile(
    r"\b(?P<twice>twice[\s\-‑])?(?P<ly>daily|weekly|fortnightly|monthly|half[\s\-‑]termly|termly|annually|yearly)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    rf"\b(?:groups?|class|pair)\s?(?:\(|,)?\s?(?:size\s)?(?:of|with)?\s?(?:(?:up\sto|no\smore\sthan|at\smost|"
    rf"a\smaximum\sof|max(?:imum)?\.?)\s)?(?P<n>{NUMBER})\b"
    r"(?!\s?(?:times|minutes?|mins?|hours?|sessions?|days?|weeks?|x)\b)",
    re.IGNORECASE,
)  # fmt: skip
_RATIO = re.compile(
    r"\b(?P<a>\d)\s?:\s?(?P<b>\d{1,2})\b(?!\d)|\b(?P<one>one|1)[\s\-‑]?to[\s\-‑]?(?P<other>one|two|three|four|1|2|3|4)\b",
    re.IGNORECASE,
)
_LY_UNIT = {
    "daily": "day",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "termly": "term",
    "annually": "year",
    "yearly": "year",
}


_NUMBERS = frozenset(WORDS)
_LENGTHS = _NUMBERS | {"a", "an", "half"}
_COUNTS = _NUMBERS | {"once", "twice"}
_EVERY = frozenset({"every", "each", "once", "per"})
_ON = frozenset({"every", "each", "on"})
_ADVERBS = frozenset({*_LY_UNIT, "twice", "half"})
_GROUPS = frozenset({"group", "groups", "class", "pair"})


def _at(
    expression: re.Pattern[str], words: frozenset[str], text: str, *, figures: bool = True
) -> Iterator[re.Match[str]]:
    """The matches that begin with one of some words, or with a figure, from left to right."""
    if not figures and words.isdisjoint(word for word, _ in tokens(text)):
        return
    last = 0
    for word, start in tokens(text):
        if (word in words or (figures and word == DIGITS)) and start >= last:
            match = expression.match(text, start)
            if match:
                last = match.end()
                yield match


@dataclass(frozen=True)
class Amount:
    """An amount and where it stands: minutes, times (in a unit), pupils in a group, or a ratio."""

    kind: str
    value: float
    start: int
    end: int
    unit: str = ""

    @property
    def key(self) -> tuple[str, float, str]:
        """What makes two amounts the same; once a day is five times a week."""
        if self.kind == "times" and self.unit in {"day", "morning", "afternoon"}:
            return ("times", self.value * SCHOOL_DAYS, "week")
        if self.kind == "times" and self.unit == "fortnight":
            return ("times", self.value / 2, "week")
        return (self.kind, self.value, self.unit)


@lru_cache(maxsize=KEPT)
def durations(text: str) -> tuple[Amount, ...]:
    """How long, in minutes.

    >>> [one.value for one in durations("45-minute sessions, half an hour and 1 hour 30 minutes")]
    [45.0, 30.0, 90.0]
    """
    small = text.lower()
    if "min" not in small and "hour" not in small and "hr" not in small:
        return ()
    found = [*_halves(text), *_hours(text)]
    taken = [(one.start, one.end) for one in found]
    for match in _at(_MINUTES, _LENGTHS, text):
        if not any(start <= match.start() < end for start, end in taken):
            found.append(Amount("minutes", value_of(match["n"]), match.start(), match.end()))
    return tuple(sorted(found, key=lambda one: one.start))


def _halves(text: str) -> Iterator[Amount]:
    for match in _HALF.finditer(text) if "half" in text.lower() or "quarter" in text.lower() else ():
        minutes = 45.0 if match["q"] else 30.0 if match["h"] else 15.0
        yield Amount("minutes", minutes, match.start(), match.end())


def _hours(text: str) -> Iterator[Amount]:
    for match in _at(_HOURS, _LENGTHS, text):
        before = text[max(0, match.start() - 12) : match.start()].lower()
        if match["n"].lower() in {"a", "an"} and before.rstrip().endswith(("half", "quarter", "quarters of")):
            continue
        hours = value_of(match["n"]) + (0.5 if match["half"] or match["after"] else 0)
        yield Amount(
            "minutes", hours * 60 + (value_of(match["m"]) if match["m"] else 0), match.start(), match.end()
        )


@lru_cache(maxsize=KEPT)
def frequencies(text: str) -> tuple[Amount, ...]:
    """How often: times in a unit.

    >>> [(one.value, one.unit) for one in frequencies("three 20-minute sessions a week, reviewed termly")]
    [(3.0, 'week'), (1.0, 'term')]
    """
    found = []
    for match in _at(_TIMES, _COUNTS, text):
        times = value_of(match["n"] or match["once"])
        unit = _ly_unit(match["ly"]) if match["ly"] else _unit(match["unit"])
        found.append(Amount("times", times, match.start(), match.end(), unit))
    for match in _at(_WEEKDAYS, _ON, text, figures=False):
        days = float(len(re.findall(_DAY, match[0], re.IGNORECASE)))
        found.append(Amount("times", days, match.start(), match.end(), "week"))
    taken = [(one.start, one.end) for one in found]
    for match in [*_at(_EACH, _EVERY, text, figures=False), *_at(_LY, _ADVERBS, text, figures=False)]:
        if any(start <= match.start() < end for start, end in taken):
            continue
        words = match.groupdict()
        unit = _unit(words["unit"]) if words.get("unit") else _ly_unit(str(words["ly"]))
        times = 2.0 if words.get("twice") else 0.5 if words.get("other") else 1.0
        found.append(Amount("times", times, match.start(), match.end(), unit))
    return tuple(sorted(found, key=lambda one: one.start))


def _unit(words: str) -> str:
    return re.sub(r"[\s‑]", "-", words.lower())


def _ly_unit(word: str) -> str:
    plain = _unit(word)
    return "half-term" if plain.startswith("half") else _LY_UNIT[plain]


@lru_cache(maxsize=KEPT)
def groups(text: str) -> tuple[Amount, ...]:
    """How many in a group, and ratios of adults to pupils.

    >>> [(one.kind, one.value) for one in groups("a small group of four, at a ratio of 1:2")]
    [('group', 4.0), ('ratio', 2.0)]
    """
    found = [
        Amount("group", value_of(match["n"]), match.start(), match.end())
        for match in _at(_GROUP, _GROUPS, text, figures=False)
    ]
    for match in _at(_RATIO, _NUMBERS, text):
        found.append(Amount("ratio", value_of(match["b"] or match["other"]), match.start(), match.end()))
    return tuple(sorted(found, key=lambda one: one.start))


@lru_cache(maxsize=KEPT)
def amounts(text: str) -> tuple[Amount, ...]:
    """All of them."""
    return (*durations(text), *frequencies(text), *groups(text))
