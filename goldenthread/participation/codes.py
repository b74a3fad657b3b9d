"""Codes with which somebody comes back to answers that they put aside."""

from __future__ import annotations

from goldenthread.kit import secret_links

LENGTH = 10
"""27 to the tenth: 2 × 10^14 codes, of which a handful stand at any time."""


def new_code() -> str:
    """A code to write down: "K7QM2-XWD9F"."""
    drawn = secret_links.new_code(LENGTH)
    return f"{drawn[:5]}-{drawn[5:]}"


def hash_of(code: str) -> str:
    """What is kept of a code, however it is typed.

    >>> hash_of("k7qm2 xwd9f") == hash_of("K7QM2-XWD9F")
    True
    """
    return secret_links.hashed(secret_links.tidied(code))
