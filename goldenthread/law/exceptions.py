"""The lawful exceptions. Each is a defence where it made the limit impractical: the due day stays as it was.

Missing staff, panels, half-terms and Christmas or Easter holidays are no exception.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.law.citation import Citation
from goldenthread.law.errors import DatesReversed
from goldenthread.law.sources import regulation
from goldenthread.law.words import in_words

FOUR_WEEKS = timedelta(days=28)
_ONE_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class LawfulException:
    """One of the reasons of regulation 10(4), which 5(4), 13(3) and 27(3) share."""

    code: str
    words: str
    citation: Citation


_WORDS = {
    "X-A": ("The school or college asked for advice was closed for four weeks or more", "10(4)(a)"),
    "X-B": ("The early years provider asked for advice was closed for four weeks or more", "10(4)(b)"),
    "X-C": ("Exceptional personal circumstances of the child, a parent or the young person", "10(4)(c)"),
    "X-D": ("Child, parent or young person away from the area for four weeks on end or more", "10(4)(d)"),
}
EXCEPTIONS = {
    code: LawfulException(code, words, regulation(paragraph)) for code, (words, paragraph) in _WORDS.items()
}


def closure_window(first_closed: date, reopens: date) -> tuple[date, date] | None:
    """The first and last day on which advice must have been asked for, for a closure to count; None if it was too short.

    From one week before the first closed day to one week before the day of re-opening, both included
    (regulation 10(4)(a) and (b)).

    >>> closure_window(date(2026, 7, 22), date(2026, 9, 1))
    (datetime.date(2026, 7, 15), datetime.date(2026, 8, 25))
    """
    if reopens < first_closed:
        raise DatesReversed("The school opens again before it closes. Give the first closed day first.")
    if reopens - first_closed < FOUR_WEEKS:
        return None
    return first_closed - _ONE_WEEK, reopens - _ONE_WEEK


def is_away_long_enough(left: date, back: date) -> bool:
    """Whether an absence was of four weeks or more without a break: the nights between are counted."""
    return back - left >= FOUR_WEEKS


def objection(code: str, starts_on: date, ends_on: date) -> str:
    """Why an exception cannot stand, as far as days can show it; empty when people must judge.

    For a closure, `starts_on` is the first closed day and `ends_on` the day of re-opening.
    """
    if code in ("X-A", "X-B") and closure_window(starts_on, ends_on) is None:
        days = (ends_on - starts_on).days
        return f"A closure counts from four weeks, 28 days: from {in_words(starts_on)} to {in_words(ends_on)} are {days}."
    if code == "X-D" and not is_away_long_enough(starts_on, ends_on):
        days = (ends_on - starts_on).days
        return f"An absence counts from four weeks, 28 days: from {in_words(starts_on)} to {in_words(ends_on)} are {days}."
    return ""
