"""A cell of a published table: a number, or a mark that is no number and never becomes one."""

from __future__ import annotations

from typing import Any, Literal

UNAVAILABLE, NOT_APPLICABLE = "x", "z"
Mark = Literal["x", "z"]
MARKS = {UNAVAILABLE: "Not available", NOT_APPLICABLE: "Does not apply"}
"""The release's conventions (its data guidance, “File formats and conventions”): x is unavailable, z not applicable."""
Value = int | float | Mark | None


def value_of(text: str) -> Value:
    """What a cell says. An empty cell is None; anything else that is no number raises ValueError.

    >>> value_of("41448"), value_of("45.9"), value_of("x"), value_of("")
    (41448, 45.9, 'x', None)
    """
    text = text.strip()
    if not text:
        return None
    if text in (UNAVAILABLE, NOT_APPLICABLE):
        return text  # type: ignore[return-value]
    number = float(text)
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError(f"“{text}” is no number")
    return int(number) if number.is_integer() and "." not in text else number


def number(value: Any) -> float | None:
    """The number in a value; None for a mark or an empty cell."""
    return value if isinstance(value, int | float) else None
