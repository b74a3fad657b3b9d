"""What may be asked of the Open Referral interface: each parameter read, or refused with a sentence."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from goldenthread.localoffer.search.entries import DAYS
from goldenthread.localoffer.search.postcodes import BadPostcode, Place, place_of
from goldenthread.openreferral.paging import MOST, USUAL, Span

FURTHEST = 200_000


class BadParameter(ValueError):
    """A parameter that cannot be used: its name and a sentence."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name, self.sentence = name, sentence


@dataclass(frozen=True)
class Filters:
    """Everything that narrows a list of services or of places of services."""

    search: str = ""
    term: str | None = None
    taxonomy: str | None = None
    organization: str | None = None
    modified_after: datetime | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    start_time: str | None = None
    end_time: str | None = None
    day: str | None = None
    place: Place | None = None
    proximity: float | None = None
    is_full: bool = False
    is_minimal: bool = False


def _text(asked: Mapping[str, str], name: str) -> str:
    return asked.get(name, "").strip()


def whole(asked: Mapping[str, str], name: str, usual: int, least: int, most: int) -> int:
    """A whole number within bounds."""
    typed = _text(asked, name)
    if not typed:
        return usual
    if not re.fullmatch(r"[0-9]{1,9}", typed) or not least <= int(typed) <= most:
        raise BadParameter(name, f"{name} should be a whole number from {least} to {most}.")
    return int(typed)


def span_of(asked: Mapping[str, str]) -> Span:
    """The page that is asked for."""
    return Span(whole(asked, "page", 1, 1, 999_999), whole(asked, "per_page", USUAL, 1, MOST))


def yes(asked: Mapping[str, str], name: str) -> bool:
    """true or false; false when it is not said."""
    typed = _text(asked, name).lower()
    if typed in ("", "false", "0"):
        return False
    if typed in ("true", "1"):
        return True
    raise BadParameter(name, f"{name} should be true or false.")


def identifier(asked: Mapping[str, str], name: str) -> str | None:
    """A UUID."""
    typed = _text(asked, name)
    if not typed:
        return None
    try:
        return str(uuid.UUID(typed))
    except ValueError:
        raise BadParameter(name, f"{name} should be a UUID.") from None


def is_lines(asked: Mapping[str, str]) -> bool:
    """Whether everything is wanted, one record a line."""
    typed = _text(asked, "format").lower()
    if typed in ("", "json"):
        return False
    if typed == "ndjson":
        return True
    raise BadParameter("format", "format should be json or ndjson.")


def filters_of(asked: Mapping[str, str]) -> Filters:
    """What narrows the list."""
    place = _place(asked)
    return Filters(
        search=_text(asked, "search").replace("\0", " ")[:300],
        term=identifier(asked, "taxonomy_term_id"), taxonomy=identifier(asked, "taxonomy_id"),
        organization=identifier(asked, "organization_id"), modified_after=_moment(asked),
        minimum_age=_age(asked, "minimum_age"), maximum_age=_age(asked, "maximum_age"),
        start_time=_clock(asked, "start_time"), end_time=_clock(asked, "end_time"), day=_day(asked),
        place=place, proximity=_metres(asked, place), is_full=yes(asked, "full"), is_minimal=yes(asked, "minimal"),
    )  # fmt: skip


def _moment(asked: Mapping[str, str]) -> datetime | None:
    typed = _text(asked, "modified_after")
    if not typed:
        return None
    try:
        read = datetime.fromisoformat(typed.replace("Z", "+00:00").replace(" ", "+"))
        return read if read.tzinfo else read.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise BadParameter(
            "modified_after", "modified_after should be a moment like 2026-11-26T10:30:00Z."
        ) from None


def _age(asked: Mapping[str, str], name: str) -> float | None:
    typed = _text(asked, name)
    if not typed:
        return None
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,3})?", typed):
        raise BadParameter(name, f"{name} should be a number of years.")
    return float(typed)


def _clock(asked: Mapping[str, str], name: str) -> str | None:
    typed = _text(asked, name)
    if not typed:
        return None
    try:
        return time.fromisoformat(typed.rstrip("Z")[:8]).strftime("%H:%M")
    except ValueError:
        raise BadParameter(name, f"{name} should be a time like 09:30.") from None


def _day(asked: Mapping[str, str]) -> str | None:
    typed = _text(asked, "day")
    if not typed:
        return None
    for code, name in DAYS.items():
        if typed.upper() == code or typed.lower() in (name.lower(), name[:3].lower()):
            return code
    raise BadParameter("day", f"day should be one of {', '.join(DAYS)}.")


def _place(asked: Mapping[str, str]) -> Place | None:
    typed = _text(asked, "postcode")
    if not typed:
        return None
    try:
        return place_of(typed[:40])
    except BadPostcode as trouble:
        raise BadParameter("postcode", str(trouble)) from None


def _metres(asked: Mapping[str, str], place: Place | None) -> float | None:
    typed = _text(asked, "proximity")
    if not typed:
        return None
    if not re.fullmatch(r"[0-9]{1,7}(\.[0-9]{1,3})?", typed) or not 0 < float(typed) <= FURTHEST:
        raise BadParameter("proximity", f"proximity should be a number of metres up to {FURTHEST}.")
    if place is None:
        raise BadParameter("proximity", "proximity needs a postcode to measure from.")
    return float(typed)


def said(trouble: BadParameter) -> dict[str, Any]:
    """A refusal as JSON."""
    return {"errors": [{"parameter": trouble.name, "message": trouble.sentence}]}
