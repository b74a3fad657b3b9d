"""Tables as data: columns, rows and what may stand in a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.kit.dates import PartialDate


@dataclass(frozen=True)
class Column:
    """A heading; `sort_href` makes it a link and `sorted` is "ascending" or "descending".

    `may_break`: its cells hold words of any length, like a fingerprint, that may be broken anywhere.
    """

    title: str
    is_number: bool = False
    sort_href: str = ""
    sorted: str = ""
    may_break: bool = False


@dataclass(frozen=True)
class Cell:
    """What a cell holds: a value, perhaps a link, perhaps a state shown as a tag."""

    value: Any
    href: str = ""
    state: str = ""
    note: str = ""

    @property
    def shown(self) -> Any:
        """The value as people read it: counts with commas in their thousands, nothing for None."""
        if self.value is None:
            return ""
        is_count = isinstance(self.value, int) and not isinstance(self.value, bool)
        return f"{self.value:,}" if is_count else self.value

    @property
    def is_date(self) -> bool:
        """Whether the value is a day, a month or a year."""
        return isinstance(self.value, date | PartialDate)


@dataclass(frozen=True)
class Table:
    """A table whose first cell of each row names the row.

    >>> table = Table("Sums", [Column("Part"), Column("Count", is_number=True)], [["First", 3]])
    >>> [(cell.value, column.title) for row in table.lines() for cell, column in row]
    [('First', 'Part'), (3, 'Count')]
    """

    caption: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    is_caption_hidden: bool = False
    is_compact: bool = False
    empty: str = "Nothing to show yet."

    def lines(self) -> Iterator[list[tuple[Cell, Column]]]:
        """Each row as cells beside their columns."""
        for row in self.rows:
            cells = [value if isinstance(value, Cell) else Cell(value) for value in row]
            yield list(zip(cells, self.columns, strict=True))
