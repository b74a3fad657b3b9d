"""Rows of CSV text, each with its line. One quotation mark that nobody closes would swallow the rows that follow it, without a
word; here the row with the mark is listed and the others are read. A line without end is passed over, so that memory stays flat.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple, TextIO

LONGEST = 1 << 24
"""A line or a cell longer than this is listed: a real row takes some hundred letters."""


class Row(NamedTuple):
    """A row with the line on which it ends; or what is wrong with the row, or with all that would follow (`ends`)."""

    line: int
    cells: list[str]
    trouble: str = ""
    ends: bool = False


NO_ROW = Row(0, [])


class _Lines:
    """The lines of a text, which can be given back. `taken` are those since the last row; `line` is the number of the last."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._again: deque[str] = deque()
        self.taken: list[str] = []
        self.line = 0
        self.too_long = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.too_long:
            raise StopIteration
        line = self._again.popleft() if self._again else self._text.readline(LONGEST)
        if not line:
            raise StopIteration
        self.line += 1
        if len(line) >= LONGEST and not line.endswith("\n"):
            self._pass_over()
            self.too_long = True
            raise StopIteration
        if "\x00" in line:
            line = line.replace("\x00", "\ufffd")
        self.taken.append(line)
        return line

    def _pass_over(self) -> None:
        while (more := self._text.readline(LONGEST)) and not more.endswith("\n"):
            pass

    def give_back_all_but_the_first(self) -> int:
        """Take back what was read since the last row, and say on which line that row begins."""
        self.line -= len(self.taken) - 1
        self._again.extendleft(reversed(self.taken[1:]))
        self.taken.clear()
        return self.line


def rows_of(text: TextIO) -> Iterator[Row]:
    """Each row, blank ones left out."""
    csv.field_size_limit(LONGEST)
    lines, wide = _Lines(text), 0
    while True:
        trouble = ""
        try:
            for cells in csv.reader(lines):
                if len(lines.taken) > 1 and _has_swallowed(cells, wide):
                    trouble = "a quotation mark is opened in it and not closed"
                    break
                lines.taken.clear()
                wide = wide or len(cells)
                if cells:
                    yield Row(lines.line, cells)
        except csv.Error as error:
            trouble = str(error)
        if trouble:
            at = lines.give_back_all_but_the_first()
            yield Row(at, [], f"line {at}, {trouble}")
        elif lines.too_long:
            lines.too_long = False
            lines.taken.clear()
            yield Row(lines.line, [], f"line {lines.line} is longer than any row can be")
        else:
            return


def _has_swallowed(cells: list[str], wide: int) -> bool:
    """Whether a cell holds the line break and the separators of other rows."""
    return any("\n" in cell and cell.count(",") >= max(wide - 1, 1) for cell in cells)
