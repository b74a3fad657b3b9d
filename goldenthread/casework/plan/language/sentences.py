"""Sentences and words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])|\n+")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|e\.g|i\.e|approx|no|vs|etc|p\.m|a\.m|Mx)\.|\b[A-Z]\.)$", re.IGNORECASE
)
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence with its place.

    >>> [one for _, one in sentences("Mr. Dale meets Sam at 8.30. They read, e.g. Stig. It ends.")]
    ['Mr. Dale meets Sam at 8.30.', 'They read, e.g. Stig.', 'It ends.']
    """
    start = 0
    for match in _END.finditer(text):
        if "\n" not in match[0] and _SHORT.search(text[start : match.start()].rstrip("”’\"')")):
            continue
        if text[start : match.start()].strip():
            yield start, text[start : match.start()]
        start = match.end()
    if text[start:].strip():
        yield start, text[start:]


def words(text: str) -> list[str]:
    """The words of a text."""
    return WORD.findall(text)
