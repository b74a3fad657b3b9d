"""COLLECT’s nine “Blade” CSV files, and our own folder of CSV files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from goldenthread.sen2.item import Item
from goldenthread.sen2.notes import Notes, shown
from goldenthread.sen2.reading import csv_files
from goldenthread.sen2.reading.csv_files import CsvFile
from goldenthread.sen2.reading.csv_rows import NO_ROW
from goldenthread.sen2.reading.csv_rows import Row as CsvRow
from goldenthread.sen2.reading.guessing import guessed_year
from goldenthread.sen2.reading.header import year_of
from goldenthread.sen2.reading.joining import Joiner, Row, Rows
from goldenthread.sen2.reading.values import plain
from goldenthread.sen2.record import Record
from goldenthread.sen2.tables import PERSON_TABLES, TABLES, Table
from goldenthread.sen2.years import every_tag

_BLADE_ASIDE = {"nativeid", "sourceid"}


class CsvSource:
    """A return in CSV files."""

    def __init__(self, path: Path, year: int | None = None) -> None:
        found = csv_files.in_folder(path) if path.is_dir() else csv_files.in_zip(path)
        self.blade = csv_files.format_of(found) == "blade"
        self.files = csv_files.by_table(found)
        self.notes = Notes()
        self._read = 0
        self._size = max(self.files["Person"].size, 1)
        raw = self._header()
        if year is None and not (raw["Year"] or raw["ReferenceDate"]):
            year = guessed_year(self.files.get("Requests"), self.notes)
        self.year = year_of(raw, self.notes, year)
        items = {one.tag: one for one in self.year.items["Header"]}
        self.header = Record("Header", {tag: plain(item, raw[tag]) for tag, item in items.items()}, 2)
        for table in PERSON_TABLES:
            if table.tag not in self.files:
                self.notes.add(
                    "READ-TABLE", f"there is no file {table.file}.csv or {table.blade}.csv", table=table.tag
                )
        for tag in self.files:
            if tag != "Header":
                self._columns(tag)

    def progress(self) -> float:
        """How much has been read, by the bytes of the table of persons."""
        return min(self._read / self._size, 1.0)

    def _header(self) -> Record:
        file = self.files.get("Header")
        values = dict.fromkeys(every_tag()["Header"].values(), "")
        if file:
            lines = csv_files.rows(file)
            heads = [every_tag()["Header"].get(one.strip().lower(), "") for one in next(lines, NO_ROW).cells]
            values.update(
                {tag: cell for tag, cell in zip(heads, next(lines, NO_ROW).cells, strict=False) if tag}
            )
        return Record("Header", values, 2)

    def _columns(self, tag: str) -> None:
        """Note columns that are not read."""
        known = {one.lower() for one in self.year.blanks[tag]} | self._aside(TABLES[tag])
        first = next(csv_files.rows(self.files[tag]), NO_ROW)
        if first.trouble:
            self.notes.add("READ-FILE", f"{self.files[tag].name}, {first.trouble}", table=tag, line=1)
            return
        for heading in first.cells:
            if heading.strip() and heading.strip().lower() not in known:
                self.notes.add(
                    "READ-COLUMN", f"{shown(heading)} in {self.files[tag].name}", table=tag, line=1
                )

    def _aside(self, table: Table) -> set[str]:
        if not self.blade:
            return {one.lower() for one in table.keys}
        above = TABLES[table.parent].blade if table.parent else "sen2"
        return _BLADE_ASIDE | {f"{table.blade}tableid", f"{table.blade}orderseqcolumn", f"{above}tableid"}

    def persons(self) -> Iterator[Record]:
        """Every person."""
        tables = {tag: self._rows(TABLES[tag], file) for tag, file in self.files.items() if tag != "Header"}
        for person in Joiner(tables, self.notes).persons():
            self._read += 90
            yield person

    def _rows(self, table: Table, file: CsvFile) -> Rows:
        noted: set[int] = set()
        return lambda: self._each(table, file, noted)

    def _each(self, table: Table, file: CsvFile, noted: set[int]) -> Iterator[Row]:
        lines = csv_files.rows(file)
        heads = [one.strip().lower() for one in next(lines, NO_ROW).cells]
        items: dict[str, Item] = {one.tag.lower(): one for one in self.year.items[table.tag]}
        places = [(place, items[head]) for place, head in enumerate(heads) if head in items]
        own, above = self._keys(table, heads)
        blank = self.year.blanks[table.tag]
        for row in lines:
            cells = row.cells
            if len(cells) != len(heads):
                self._spoilt(table, row, heads, noted)
                if row.trouble:
                    continue
                cells = cells + [""] * (len(heads) - len(cells))
            record = Record(table.tag, blank, row.line)
            for place, item in places:
                if value := cells[place]:
                    record[item.tag] = plain(item, value)
            key = tuple(cells[place] for place in own)
            record.name = key[-1] if self.blade and key else ""
            yield Row(key, tuple(cells[place] for place in above), record)

    def _keys(self, table: Table, heads: list[str]) -> tuple[list[int], list[int]]:
        """The places of a row’s own key and of its parent’s."""
        if self.blade:
            parent = f"{TABLES[table.parent].blade}tableid" if table.parent else ""
            own, above = [f"{table.blade}tableid"], [parent] if parent else []
        else:
            own = [one.lower() for one in table.keys]
            above = own[:-1]
        return (
            [heads.index(one) for one in own if one in heads],
            [heads.index(one) for one in above if one in heads],
        )

    def _spoilt(self, table: Table, row: CsvRow, heads: list[str], noted: set[int]) -> None:
        """List a row that has too many cells, too few, or none that could be read; once, however often the file is read."""
        if row.line in noted:
            return
        noted.add(row.line)
        if row.trouble:
            self.notes.listed(table.tag)
            code = "READ-FILE" if row.ends else "READ-ROW"
            self.notes.add(code, row.trouble, table=table.tag, line=row.line, rows=1)
        elif len(row.cells) < len(heads):
            words = f"{len(row.cells)} of {len(heads)}"
            self.notes.add("READ-SHORT", words, table=table.tag, line=row.line)
        elif more := " ".join(row.cells[len(heads) :]).strip():
            self.notes.add("READ-CELLS", shown(more), table=table.tag, line=row.line)
