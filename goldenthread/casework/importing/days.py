"""Days as other systems write them: never guessed, never a month taken for a day."""

from __future__ import annotations

import re
from datetime import date

from goldenthread.kit.reading import read_date

_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$")
_ENGLISH_LAST = re.compile(r"(\d{4})-([A-Za-z]{3,9})-(\d{1,2})")
_DASHES = re.compile(r"(\d{1,2})[-/ ]([A-Za-z]{3,9})[-/ ](\d{4})")


def day_of(text: str) -> date:
    """The day that a cell says. Raises ValueError with a sentence when it says none, or only a month.

    >>> day_of("2022-Sep-28 00:00:00"), day_of("28/09/2022"), day_of("28-Sep-2022")
    (datetime.date(2022, 9, 28), datetime.date(2022, 9, 28), datetime.date(2022, 9, 28))
    """
    plain = _TIME.sub("", text.strip())
    plain = _ENGLISH_LAST.sub(r"\3 \2 \1", plain)
    plain = _DASHES.sub(r"\1 \2 \3", plain)
    try:
        found = read_date(plain)
    except ValueError:
        raise ValueError(f"“{text[:40]}” is not a day. Write it like 28/09/2022.") from None
    if found.day is None or found.month is None:
        raise ValueError(f"“{text[:40]}” has no day of the month. Write the whole day, like 28/09/2022.")
    return date(found.year, found.month, found.day)
