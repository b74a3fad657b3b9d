"""DfE’s workbook (nine tables stacked on one sheet), and the pre-submission workbook (a sheet a table).

The rows wait on disk while the sheet is read, and are then joined like those of CSV files, so that memory stays flat.
"""

from __future__ import annotations

import csv
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.item import Item
from goldenthread.sen2.notes import Notes, refusal, shown
from goldenthread.sen2.reading.cells import Layout, as_text, layout_of, title_of
from goldenthread.sen2.reading.guessing import latest_year
from goldenthread.sen2.reading.header import year_of
from goldenthread.sen2.reading.joining import Joiner, Key, Row, Rows
from goldenthread.sen2.reading.values import plain
from goldenthread.sen2.record import Record
from goldenthread.sen2.tables import PERSON_TABLES, TABLES
from goldenthread.sen2.years import every_tag

MOST_UNPACKED = 2 << 30


def is_workbook(path: Path) -> bool:
    """Whether a zip is a workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


class WorkbookSource:
    """A return in a workbook."""

    def __init__(self, path: Path, year: int | None = None) -> None:
        self.notes = Notes()
        self._folder = tempfile.TemporaryDirectory(prefix="sen2-")
        self._layouts: dict[str, Layout] = {}
        self._counts: Counter[str] = Counter()
        self._done = 0
        raw = Record("Header", dict.fromkeys(every_tag()["Header"].values(), ""), 1)
        self._unpack(path)
        for _, layout, cells in self._spooled("Header"):
            raw.update({tag: cells[place] for tag, place in layout.items.items()})
        if year is None and not (raw["Year"] or raw["ReferenceDate"]):
            year = self._guessed()
        self.year = year_of(raw, self.notes, year)
        self.header = Record(
            "Header", {one.tag: plain(one, raw[one.tag]) for one in self.year.items["Header"]}, 1
        )
        for table in PERSON_TABLES:
            if table.tag not in self._layouts:
                self.notes.add("READ-TABLE", f"there is no table “{table.title}”", table=table.tag)
        self._unread()

    def progress(self) -> float:
        """How much has been given out."""
        return self._done / max(self._counts["Person"], 1)

    def persons(self) -> Iterator[Record]:
        """Every person."""
        tables = {table.tag: self._rows(table.tag) for table in PERSON_TABLES if table.tag in self._layouts}
        for person in Joiner(tables, self.notes).persons():
            self._done += 1
            yield person
        self._folder.cleanup()

    def _unpack(self, path: Path) -> None:
        from openpyxl import load_workbook

        try:
            with zipfile.ZipFile(path) as archive:
                if sum(one.file_size for one in archive.infolist()) > MOST_UNPACKED:
                    raise BadReturn(refusal("READ-FILE", f"{path.name} unpacks to far more than a return"))
            with path.open("rb") as file, ExitStack() as files:  # opened here: its name may be anything
                book = load_workbook(file, read_only=True, data_only=True)
                for sheet in book.worksheets:
                    self._sheet(sheet, files)
                book.close()
        except BadReturn:
            raise
        except Exception as trouble:  # what a broken workbook raises has no limit
            raise BadReturn(refusal("READ-FILE", f"{path.name}, {shown(str(trouble))}")) from None
        if "Person" not in self._layouts:
            raise BadReturn(refusal("READ-NOT-SEN2", "no sheet has a table of persons"))

    def _sheet(self, sheet: Any, files: ExitStack) -> None:
        """The tables of a sheet: each begins with its title, or the whole sheet is one by its name."""
        table, layout, writer = title_of(sheet.title), None, None
        for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells = [as_text(value) for value in values]
            if not any(cells):
                continue
            if (found := title_of(cells[0], stacked=True)) and not any(cells[1:]):
                table, layout = found, None
                continue
            if table and layout is None:
                layout = layout_of(table, cells)
                if layout is None:
                    table = ""
                    continue
                self._layouts[table] = layout
                writer = csv.writer(
                    files.enter_context(self._path(table).open("w", encoding="utf-8", newline=""))
                )
            elif table and writer and layout:
                writer.writerow([line, *cells, *[""] * (layout.width - len(cells))])
                self._counts[table] += 1

    def _path(self, table: str) -> Path:
        return Path(self._folder.name) / f"{table}.csv"

    def _spooled(self, table: str) -> Iterator[tuple[int, Layout, list[str]]]:
        if table not in self._layouts:
            return
        with self._path(table).open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                yield int(row[0]), self._layouts[table], row[1:]

    def _guessed(self) -> int | None:
        days = [
            cells[layout.items["ReceivedDate"]]
            for _, layout, cells in self._spooled("Requests")
            if "ReceivedDate" in layout.items
        ]
        best = latest_year(days)
        if best:
            self.notes.add("READ-YEAR-GUESSED", f"it is read as {best}", table="Header", item="Year")
        return best

    def _unread(self) -> None:
        for table, layout in self._layouts.items():
            known = self.year.blanks[table]
            unread = [*layout.unread, *(tag for tag in layout.items if tag not in known)]
            for heading in unread:
                self.notes.add("READ-COLUMN", f"{shown(heading)} in {TABLES[table].title}", table=table)

    def _rows(self, table: str) -> Rows:
        return lambda: self._each(table)

    def _each(self, table: str) -> Iterator[Row]:
        items: list[Item] = list(self.year.items[table])
        blank = self.year.blanks[table]
        counted: Counter[Key] = Counter()
        for line, layout, cells in self._spooled(table):
            record = Record(table, blank, line)
            for item in items:
                place = layout.items.get(item.tag)
                if place is not None and cells[place]:
                    record[item.tag] = plain(item, cells[place])
            key, parent = _keys(table, layout, cells, counted)
            record.name = key[0] if table in ("Person", "Requests") else ""
            yield Row(key, parent, record)


def _keys(table: str, layout: Layout, cells: list[str], counted: Counter[Key]) -> tuple[Key, Key]:
    """A row’s own key and its parent’s. Where nothing says on which of two assessments a plan hangs, it is the first."""
    person, request, hangs = (cells[place] if place >= 0 else "" for place in layout.keys)
    if table == "Person":
        return (person,), ()
    if table == "Requests":
        return (request,), (person,)
    depth = TABLES[table].path.index(table) - 2
    steps = [one for one in hangs.split(".") if one]
    parent = (request, *(steps + ["1"] * depth)[:depth])
    counted[parent] += 1
    return (*parent, str(counted[parent])), parent
