"""The page around a list, and what a reader may ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

USUAL, MOST = 50, 500


@dataclass(frozen=True)
class Span:
    """Which page is asked for, and how many records it holds."""

    number: int = 1
    per_page: int = USUAL

    @property
    def start(self) -> int:
        """The place of the page's first record."""
        return (self.number - 1) * self.per_page

    @property
    def stop(self) -> int:
        """The place after its last."""
        return self.start + self.per_page


def page(contents: Sequence[Any], *, total: int, span: Span) -> dict[str, Any]:
    """The standard's page. `contents` are the records of this page alone.

    >>> shown = page(["a", "b"], total=5, span=Span(2, 2))
    >>> shown["total_pages"], shown["page_number"], shown["size"], shown["first_page"], shown["last_page"]
    (3, 2, 2, False, False)
    >>> page([], total=0, span=Span())["last_page"]
    True
    """
    pages = max(1, -(-total // span.per_page))
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": span.number,
        "size": len(contents),
        "first_page": span.number == 1,
        "last_page": span.number >= pages,
        "empty": not contents,
        "contents": list(contents),
    }
