"""COLLECT’s XML, written person by person. Blank items are left out, as exports do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self
from xml.sax.saxutils import escape

from goldenthread.sen2.record import Record
from goldenthread.sen2.tables import CHILDREN
from goldenthread.sen2.years import CollectionYear

_COLLECTION = ("Collection", "Year", "ReferenceDate")
_SOURCE = ("SourceLevel", "LEA", "SoftwareCode", "Release", "SerialNo", "DateTime")
_RETURN = {"\r": "&#13;"}
"""A parser turns a bare carriage return into a line feed; as a reference it stays."""


class XmlWriter:
    """Writes a return as XML."""

    def __init__(self, path: Path, year: CollectionYear) -> None:
        self.year = year
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def header(self, header: Record) -> None:
        """Write what comes before the persons. Where DMO, DCO and DSCO stand is in no source; they follow Source."""
        write = self._file.write
        write('<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n <Header>\n')
        for group, items in (("CollectionDetails", _COLLECTION), ("Source", _SOURCE)):
            write(f"  <{group}>\n{''.join(_items(header, items, '   '))}  </{group}>\n")
        rest = [tag for tag in self.year.blanks["Header"] if tag not in (*_COLLECTION, *_SOURCE)]
        write("".join(_items(header, rest, "  ")))
        write(" </Header>\n <Persons>\n")

    def add(self, person: Record) -> None:
        """Write a person and all that hangs from them."""
        lines: list[str] = []
        _record(person, "  ", lines)
        self._file.write("".join(lines))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._file.write(" </Persons>\n</Message>\n")
        self._file.close()


def _items(record: Record, tags: tuple[str, ...] | list[str], indent: str) -> Iterator[str]:
    for tag in tags:
        if value := record[tag]:
            yield f"{indent}<{tag}>{_text(value)}</{tag}>\n"


def _text(value: str) -> str:
    if value.isprintable():
        return escape(value)
    return escape("".join(one if one >= " " or one in "\t\n\r" else "\ufffd" for one in value), _RETURN)


def _record(record: Record, indent: str, lines: list[str]) -> None:
    lines.append(f"{indent}<{record.table}>\n")
    inside = indent + " "
    for tag, value in record.items():
        if value:
            lines.append(f"{inside}<{tag}>{value if value.isalnum() else _text(value)}</{tag}>\n")
    if record.parts:
        for table in CHILDREN[record.table]:
            for part in record.of(table):
                _record(part, inside, lines)
    lines.append(f"{indent}</{record.table}>\n")
