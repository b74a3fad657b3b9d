"""An amount shared by agreed percentages: whole pence that add up to it, whatever the shares."""

from __future__ import annotations

import re
from collections.abc import Sequence

WHOLE = 10_000
"""A share is so many hundredths of a per cent; all shares together are the whole."""
_SHARE = re.compile(r"([0-9]{1,3})(?:\.([0-9]{1,2}))?\s*%?")


def split(total: int, shares: Sequence[int]) -> tuple[int, ...]:
    """Each payer’s pence: rounded down, and the pence left over one each to those who lost most, the first named first.

    >>> split(10_001, (5_000, 5_000, 0))
    (5001, 5000, 0)
    >>> split(100, (3_333, 3_333, 3_334))
    (33, 33, 34)
    """
    if sum(shares) != WHOLE or min(shares) < 0:
        raise ValueError("The shares do not make a whole.")
    parts = [total * share // WHOLE for share in shares]
    lost = sorted(range(len(shares)), key=lambda place: (-(total * shares[place] % WHOLE), place))
    for place in lost[: total - sum(parts)]:
        parts[place] += 1
    return tuple(parts)


def read_share(text: str) -> int:
    """A percentage in hundredths of a per cent. ValueError, in words for the page.

    >>> read_share("33.33"), read_share("50%")
    (3333, 5000)
    """
    match = _SHARE.fullmatch(text.strip())
    if not match:
        raise ValueError(
            f"“{text[:20]}” is not a share with up to two figures after the point. Enter it like 33.33"
        )
    found = int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0"))
    if found > WHOLE:
        raise ValueError(f"“{text[:20]}” is more than all of it. Enter a share up to 100")
    return found


def share_words(share: int) -> str:
    """A share as people read it.

    >>> share_words(3333), share_words(5000)
    ('33.33%', '50%')
    """
    return f"{share / 100:.2f}".rstrip("0").rstrip(".") + "%"
