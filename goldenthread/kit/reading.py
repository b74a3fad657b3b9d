"""Dates as people type them, read without guessing."""

from __future__ import annotations

import re

from goldenthread.kit.dates import MONTHS, PartialDate

EXAMPLE = "16 February 2022, or February 2022 if you know only the month"
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?([a-z]+)\.?,?\s+(\d{4})", re.IGNORECASE)
_SLASHES = re.compile(r"(?:(\d{1,2})\s*[/.\-]\s*)?(\d{1,2})\s*[/.\-]\s*(\d{4})")
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+", re.IGNORECASE)


def month_number(word: str) -> int | None:
    """The month that a word names, from three letters on.

    >>> month_number("Sept"), month_number("Ma")
    (9, None)
    """
    found = [n for n, name in enumerate(MONTHS) if n and name.lower().startswith(word.lower())]
    return found[0] if len(word) >= 3 and len(found) == 1 else None


def read_date(text: str) -> PartialDate:
    """The date that a person typed, no more exact than they typed it. Days come before months, as in Britain.

    >>> read_date("16/2/2022").isoformat(), read_date("February 2022").isoformat()
    ('2022-02-16', '2022-02')
    """
    typed = _WEEKDAY.sub("", " ".join(text.split()))
    if _ISO.fullmatch(typed):
        year, month, day = [*(int(part) for part in typed.split("-")), None, None][:3]
    elif match := _SLASHES.fullmatch(typed):
        day, month, year = (int(part) if part else None for part in match.groups())
    elif match := _WORDS.fullmatch(typed):
        month = month_number(match[2])
        if month is None:
            raise ValueError(f"“{match[2]}” is not a month. Enter a date like {EXAMPLE}")
        day, year = int(match[1]) if match[1] else None, int(match[3])
    else:
        raise ValueError(f"Enter a date like {EXAMPLE}")
    return _made(int(year or 0), month, day)


def _made(year: int, month: int | None, day: int | None) -> PartialDate:
    if not 1900 <= year <= 2199:
        raise ValueError("Enter a year with four figures, like 2022")
    if month is not None and not 1 <= month <= 12:
        raise ValueError("Enter a month from 1 to 12, or its name")
    try:
        return PartialDate(year, month, day)
    except ValueError:
        raise ValueError(f"{MONTHS[month or 1]} {year} has no day {day}") from None
