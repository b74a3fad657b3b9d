"""Codes with which somebody comes back to answers that they put aside: ten letters and figures that are hard to mistake."""

from __future__ import annotations

import hashlib
import re
import secrets

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0, 1, I, L and O, which look alike."""
LENGTH = 10
"""31 to the tenth: 8 × 10^14 codes, of which a handful stand at any time."""


def new_code() -> str:
    """A code to write down: "K7QM2-XWD9F"."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{drawn[:5]}-{drawn[5:]}"


def hash_of(code: str) -> str:
    """What is kept of a code, however it is typed.

    >>> hash_of("k7qm2 xwd9f") == hash_of("K7QM2-XWD9F")
    True
    """
    return hashlib.sha256(re.sub(r"[\W_]", "", code).upper().encode()).hexdigest()
