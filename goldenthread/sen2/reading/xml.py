"""COLLECT’s XML, a block at a time."""

from __future__ import annotations

import codecs
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.notes import Notes, refusal, shown
from goldenthread.sen2.reading import xml_head
from goldenthread.sen2.reading.header import year_of
from goldenthread.sen2.reading.xml_blocks import START, Block, blocks
from goldenthread.sen2.reading.xml_persons import Persons
from goldenthread.sen2.record import Record


@dataclass(frozen=True)
class Span:
    """Part of a file: its bytes, and the first person’s number and line. A span begins where a person does."""

    begins: int
    ends: int
    person: int
    line: int


class XmlSource:
    """An XML return. `span` reads only part of it, for one of several processes."""

    def __init__(self, path: Path, year: int | None = None, span: Span | None = None) -> None:
        self.path = path
        self._file, self.size = _opened(path)
        head = xml_head.read_head(self._file.read(xml_head.LONGEST).removeprefix(codecs.BOM_UTF8))
        self._mark = len(codecs.BOM_UTF8) if _starts_with_mark(self._file) else 0
        self.head = head
        self.notes = Notes() if span else head.notes
        self.year = year_of(head.header, self.notes, year)
        self.header = Record(
            "Header", {tag: head.header[tag] for tag in self.year.blanks["Header"]}, head.header.line
        )
        if span:
            self.notes = Notes()
        self.span = span or Span(head.persons_at + self._mark, self.size, 1, head.line)
        self._at = self.span.begins
        self.people = Persons(self.year, self.notes, head.opening, head.encoding, self.span.person)

    def progress(self) -> float:
        """How much has been read, from 0 to 1."""
        return (self._at - self.span.begins) / max(self.span.ends - self.span.begins, 1)

    def persons(self) -> Iterator[Record]:
        """Every person of the span."""
        self._file.seek(self.span.begins)
        ended = False
        for block in blocks(self._file, self.span.ends - self.span.begins, self.span.line, self.head.closing):
            self._at = self._file.tell()
            if block.whole:
                yield from self.people.whole(block.content, block.line)
            else:
                ended = self._remains(block) or ended
        if self.span.ends == self.size and not ended:
            self.notes.add("READ-END")
        self._file.close()

    def _remains(self, block: Block) -> bool:
        """What is no whole person: a person cut short or far too long, or what follows the last; whether that is an end."""
        begins = START.search(block.content)
        if block.too_long:
            self.people.lost("READ-LONG", block.content, block.line)
            return False
        between = block.content[: begins.start()] if begins else block.content
        stray = _CLOSING.sub(b"", between).strip()
        if stray:
            self.notes.add("READ-STRAY", shown(stray.decode("utf-8", "replace")), line=block.line)
        if begins:
            line = block.line + block.content.count(b"\n", 0, begins.start())
            self.people.lost("READ-TRUNCATED", block.content[begins.start() :], line)
            return True
        return b"</" in between


_CLOSING = re.compile(rb"<!--.*?-->|</(?:[\w.-]+:)?(?:Persons|Message)\s*>", re.IGNORECASE | re.DOTALL)


def _starts_with_mark(file: BinaryIO) -> bool:
    file.seek(0)
    return file.read(3) == codecs.BOM_UTF8


def _opened(path: Path) -> tuple[BinaryIO, int]:
    """The file and its length in bytes; one in UTF-16 or UTF-32 is first turned into UTF-8, on disk and not in memory."""
    try:
        file = path.open("rb")
    except OSError as trouble:
        raise BadReturn(refusal("READ-FILE", f"{path.name}, {trouble.strerror}")) from None
    encoding = xml_head.byte_order(file.read(4))
    file.seek(0)
    if not encoding:
        return file, path.stat().st_size
    turned: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 (it lives as long as the source)
    reader = codecs.getreader(encoding)(file, "replace")
    while text := reader.read(1 << 20):
        turned.write(text.encode())
    file.close()
    size = turned.tell()
    turned.seek(0)
    return turned, size
