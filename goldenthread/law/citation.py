"""Where a rule comes from, and which of its values counted on a day.

A limit is a tuple of dated values. Each value carries the citation that gives it, and the citation says from
when to when. Nobody can ask for "the" value: every question names a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Generic, TypeVar

from goldenthread.law.errors import NotInForce
from goldenthread.law.words import in_words, month_in_words

Value = TypeVar("Value")


@dataclass(frozen=True)
class Citation:
    """A provision or, where none was found, the practice that was seen.

    `starts` and `ends` are both inside the span; no `ends` means no end is known. `unconfirmed` means that no
    instrument or official guidance was read for it, and every page that uses it must say so.
    """

    text: str
    url: str
    starts: date
    ends: date | None = None
    unconfirmed: bool = False

    def __post_init__(self) -> None:
        if not self.text.strip() or not self.url.startswith(("https://", "http://")):
            raise ValueError(f"A citation needs words and a web address: got “{self.text}” and “{self.url}”.")
        if self.ends is not None and self.ends < self.starts:
            raise ValueError(f"“{self.text}” ends on {self.ends} before it starts on {self.starts}.")

    def covers(self, day: date) -> bool:
        """Whether the day is in the span, first and last day included."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class Dated(Generic[Value]):
    """One value of a limit, with the citation that gives it and dates it."""

    value: Value
    citation: Citation


Limit = tuple[Dated[Value], ...]


def in_force(limit: Limit[Value], on: date, *, name: str) -> Dated[Value]:
    """The value that counted on the day that starts the clock; NotInForce says what dates there are."""
    for dated in limit:
        if dated.citation.covers(on):
            return dated
    spans = "; ".join(span_in_words(dated.citation) for dated in limit)
    raise NotInForce(
        f"The rule {name} has no value for {in_words(on)}. It runs {spans}. "
        "Check the day, or choose the rule that applied then."
    )


def span_in_words(citation: Citation) -> str:
    """The span of a citation, such as "from 9 November 2015"; practice is known by the month only."""
    words = month_in_words if citation.unconfirmed else in_words
    ends = f" to {words(citation.ends)}" if citation.ends else ""
    return f"from {words(citation.starts)}{ends}"


def span_faults(limit: Sequence[Dated[Value]]) -> list[str]:
    """What is wrong with the spans of a limit: wrong order, overlaps, holes. Empty when all is well.

    The last span may be open or closed; every earlier one must end the day before the next starts.
    """
    if not limit:
        return ["there is no value at all"]
    faults = []
    for earlier, later in pairwise(limit):
        ends, starts = earlier.citation.ends, later.citation.starts
        if ends is None or ends >= starts:
            faults.append(f"“{earlier.citation.text}” and “{later.citation.text}” overlap on {starts}")
        elif ends + timedelta(days=1) != starts:
            faults.append(f"nothing covers {ends + timedelta(days=1)} to {starts - timedelta(days=1)}")
    return faults
