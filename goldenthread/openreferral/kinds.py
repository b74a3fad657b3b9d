"""What a value of the standard may look like: each kind reads one value, or says in a sentence why it cannot."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlsplit

STATUSES = ("active", "inactive", "defunct", "temporarily closed")
FREQUENCIES = ("WEEKLY", "MONTHLY")
PLACES = ("physical", "postal", "virtual")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST_TEXT = 20_000
_EMAIL = re.compile(r"[^@\s]{1,200}@[^@\s.]+(\.[^@\s.]+)+")
_DAY = re.compile(r"[+-]?\d*(MO|TU|WE|TH|FR|SA|SU)")


class Unreadable(ValueError):
    """A value that its field cannot hold; the sentence says what it should look like."""


def text(value: Any) -> str:
    """A text, with nothing in it that a database cannot keep."""
    if not isinstance(value, str):
        raise Unreadable("should be a text")
    if len(value) > LONGEST_TEXT:
        raise Unreadable(f"is longer than {LONGEST_TEXT:,} characters")
    if "\0" in value:
        raise Unreadable("holds a character that no text may hold")
    return value.encode("utf-8", "replace").decode()


def identifier(value: Any) -> str:
    """A UUID, written as the standard writes it."""
    try:
        return str(uuid.UUID(text(value)))
    except ValueError:
        raise Unreadable("should be a UUID, like ac148810-d857-441c-9679-408f346de14b") from None


def address(value: Any) -> str:
    """An address of the web."""
    said = text(value).strip()
    try:
        parts = urlsplit(said)
    except ValueError:
        raise Unreadable("should be an address like https://example.org") from None
    if parts.scheme not in {"http", "https"} or not parts.netloc or any(c.isspace() for c in said):
        raise Unreadable("should be an address like https://example.org")
    return said


def email(value: Any) -> str:
    """An e-mail address."""
    said = text(value).strip()
    if not _EMAIL.fullmatch(said):
        raise Unreadable("should be an e-mail address like name@example.org")
    return said


def day(value: Any) -> str:
    """A day, as 2026-11-26; a moment is cut to its day."""
    try:
        return date.fromisoformat(text(value)[:10]).isoformat()
    except ValueError:
        raise Unreadable("should be a day like 2026-11-26") from None


def moment(value: Any) -> str:
    """A moment with its zone; one without is taken as UTC."""
    said = text(value).strip()
    try:
        read = datetime.fromisoformat(said.replace("Z", "+00:00"))
    except ValueError:
        raise Unreadable("should be a moment like 2026-11-26T10:30:00Z") from None
    return said if read.tzinfo and "T" in said else read.isoformat() + ("" if read.tzinfo else "+00:00")


def clock(value: Any) -> str:
    """A time of day, as 09:30."""
    try:
        return time.fromisoformat(text(value).strip().rstrip("Z")[:8]).strftime("%H:%M")
    except ValueError:
        raise Unreadable("should be a time like 09:30") from None


def number(value: Any) -> float | int:
    """A number; one that was written as a text is read."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise Unreadable("should be a number")
    try:
        read = float(value)
    except (ValueError, OverflowError):
        raise Unreadable("should be a number") from None
    if not -1e12 < read < 1e12:
        raise Unreadable("is too large a number")
    return int(read) if read == int(read) else read


def whole(value: Any) -> int:
    """A whole number."""
    read = number(value)
    if read != int(read):
        raise Unreadable("should be a whole number")
    return int(read)


def yes_or_no(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Unreadable("should be true or false")
    return value


def weekdays(value: Any) -> str:
    """Days of the week as iCalendar writes them: MO,TU,WE. A list of them is read as well."""
    said = (
        ",".join(value) if isinstance(value, list) and all(isinstance(v, str) for v in value) else text(value)
    )
    days = [one.strip().upper() for one in said.split(",") if one.strip()]
    if not all(_DAY.fullmatch(one) for one in days):
        raise Unreadable("should name days like MO,TU,WE")
    return ",".join(days)


def one_of(*allowed: str) -> Callable[[Any], str]:
    """A kind that is one of a few words, in any case."""

    def chosen(value: Any) -> str:
        said = text(value).strip().lower()
        for word in allowed:
            if said == word.lower():
                return word
        raise Unreadable(f"should be one of: {', '.join(allowed)}")

    return chosen
