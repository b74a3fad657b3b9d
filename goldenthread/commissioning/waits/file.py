"""Reading a file of waiting times: one row for each service and month, and every mistake with its row and column.

Columns are found by their headings, in any order. Nothing about people is taken: a file that looks as if it held any is
turned away as a whole (AboutPeople), and nothing of it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.commissioning.waits.disclosure import Month
from goldenthread.commissioning.waits.part_rows import GROUP, OVER, SPLIT, Asked, with_parts
from goldenthread.commissioning.waits.people import cell_about_people, headings_about_people
from goldenthread.commissioning.waits.series import SERIES, Series
from goldenthread.kit.dates import PartialDate, in_words
from goldenthread.kit.reading import read_date
from goldenthread.kit.received.tables import UnreadableFile, csv_lines

MOST_ROWS = 1_000
SERVICE, MONTH, CENSUS, TOTAL, NOTE = "Service", "Month", "Counted on", "Total waiting", "Note"
NUMBERS = {
    "Median days waiting": "median_days", "Longest days waiting": "longest_days", "Seen in the month": "seen",
    "Median days of those seen": "seen_median_days", "Referrals received": "received", "Referrals accepted": "accepted",
}  # fmt: skip
MOST = 1_000_000
_BAND = "Waiting {}"
_WHOLE = re.compile(r"[0-9]{1,7}|[0-9]{1,3}(,[0-9]{3}){1,2}")


class AboutPeople(UnreadableFile):
    """A file that looks as if it held people."""


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


@dataclass
class Read:
    """A file that was read: its sound rows, and what is wrong."""

    rows: list[Sent] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def band_column(series: Series, place: int) -> str:
    """The heading of a band.

    >>> band_column(SERIES["community"], 6)
    'Waiting 52+ weeks'
    """
    return _BAND.format(f"{series.bands[place].name} weeks")


def headings(series: Series) -> list[str]:
    """The headings of a file for a series, in the order of the form that we hand out."""
    bands = [band_column(series, place) for place in range(len(series.bands))]
    return [SERVICE, MONTH, CENSUS, *bands, TOTAL, *NUMBERS, NOTE, SPLIT, GROUP, OVER]


def read_waits(data: bytes, series_of: Mapping[str, str], today: date) -> Read:
    """What a file says. `series_of` gives the series of each service by its name, in small letters, as the sender may know it.

    Raises UnreadableFile for what is no table, and AboutPeople for what looks like people.
    """
    lines = [(number, cells) for number, cells in csv_lines(data) if any(cells)]
    if not lines:
        raise UnreadableFile("This file is empty. Send one row for each service and month.")
    (_, head), *rows = lines
    people = headings_about_people(head)
    if people:
        raise AboutPeople(
            f"The column “{people[0]}” is about people. Send counts only: nothing of this file was kept."
        )
    _no_people_in(head, rows)
    if len(rows) > MOST_ROWS:
        raise UnreadableFile(f"This file has {len(rows):,} rows, and {MOST_ROWS:,} fit. Send it in parts.")
    read = Read(troubles=_unknown_headings(head))
    parts: list[Asked] = []
    for number, cells in rows:
        row = _Row(number, head, cells, read.troubles)
        if row.text(SPLIT) or row.text(GROUP):
            parts += _part(row, series_of, today)
        else:
            _read_row(row, series_of, today, read)
    read.rows = with_parts(read.rows, parts)
    return read


def _part(row: _Row, series_of: Mapping[str, str], today: date) -> list[Asked]:
    """The row of a group; nothing where its month or service cannot be told."""
    line, month = _which(row, series_of, today)
    if month is None or line not in series_of:
        return []
    own = {SERVICE, MONTH, CENSUS, TOTAL, SPLIT, GROUP, OVER}
    for column in headings(SERIES[series_of[line]]):
        if column not in own and row.text(column):
            row.wrong(column, "This row is about one group of a month: leave this empty here.")
    waiting, long = row.count(TOTAL, is_needed=True), row.count(OVER, is_needed=True)
    return [Asked(row, line, month, waiting or 0, long or 0)] if row.is_sound else []


def _no_people_in(head: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> None:
    for number, cells in rows:
        for column, cell in zip(head, cells, strict=False):
            what = "" if _is(column, MONTH) or _is(column, CENSUS) else cell_about_people(cell)
            if what:
                raise AboutPeople(f"Row {number}, “{column}”: this looks like {what}. Send counts only, and nothing about "
                                  "people: nothing of this file was kept.")  # fmt: skip


def _is(column: str, heading: str) -> bool:
    return _plain(column) == _plain(heading)


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("–", "-").split())


def _unknown_headings(head: Sequence[str]) -> list[Trouble]:
    known = {_plain(one) for series in SERIES.values() for one in headings(series)}
    plain = [_plain(one) for one in head]
    found = [Trouble(1, one, "We do not know this column. Take it out, or name it as the form does.")
             for one in head if _plain(one) not in known]  # fmt: skip
    found += [
        Trouble(1, one, "This column is missing.") for one in (SERVICE, MONTH) if _plain(one) not in plain
    ]
    return found + [Trouble(1, one, "This column is here twice. Keep one.")
                    for n, one in enumerate(head) if _plain(one) in plain[:n]]  # fmt: skip


class _Row:
    """The cells of a row by their headings; it collects what is wrong."""

    def __init__(
        self, number: int, head: Sequence[str], cells: Sequence[str], troubles: list[Trouble]
    ) -> None:
        self.number, self.troubles, self.is_sound = number, troubles, True
        self.cells = {_plain(name): cell for name, cell in zip(head, cells, strict=False)}

    def wrong(self, column: str, sentence: str) -> None:
        self.troubles.append(Trouble(self.number, column, sentence))
        self.is_sound = False

    def text(self, column: str) -> str:
        return self.cells.get(_plain(column), "")

    def count(self, column: str, *, is_needed: bool = False) -> int | None:
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


def _which(row: _Row, series_of: Mapping[str, str], today: date) -> tuple[str, PartialDate | None]:
    """Of which service and month a row is."""
    line = _plain(row.text(SERVICE))
    if line not in series_of:
        row.wrong(SERVICE, f"“{row.text(SERVICE)[:60]}” is none of your services. Write it as the form does.")
    return line, row.month(today)


def _read_row(row: _Row, series_of: Mapping[str, str], today: date, read: Read) -> None:
    line, month = _which(row, series_of, today)
    if line not in series_of or month is None:
        return
    series = SERIES[series_of[line]]
    _nothing_of_another_series(row, series)
    census_on = row.census(month, today)
    bands = [row.count(band_column(series, place), is_needed=True) for place in range(len(series.bands))]
    numbers: dict[str, Any] = {name: row.count(column) for column, name in NUMBERS.items()}
    total = row.count(TOTAL, is_needed=True)
    if not row.is_sound:
        return
    counts = Month(series.code, tuple(number or 0 for number in bands), **numbers)
    _add_up(row, counts, total or 0)
    _agree(row, counts, series)
    if row.text(OVER):
        row.wrong(
            OVER, "This is counted from the bands. Leave it empty, or say which group the row is about."
        )
    if row.is_sound:
        read.rows.append(Sent(row.number, line, month, census_on, counts, row.text(NOTE)[:500]))


def _nothing_of_another_series(row: _Row, series: Series) -> None:
    own = {_plain(one) for one in headings(series)}
    for other in SERIES.values():
        for column in headings(other):
            if _plain(column) not in own and row.text(column):
                row.wrong(column, f"This service is counted as “{series.badge}”, which has no such band. Different counts are "
                                  "not mixed: leave this empty.")  # fmt: skip


def _add_up(row: _Row, counts: Month, total: int) -> None:
    if counts.total != total:
        row.wrong(
            TOTAL,
            f"The bands add up to {counts.total:,}, and the total says {total:,}. Mend whichever is wrong.",
        )
    if counts.received is not None and counts.accepted is not None and counts.accepted > counts.received:
        row.wrong(
            "Referrals accepted",
            f"{counts.accepted:,} were accepted of {counts.received:,}: that is more than came.",
        )


def _agree(row: _Row, counts: Month, series: Series) -> None:
    """The median and the longest wait lie in bands where somebody waits."""
    median, longest = counts.median_days, counts.longest_days
    if not counts.total:
        return
    if longest is not None:
        last = max(place for place, number in enumerate(counts.waiting) if number)
        if series.band_of(min(longest, MOST)) != last:
            row.wrong("Longest days waiting", f"{longest:,} days do not lie in the longest band with anybody in it, "
                                              f"“{band_column(series, last)}”.")  # fmt: skip
    if median is not None:
        place = series.band_of(median)
        before, upto = sum(counts.waiting[:place]), sum(counts.waiting[: place + 1])
        if 2 * before > counts.total or 2 * upto < counts.total:
            row.wrong(
                "Median days waiting",
                f"Half of {counts.total:,} do not wait up to {median:,} days by these bands.",
            )
