"""Which past day a reader asked to see: the `as_at` of a page's address, as people or programs write it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from goldenthread.kit.dates import PartialDate, in_words
from goldenthread.kit.reading import read_date


def asked_day(text: str, today: date, earliest: date | None = None) -> date | None:
    """The day asked for; None for no day, or for today. ValueError in words for the page otherwise.

    >>> asked_day("30 November 2023", date(2026, 1, 5))
    datetime.date(2023, 11, 30)
    """
    if not text.strip():
        return None
    asked: PartialDate = read_date(text)
    if asked.precision != "day":
        raise ValueError("Enter a day as well as a month and a year, like 30 November 2023")
    day = asked.first
    if day > today:
        raise ValueError(f"Enter a day that is not in the future: today is {in_words(today)}")
    if earliest and day < earliest:
        raise ValueError(f"Enter a day from {in_words(earliest)} on: the record starts there")
    return None if day == today else day


@dataclass(frozen=True)
class AsAt:
    """The day that is shown; `past` is that day when it is not today; `trouble` says why an answer was not taken."""

    day: date
    today: date
    past: date | None = None
    asked: str = ""
    trouble: str = ""

    def for_page(self) -> dict[str, Any]:
        """What the kit's as-at bar and its form read."""
        return {"at": self, "as_at": self.past, "as_at_text": self.asked, "as_at_error": self.trouble}


def as_at(http: HttpRequest) -> AsAt:
    """The day asked for by `?as_at=`; today where none is asked for or the answer cannot be read."""
    today = timezone.localdate()
    asked = http.GET.get("as_at", "")
    try:
        past = asked_day(asked, today)
    except ValueError as trouble:
        return AsAt(today, today, asked=asked, trouble=str(trouble))
    return AsAt(past or today, today, past, asked)
