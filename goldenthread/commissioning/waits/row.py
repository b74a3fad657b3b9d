"""One row of a file of waiting times: its cells by their headings, what is wrong with them, and what it says when it is sound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.commissioning.waits.disclosure import Month
from goldenthread.kit.dates import PartialDate, in_words
from goldenthread.kit.reading import read_date

SERVICE, MONTH, CENSUS, TOTAL = "Service", "Month", "Counted on", "Total waiting"
_WHOLE = re.compile(r"[0-9]{1,7}|[0-9]{1,3}(,[0-9]{3}){1,2}")


def plain(text: str) -> str:
    """A heading or a name, however it was typed."""
    return " ".join(text.lower().replace("–", "-").split())


@dataclass(frozen=True)
class Trouble:
    """What is wrong with one cell, and what to do."""

    row: int
    column: str
    sentence: str

    def as_json(self) -> list[object]:
        """For keeping."""
        return [self.row, self.column, self.sentence]


@dataclass(frozen=True)
class Sent:
    """One sound row: which service and month, when it was counted, its counts and its note."""

    row: int
    line: str
    month: PartialDate
    census_on: date
    counts: Month
    note: str


class Row:
    """The cells of a row by their headings; it collects what is wrong."""

    def __init__(
        self, number: int, head: Sequence[str], cells: Sequence[str], troubles: list[Trouble]
    ) -> None:
        self.number, self.troubles, self.is_sound = number, troubles, True
        self.cells = {plain(name): cell for name, cell in zip(head, cells, strict=False)}

    def wrong(self, column: str, sentence: str) -> None:
        """Say what is wrong with a cell of this row."""
        self.troubles.append(Trouble(self.number, column, sentence))
        self.is_sound = False

    def text(self, column: str) -> str:
        """What stands under a heading."""
        return self.cells.get(plain(column), "")

    def count(self, column: str, *, is_needed: bool = False) -> int | None:
        """A whole number; None where there is none, or it is no number."""
        text = self.text(column)
        if not text:
            if is_needed:
                self.wrong(column, "This is empty. Enter a whole number; 0 if there is nobody.")
            return None
        if "%" in text:
            self.wrong(column, f"“{text}” is a percentage with no base. Send the number of children instead.")
            return None
        if not _WHOLE.fullmatch(text):
            why = "is below nought" if text.startswith("-") else "is not a whole number"
            self.wrong(column, f"“{text[:40]}” {why}. Enter how many as a number, like 12.")
            return None
        return int(text.replace(",", ""))

    def month(self, today: date) -> PartialDate | None:
        """The month; None where it is no month that has begun."""
        try:
            found = read_date(self.text(MONTH))
        except ValueError:
            self.wrong(
                MONTH, f"“{self.text(MONTH)[:40]}” is not a month. Write it like September 2026 or 2026-09."
            )
            return None
        if not found.month:
            self.wrong(MONTH, "This is a year. Write the month too, like September 2026.")
            return None
        found = PartialDate(found.year, found.month)
        if found.first > today:
            self.wrong(MONTH, f"{found} has not begun.")
            return None
        return found

    def census(self, month: PartialDate, today: date) -> date:
        """The day of counting: the month's last where none is given."""
        text = self.text(CENSUS)
        if not text:
            return min(month.last, today)
        try:
            found = read_date(text)
        except ValueError:
            found = None
        if found is None or found.precision != "day":
            self.wrong(
                CENSUS,
                f"“{text[:40]}” is not a day. Write it like {in_words(month.last)}, or leave it empty.",
            )
            return month.last
        if not month.first <= found.first <= min(month.last, today):
            self.wrong(CENSUS, f"{found} is not a past day of {month}.")
        return found.first
