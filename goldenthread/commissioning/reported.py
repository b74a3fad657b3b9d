"""A figure as a report says it, beside the numbers that it is made of: a percentage has a base, and the two must agree."""

from __future__ import annotations

import re
from decimal import Decimal

from goldenthread.commissioning.errors import Refused

_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?\s*(%|per ?cent)?", re.IGNORECASE)
NEEDS_A_BASE = "has no base. Enter how many, and out of how many"


def numbers_of(
    value: str, numerator: int | None, denominator: int | None, *, is_share: bool
) -> tuple[int, int | None]:
    """How many, and out of how many, once what was reported agrees with them. Raises Refused, which names what does not.

    >>> numbers_of("78%", 70, 90, is_share=True), numbers_of("12", None, None, is_share=False)
    ((70, 90), (12, None))
    """
    if value:
        numerator = _agreed(value, numerator, denominator)
    if numerator is None:
        raise Refused("Enter how many. Enter 0 if there is nobody.", "numerator")
    if is_share and denominator is None:
        raise Refused("This measure is a share. Enter out of how many.", "denominator")
    if denominator is not None and numerator > denominator:
        raise Refused("This is more than it is out of.", "numerator")
    return numerator, denominator


def _agreed(value: str, numerator: int | None, denominator: int | None) -> int | None:
    """How many, by what was reported; the report must not say otherwise than the numbers."""
    match = _FIGURE.fullmatch(value.strip())
    if match is None:
        raise Refused(f"“{value}” is not a figure. Enter one like 78% or 12.", "value")
    whole, places, is_percentage = match[1].replace(",", ""), match[2] or "", bool(match[3])
    if not is_percentage:
        if places:
            raise Refused(f"“{value}” is neither a whole number nor a percentage. Enter how many.", "value")
        if numerator is not None and numerator != int(whole):
            raise Refused(f"You report {value}, and {numerator} as how many. Mend one of them.", "value")
        return int(whole)
    if numerator is None or not denominator:
        raise Refused(f"“{value}” {NEEDS_A_BASE}.", "value")
    told, counted = Decimal(f"{whole}.{places or 0}"), Decimal(100 * numerator) / denominator
    if abs(told - counted) > Decimal(5).scaleb(-1 - len(places)):
        share = f"{counted:.{max(1, len(places))}f}%"
        raise Refused(
            f"{numerator:,} of {denominator:,} is {share}, and you report {value}. Mend one of them.", "value"
        )
    return numerator
