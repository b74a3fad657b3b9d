"""One format into another, person by person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from goldenthread.sen2.finding import BadReturn, Finding
from goldenthread.sen2.notes import refusal
from goldenthread.sen2.reading.source import Source
from goldenthread.sen2.record import Record
from goldenthread.sen2.years import CollectionYear

FORMATS = ("xml", "blade", "folder", "workbook")


class Writer(Protocol):
    """Writes a return; what it wrote is whole when it is left without an error."""

    def header(self, header: Record) -> None: ...
    def add(self, person: Record) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def writer_for(kind: str, path: Path, year: CollectionYear) -> Writer:
    """The writer of a format."""
    if kind == "xml":
        from goldenthread.sen2.writing.xml import XmlWriter

        return XmlWriter(path, year)
    if kind == "blade":
        from goldenthread.sen2.writing.blade import BladeWriter

        return BladeWriter(path, year)
    if kind == "folder":
        from goldenthread.sen2.writing.folder import FolderWriter

        return FolderWriter(path, year)
    from goldenthread.sen2.writing.workbook import WorkbookWriter

    return WorkbookWriter(path, year)


def convert(
    source: Source,
    kind: str,
    path: Path,
    *,
    tell: Callable[[float, int], None] | None = None,
    hear: Callable[[list[Finding]], None] | None = None,
) -> int:
    """Write a source in another format; how many persons there were. `hear` is given the findings of reading."""
    from goldenthread.sen2.writing.workbook import TooLong

    count = 0
    try:
        with writer_for(kind, path, source.year) as writer:
            writer.header(source.header)
            for person in source.persons():
                writer.add(person)
                count += 1
                if not count % 1_000:
                    if hear:
                        hear(source.notes.take())
                    if tell:
                        tell(source.progress(), count)
    except TooLong:
        raise BadReturn(
            refusal("READ-FILE", "the return has more rows than a sheet of a workbook can hold")
        ) from None
    if hear:
        hear(source.notes.take())
    return count
