"""Reading a file of waiting times: one row for each service and month, and every mistake with its row and column.

Columns are found by their headings, in any order. Nothing about people is taken: a file that looks as if it held any is
turned away as a whole (AboutPeople), and nothing of it is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.commissioning.waits.disclosure import Month
from goldenthread.commissioning.waits.part_rows import GROUP, OVER, SPLIT, Asked, with_parts
from goldenthread.commissioning.waits.people import cell_about_people, headings_about_people
from goldenthread.commissioning.waits.row import CENSUS, MONTH, SERVICE, TOTAL, Row, Sent, Trouble, plain
from goldenthread.commissioning.waits.series import SERIES, Series
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.received.tables import UnreadableFile, csv_lines

MOST_ROWS = 1_000
NOTE = "Note"
NUMBERS = {
    "Median days waiting": "median_days", "Longest days waiting": "longest_days", "Seen in the month": "seen",
    "Median days of those seen": "seen_median_days", "Referrals received": "received", "Referrals accepted": "accepted",
}  # fmt: skip
MOST = 1_000_000
_BAND = "Waiting {}"


class AboutPeople(UnreadableFile):
    """A file that looks as if it held people."""


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
        row = Row(number, head, cells, read.troubles)
        if row.text(SPLIT) or row.text(GROUP):
            parts += _part(row, series_of, today)
        else:
            _read_row(row, series_of, today, read)
    read.rows = with_parts(read.rows, parts)
    return read


def _part(row: Row, series_of: Mapping[str, str], today: date) -> list[Asked]:
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
    return plain(column) == plain(heading)


def _unknown_headings(head: Sequence[str]) -> list[Trouble]:
    known = {plain(one) for series in SERIES.values() for one in headings(series)}
    named = [plain(one) for one in head]
    found = [Trouble(1, one, "We do not know this column. Take it out, or name it as the form does.")
             for one in head if plain(one) not in known]  # fmt: skip
    found += [
        Trouble(1, one, "This column is missing.") for one in (SERVICE, MONTH) if plain(one) not in named
    ]
    return found + [Trouble(1, one, "This column is here twice. Keep one.")
                    for n, one in enumerate(head) if plain(one) in named[:n]]  # fmt: skip


def _which(row: Row, series_of: Mapping[str, str], today: date) -> tuple[str, PartialDate | None]:
    """Of which service and month a row is."""
    line = plain(row.text(SERVICE))
    if line not in series_of:
        row.wrong(SERVICE, f"“{row.text(SERVICE)[:60]}” is none of your services. Write it as the form does.")
    return line, row.month(today)


def _read_row(row: Row, series_of: Mapping[str, str], today: date, read: Read) -> None:
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


def _nothing_of_another_series(row: Row, series: Series) -> None:
    own = {plain(one) for one in headings(series)}
    for other in SERIES.values():
        for column in headings(other):
            if plain(column) not in own and row.text(column):
                row.wrong(column, f"This service is counted as “{series.badge}”, which has no such band. Different counts are "
                                  "not mixed: leave this empty.")  # fmt: skip


def _add_up(row: Row, counts: Month, total: int) -> None:
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


def _agree(row: Row, counts: Month, series: Series) -> None:
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
