"""The year of a return that has no header: the calendar year of its latest request, and one."""

from __future__ import annotations

from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.item import Item, Kind
from goldenthread.sen2.notes import Notes
from goldenthread.sen2.reading import csv_files
from goldenthread.sen2.reading.csv_files import CsvFile
from goldenthread.sen2.reading.csv_rows import NO_ROW
from goldenthread.sen2.reading.values import plain
from goldenthread.sen2.years import FIRST, LAST

_RECEIVED = Item("ReceivedDate", "", Kind.DATE)


def latest_year(days: list[str]) -> int | None:
    """The return year of the latest day on which a request was received; nothing when there is none that can be."""
    years = [int(one[:4]) + 1 for day in days if DAYS[one := plain(_RECEIVED, day)]]
    found = [one for one in years if FIRST <= one <= LAST]
    return max(found, default=None)


def guessed_year(file: CsvFile | None, notes: Notes) -> int | None:
    """The year, and a note that it was guessed."""
    if file is None:
        return None
    rows = csv_files.rows(file)
    heads = [one.strip().lower() for one in next(rows, NO_ROW).cells]
    if "receiveddate" not in heads:
        return None
    place = heads.index("receiveddate")
    best: int | None = None
    for row in rows:
        one = latest_year(row.cells[place : place + 1])
        best = one if best is None else max(best, one or 0)
    if best:
        notes.add("READ-YEAR-GUESSED", f"it is read as {best}", table="Header", item="Year")
    return best
