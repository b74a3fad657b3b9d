"""Pounds as people type them, kept as whole pence."""

from __future__ import annotations

import re

_POUNDS = re.compile(r"£?\s*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?")
MOST = 10**12
"""Ten thousand million pounds: more is a slip of the finger."""


def read_pounds(text: str) -> int:
    """An amount in pence. ValueError, in words for the page, for what is no amount of pounds and pence.

    >>> read_pounds("£1,234.50"), read_pounds("12")
    (123450, 1200)
    >>> read_pounds("12.345")
    Traceback (most recent call last):
    ValueError: “12.345” has parts of a penny. Enter pounds and pence, like 12.34
    """
    typed = text.strip()
    match = _POUNDS.fullmatch(typed)
    if not match:
        why = "is below nought" if typed.startswith("-") else "is not an amount of money"
        raise ValueError(f"“{typed[:30]}” {why}. Enter pounds and pence, like 1,200.50")
    pounds, pence = match[1].replace(",", ""), match[2]
    if pence and len(pence) > 2:
        raise ValueError(f"“{typed[:30]}” has parts of a penny. Enter pounds and pence, like 12.34")
    if pence and len(pence) == 1:
        raise ValueError(f"“{typed[:30]}” has one figure after the point. Enter two, like 12.50")
    found = int(pounds) * 100 + int(pence or 0)
    if found > MOST:
        raise ValueError(f"“{typed[:30]}” is more than we keep. Check the noughts")
    return found


def in_pounds(pence: int) -> str:
    """The amount as people read it.

    >>> in_pounds(123450), in_pounds(-5)
    ('£1,234.50', '-£0.05')
    """
    sign = "-" if pence < 0 else ""
    return f"{sign}£{abs(pence) // 100:,}.{abs(pence) % 100:02}"
