"""Which format a file or folder is in, and a source that reads it."""

from __future__ import annotations

from pathlib import Path

from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.notes import refusal
from goldenthread.sen2.reading.source import Source

ZIP = b"PK\x03\x04"
FORMATS = ("xml", "blade", "folder", "workbook")


def format_of(path: Path) -> str:
    """One of `FORMATS`, by what the file holds and not by its name."""
    from goldenthread.sen2.reading import csv_files

    if path.is_dir():
        return csv_files.format_of(csv_files.in_folder(path))
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as trouble:
        raise BadReturn(refusal("READ-FILE", f"{path.name}, {trouble.strerror}")) from None
    if start != ZIP:
        return "xml"
    from goldenthread.sen2.reading import workbook

    if workbook.is_workbook(path):
        return "workbook"
    return csv_files.format_of(csv_files.in_zip(path))


def open_return(path: Path, year: int | None = None) -> Source:
    """The return in a file, a folder or a zip of CSV files. Raises `BadReturn` when it is not read at all."""
    kind = format_of(path)
    if kind == "xml":
        from goldenthread.sen2.reading.xml import XmlSource

        return XmlSource(path, year)
    if kind == "workbook":
        from goldenthread.sen2.reading.workbook import WorkbookSource

        return WorkbookSource(path, year)
    from goldenthread.sen2.reading.csv_source import CsvSource

    return CsvSource(path, year)
