"""DfE’s workbook: nine tables stacked on the sheet Data Entry Template, each with its title and headings.

Every value is written as text, so that no spreadsheet turns a number or a day into something else. In DfE’s template plans
hang from a request; a column at the right says from which assessment, plan or active plan a row hangs, so that two of them on
one request stay apart.
"""

from __future__ import annotations

import csv
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from goldenthread.sen2.record import Record
from goldenthread.sen2.tables import TABLES, Table
from goldenthread.sen2.writing.cells import cell
from goldenthread.sen2.years import CollectionYear

SHEET = "Data Entry Template"
PERSON, REQUEST, HANGS = "Person ID", "Requests record ID", "Hangs from"
MOST_ROWS = 1_048_576


class TooLong(Exception):
    """More rows than a sheet can hold."""


def keys(table: Table) -> list[str]:
    """The key columns before a table’s items: its own and its request’s or person’s."""
    if table.tag == "Header":
        return []
    return [PERSON] if table.tag == "Person" else [PERSON, REQUEST]


class WorkbookWriter:
    """Writes a return as a workbook. The tables wait on disk until the last person, because they are stacked."""

    def __init__(self, path: Path, year: CollectionYear) -> None:
        self.path = path
        self.year = year
        self._requests = 0
        self._files = ExitStack()
        self._waiting = {
            table: self._files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline=""))  # noqa: SIM115
            for table in TABLES
        }
        self._writers: dict[str, Any] = {table: csv.writer(file) for table, file in self._waiting.items()}
        self._rows = 0

    def header(self, header: Record) -> None:
        """Keep the header."""
        self._writers["Header"].writerow([header[tag] for tag in self.year.blanks["Header"]])

    def add(self, person: Record) -> None:
        """Keep a person and all that hangs from them."""
        self._record(person, [str(person.number)], "")

    def _record(self, record: Record, above: list[str], hangs: str) -> None:
        if record.table == "Requests":
            self._requests += 1
            above = [*above, str(self._requests)]
        self._writers[record.table].writerow([*above, *record.values(), hangs])
        self._rows += 1
        if self._rows > MOST_ROWS - 100:
            raise TooLong
        for held in record.parts.values():
            for one in held:
                place = f"{hangs}.{record.number}" if hangs else str(record.number)
                self._record(one, above, place if record.table not in ("Person", "Requests") else "")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._stacked()
        self._files.close()

    def _stacked(self) -> None:
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        sheet = book.create_sheet(SHEET)
        for table in TABLES.values():
            sheet.append([table.title])
            last = [] if table.tag in ("Header", "Person", "Requests") else [HANGS]
            sheet.append([*keys(table), *(item.heading for item in self.year.items[table.tag]), *last])
            self._waiting[table.tag].seek(0)
            for row in csv.reader(self._waiting[table.tag]):
                sheet.append([cell(sheet, value) for value in row])
            sheet.append([])
            sheet.append([])
        book.save(self.path)
