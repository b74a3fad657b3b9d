"""Where a claim comes from: the row, the letter, the paragraph, the query."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One source that a reader can open, or at least name.

    >>> str(Source("Letter to the council, page 2"))
    'Letter to the council, page 2'
    """

    text: str
    href: str = ""
    note: str = ""

    def __str__(self) -> str:
        return self.text
