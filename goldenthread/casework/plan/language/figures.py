"""Numbers as people write them: 3, three, twenty-five, 1.5, one and a half."""

from __future__ import annotations

import re

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
          "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
WORDS = {word: number for number, word in enumerate(_UNITS)} | _TENS
_ONES = "|".join(sorted(_UNITS[1:], key=len, reverse=True))
NUMBER = rf"(?:\d+(?:[.,]\d+)?|(?:{'|'.join(_TENS)})(?:[\s\-‑](?:one|two|three|four|five|six|seven|eight|nine))?|{_ONES})"
"""A piece of an expression that matches a number."""


def value_of(words: str) -> float:
    """The number that words stand for.

    >>> value_of("twenty-five"), value_of("1.5"), value_of("a")
    (25.0, 1.5, 1.0)
    """
    plain = words.strip().lower()
    if plain in {"a", "an", "one", "once", "single"}:
        return 1.0
    if plain == "twice":
        return 2.0
    if plain[:1].isdigit():
        return float(
            plain.replace(",", ".") if re.fullmatch(r"\d+,\d{1,2}", plain) else plain.replace(",", "")
        )
    return float(sum(WORDS[part] for part in re.split(r"[\s\-‑]", plain)))
