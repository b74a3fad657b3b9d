"""A plain folder of CSV files, one a table: what people open in a spreadsheet, and what is read back without loss."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from goldenthread.sen2.record import Record
from goldenthread.sen2.tables import PERSON_TABLES, TABLES
from goldenthread.sen2.years import CollectionYear

BATCH = 100


def headings(table: str, year: CollectionYear) -> list[str]:
    """The columns of a table: the numbers that say which record it is, then its items."""
    keys = TABLES[table].keys if table != "Header" else ()
    return [*keys, *year.blanks[table]]


class FolderWriter:
    """Writes persons as they come. `with_headings=False` makes a part, to be put behind another."""

    def __init__(self, folder: Path, year: CollectionYear, *, with_headings: bool = True) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.year = year
        self._files = ExitStack()
        self._rows: dict[str, list[tuple[str, ...]]] = {}
        self._files_of: dict[str, io.TextIOWrapper] = {}
        self._writers: dict[str, Any] = {}
        for table in PERSON_TABLES:
            file = self._files.enter_context(_created(folder / f"{table.file}.csv"))
            self._files_of[table.tag] = file
            self._writers[table.tag] = csv.writer(file)
            self._rows[table.tag] = []
            if with_headings:
                self._writers[table.tag].writerow(headings(table.tag, year))

    def header(self, header: Record) -> None:
        """Write the header as a table of one row."""
        with _created(self.folder / f"{TABLES['Header'].file}.csv") as file:
            writer = csv.writer(file)
            writer.writerow(headings("Header", self.year))
            writer.writerow([header[tag] for tag in self.year.blanks["Header"]])

    def add(self, person: Record) -> None:
        """Write a person and all that hangs from them."""
        self._record(person, ())
        if len(self._rows["Person"]) >= BATCH:
            self._flush()

    def _record(self, record: Record, above: tuple[str, ...]) -> None:
        key = (*above, str(record.number))
        self._rows[record.table].append((*key, *record.values()))
        for held in record.parts.values():
            for one in held:
                self._record(one, key)

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            if rows:
                self._write(table, rows)
                rows.clear()

    def _write(self, table: str, rows: list[tuple[str, ...]]) -> None:
        """Write rows. When no cell of them holds a comma, a quote or an end of line, joining them is all there is to do."""
        text = "\r\n".join(map(",".join, rows))
        plain = '"' not in text and text.count("\n") == text.count("\r") == len(rows) - 1
        if plain and text.count(",") == len(rows) * (len(rows[0]) - 1):
            self._files_of[table].write(text + "\r\n")
        else:
            self._writers[table].writerows(rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._flush()
        self._files.close()


def _created(path: Path) -> io.TextIOWrapper:
    return path.open("w", encoding="utf-8", newline="")


def files(folder: Path) -> Iterator[Path]:
    """The files of the persons’ tables."""
    for table in PERSON_TABLES:
        yield folder / f"{table.file}.csv"
