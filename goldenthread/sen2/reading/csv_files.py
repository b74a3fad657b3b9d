"""CSV files in a folder or a zip: which table each one is, whatever its name, case or date."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.notes import refusal
from goldenthread.sen2.reading.csv_rows import NO_ROW, Row, rows_of
from goldenthread.sen2.tables import TABLES

MOST_UNPACKED = 64 << 30
_PACKING = 500
"""A zip that says it unpacks to more than this many times its size is a bomb, not a return."""


@dataclass(frozen=True)
class CsvFile:
    """A CSV file, wherever it lies."""

    name: str
    size: int
    open_bytes: Callable[[], BinaryIO]

    def open(self) -> TextIO:
        """Its text: UTF-8, or Windows-1252 as spreadsheets write it, settled by its first megabyte."""
        with self.open_bytes() as file:
            start = file.read(1 << 20)
        encoding = _encoding(start, whole=len(start) < 1 << 20)
        return io.TextIOWrapper(self.open_bytes(), encoding=encoding, errors="replace", newline="")


def _encoding(start: bytes, *, whole: bool) -> str:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        start.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        if whole or trouble.start < len(start) - 4:
            return "cp1252"
    return "utf-8-sig"


def in_folder(path: Path) -> list[CsvFile]:
    """The CSV files of a folder."""
    found = [one for one in sorted(path.iterdir()) if one.suffix.lower() == ".csv" and one.is_file()]
    return [CsvFile(one.name, one.stat().st_size, _opener(one)) for one in found]


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError)
"""What reading a part of a damaged zip raises."""


def in_zip(path: Path) -> list[CsvFile]:
    """The CSV files of a zip, read where they are."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as trouble:
        raise BadReturn(refusal("READ-FILE", f"{path.name}, {trouble}")) from None
    found = [one for one in archive.infolist() if one.filename.lower().endswith(".csv")]
    if any(one.file_size > max(one.compress_size * _PACKING, 1 << 20) for one in found) or (
        sum(one.file_size for one in found) > MOST_UNPACKED
    ):
        raise BadReturn(refusal("READ-FILE", f"{path.name} unpacks to far more than a return"))
    return [CsvFile(one.filename.rpartition("/")[2], one.file_size, _member(archive, one)) for one in found]


def _member(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    return lambda: archive.open(one)  # type: ignore[return-value]


def by_table(files: list[CsvFile]) -> dict[str, CsvFile]:
    """The files that are tables of a return, by table. `Blade-Export_…_person.csv`, `person.csv`, `Persons.CSV` all count."""
    found: dict[str, CsvFile] = {}
    for file in files:
        stem = file.name.rpartition(".")[0].lower()
        parts = [stem, re.split(r"[_\s-]", stem)[-1], re.sub(r"[_\s-]", "", stem)]
        for table in TABLES.values():
            names = {table.blade, table.file, table.file.replace("_", ""), table.tag.lower()}
            if names & set(parts) and (table.tag not in found or stem == table.file):
                found[table.tag] = file
    return found


def format_of(files: list[CsvFile]) -> str:
    """`blade` when the files have COLLECT’s own keys, `folder` when they have ours. Raises `BadReturn` when neither."""
    tables = by_table(files)
    if "Person" not in tables:
        raise BadReturn(refusal("READ-NOT-SEN2", "no CSV file of persons is among the files"))
    heads = {one.strip().lower() for one in first_row(tables["Person"])}
    if "persontableid" in heads:
        return "blade"
    if "personno" in heads:
        return "folder"
    raise BadReturn(
        refusal("READ-NOT-SEN2", f"{tables['Person'].name} has neither persontableid nor PersonNo")
    )


def first_row(file: CsvFile) -> list[str]:
    """The headings of a file."""
    return next(rows(file), NO_ROW).cells


def rows(file: CsvFile) -> Iterator[Row]:
    """Each row of a file, blank ones left out; what cannot be read of it comes as a row with its trouble."""
    line = 0
    try:
        with file.open() as text:
            for row in rows_of(text):
                line = row.line
                yield row
    except DAMAGED as trouble:
        yield Row(line, [], f"line {line}, {trouble}", ends=True)
