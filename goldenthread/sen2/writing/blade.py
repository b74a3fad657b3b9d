"""COLLECT’s nine “Blade” CSV files: lower-case tags, keys by table, its own dates and booleans."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from goldenthread.sen2.item import Item, Kind
from goldenthread.sen2.reading.values import collect_day
from goldenthread.sen2.record import Record
from goldenthread.sen2.tables import TABLES, Table
from goldenthread.sen2.years import CollectionYear

_FLAGS = {"1": "true", "0": "false"}


def _written(item: Item, value: str) -> str:
    if item.kind is Kind.DATE:
        return collect_day(value)
    return _FLAGS.get(value, value) if item.kind is Kind.FLAG else value


class BladeWriter:
    """Writes a return as nine CSV files, named by table."""

    def __init__(self, folder: Path, year: CollectionYear) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.year = year
        self._native = ""
        self._files = ExitStack()
        self._writers: dict[str, Any] = {}
        self._numbers = dict.fromkeys(TABLES, 0)
        for table in TABLES.values():
            path = folder / f"{table.blade}.csv"
            file = self._files.enter_context(path.open("w", encoding="utf-8", newline=""))
            self._writers[table.tag] = csv.writer(file)
            self._writers[table.tag].writerow([*_keys(table), *(one.column for one in year.items[table.tag])])

    def header(self, header: Record) -> None:
        """Write the header, whose authority is on every row."""
        self._native = header["LEA"]
        self._row(header, 0)

    def add(self, person: Record) -> None:
        """Write a person and all that hangs from them."""
        self._record(person, 1)

    def _record(self, record: Record, parent: int) -> None:
        number = self._row(record, parent)
        for held in record.parts.values():
            for one in held:
                self._record(one, number)

    def _row(self, record: Record, parent: int) -> int:
        self._numbers[record.table] += 1
        number = self._numbers[record.table]
        keys = [number, self._native, number, 1, *([parent] if record.table != "Header" else [])]
        values = [_written(item, record[item.tag]) for item in self.year.items[record.table]]
        self._writers[record.table].writerow([*keys, *values])
        return number

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()


def _keys(table: Table) -> list[str]:
    above = TABLES[table.parent].blade if table.parent else "sen2"
    link = [] if table.tag == "Header" else [f"{above}tableid"]
    return [f"{table.blade}tableid", "NativeId", f"{table.blade}orderseqcolumn", "sourceid", *link]
