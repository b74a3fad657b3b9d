"""Blocks of XML to records. libxml2 parses a whole block; what it holds is counted against what was taken from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from lxml import etree

from goldenthread.sen2.notes import Notes, shown
from goldenthread.sen2.reading.xml_blocks import START
from goldenthread.sen2.record import Record, new_record
from goldenthread.sen2.tables import CHILDREN, TABLES
from goldenthread.sen2.years import CollectionYear

_NODES = etree.XPath("count(//node())")
_ATTRIBUTES = etree.XPath("boolean(//@*)")
_LINE: Any = attrgetter("sourceline")
_MARGIN = 1
"""The element that is put around a block."""


class _Shape:
    """What a table’s element may hold, by tag as spelled in this file; other spellings are learned as they come."""

    __slots__ = ("blank", "leaves", "lower", "parts", "table")

    def __init__(self, table: str, year: CollectionYear) -> None:
        self.table = table
        self.blank = year.blanks[table]
        self.leaves = {tag: tag for tag in self.blank}
        self.parts = {part: _Shape(part, year) for part in CHILDREN[table]}
        self.lower: dict[str, str | _Shape] = {tag.lower(): tag for tag in self.blank}
        self.lower.update({part.lower(): shape for part, shape in self.parts.items()})

    def learn(self, tag: str) -> bool:
        """Take in another spelling of a tag; false when it belongs to nothing here."""
        known = self.lower.get(tag.rpartition("}")[2].lower())
        if isinstance(known, str):
            self.leaves[tag] = known
        elif known is not None:
            self.parts[tag] = known
        return known is not None


class Persons:
    """Makes records of blocks, and notes whatever is not taken into one."""

    def __init__(
        self, year: CollectionYear, notes: Notes, opening: bytes, encoding: str, first: int = 1
    ) -> None:
        self.notes = notes
        self.opening = opening
        self.encoding = encoding
        self.number = first
        self.line = 0
        self._taken = 0
        self._records = 0
        self._may_have_attributes = True
        self._shape = _Shape("Person", year)
        self._parser = etree.XMLParser(
            remove_blank_text=True,
            remove_comments=True,
            remove_pis=True,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )

    def whole(self, block: bytes, line: int) -> Iterator[Record]:
        """The persons of a block; one that is broken is listed and the others are still read."""
        self._may_have_attributes = b"=" in block
        try:
            root = etree.fromstring(b"%s%s</r>" % (self.opening, block), self._parser)
        except etree.XMLSyntaxError:
            yield from self._one_by_one(block, line)
            return
        yield from self._of(root, line)

    def _of(self, root: etree._Element, line: int) -> Iterator[Record]:
        self.line = line - 1
        self._taken = _MARGIN
        before = self._records
        found = []
        for element in root:
            if self._is_person(element.tag):
                self._taken += 1
                found.append(self._record(element, self._shape))
            else:
                self._unknown(element, "Persons")
        if self._taken != _NODES(root):
            self._stray(root, None)
        if self._may_have_attributes and _ATTRIBUTES(root):
            self._attributes(root)
        for person in found:
            person.number = self.number
            self.number += 1
        self.notes.read("records", self._records - before)
        yield from found

    @staticmethod
    def _is_person(tag: str) -> bool:
        return tag == "Person" or tag.rpartition("}")[2].lower() == "person"

    def _record(self, element: etree._Element, shape: _Shape) -> Record:
        record = new_record(shape.table, shape.blank, self.line + (_LINE(element) or 0))
        leaves, taken = shape.leaves, 0
        for child in element:
            tag = child.tag
            known = leaves.get(tag)
            if known is not None:
                taken += 1
                text = child.text
                if text:
                    taken += 1
                    if record[known]:
                        self._twice(record, known, text)
                    else:
                        record[known] = text
            elif (part := shape.parts.get(tag)) is not None:
                taken += 1
                one = self._record(child, part)
                if held := record.parts.get(part.table):
                    held.append(one)
                    one.number = len(held)
                else:
                    record.parts[part.table] = [one]
            elif shape.learn(tag):
                self._again(child, shape, record)
            else:
                self._unknown(child, shape.table)
        self._taken += taken
        self._records += 1
        return record

    def _again(self, child: etree._Element, shape: _Shape, record: Record) -> None:
        """An element whose spelling has just been learned."""
        self._taken += 1
        known = shape.leaves.get(child.tag)
        if known is None:
            record.hold(self._record(child, shape.parts[child.tag]))
        elif child.text:
            self._taken += 1
            if record[known]:
                self._twice(record, known, child.text)
            else:
                record[known] = child.text

    def _twice(self, record: Record, item: str, text: str) -> None:
        self.notes.add(
            "READ-TWICE", shown(text), table=record.table, item=item, line=record.line, person=self.number
        )

    def _unknown(self, child: etree._Element, within: str) -> None:
        """An element that is not in the year’s return: it is listed with what it says, and counted with all it holds."""
        self._taken += int(float(str(_NODES_BELOW(child))))
        name = str(child.tag).rpartition("}")[2]
        says = " ".join(text for one in map(str, child.itertext()) if (text := one.strip()))
        records = sum(1 for one in child.iter() if str(one.tag).rpartition("}")[2].lower() in _RECORDS)
        self.notes.add(
            "READ-UNKNOWN",
            f"{name} in {within}, with {shown(says)}",
            table=within if within in TABLES else "",
            line=self.line + (_LINE(child) or 0),
            rows=records,
        )
        if records:
            self.notes.listed("records", records)

    def _stray(self, element: etree._Element, shape: _Shape | None) -> None:
        """Something was not taken: find which text or element it is. Text in CDATA counts twice and is no trouble."""
        for near, text in ((element, element.text), *((child, child.tail) for child in element)):
            if text and text.strip():
                self._say_stray(element, text, near)
        for child in element:
            part = self._shape if shape is None and self._is_person(child.tag) else None
            if shape:
                part = shape.parts.get(child.tag)
                if child.tag in shape.leaves and len(child):
                    self._say_stray(child, "".join(map(str, child.itertext())), child)
            if part:
                self._stray(child, part)

    def _say_stray(self, element: etree._Element, text: str, near: etree._Element) -> None:
        name = "Persons" if element.getparent() is None else str(element.tag).rpartition("}")[2]
        self.notes.add("READ-STRAY", f"{shown(text)} in {name}", line=self.line + (_LINE(near) or 0))

    def _attributes(self, root: etree._Element) -> None:
        for one in root.iter():
            for name, value in ((str(key), str(held)) for key, held in one.attrib.items()):
                about = f"{name.rpartition('}')[2]} of {str(one.tag).rpartition('}')[2]} is {shown(value)}"
                self.notes.add("READ-ATTRIBUTE", about, line=self.line + (_LINE(one) or 0))

    def _one_by_one(self, block: bytes, line: int) -> Iterator[Record]:
        """Each person of a block that is not well-formed, alone."""
        starts = [found.start() for found in START.finditer(block)]
        if not starts or block[: starts[0]].strip():
            self._broken(block[: starts[0]] if starts else block, line, "it stands between persons")
        for begin, end in zip(starts, [*starts[1:], len(block)], strict=True):
            piece = block[begin:end]
            here = line + block.count(b"\n", 0, begin)
            yield from self._alone(piece, here)

    def _alone(self, piece: bytes, line: int) -> Iterator[Record]:
        try:
            root = etree.fromstring(b"%s%s</r>" % (self.opening, piece), self._parser)
        except etree.XMLSyntaxError as trouble:
            again = self._reencoded(piece, line)
            if again is None:
                at = line + max((trouble.lineno or 1) - 1, 0)
                self._broken(
                    piece,
                    line,
                    f"line {at}: {' '.join((trouble.msg or 'unreadable').split(', line')[0].split())}",
                )
                return
            root = again
        yield from self._of(root, line)

    def _reencoded(self, piece: bytes, line: int) -> etree._Element | None:
        """A person written in Windows-1252 inside a file that says it is UTF-8."""
        if self.encoding != "utf-8":
            return None
        try:
            piece.decode("utf-8")
        except UnicodeDecodeError as trouble:
            text = piece.decode("cp1252", "replace")
            try:
                root = etree.fromstring(b"%s%s</r>" % (self.opening, text.encode()), self._parser)
            except etree.XMLSyntaxError:
                return None
            at = line + piece.count(b"\n", 0, trouble.start)
            self.notes.add("READ-ENCODING", line=at, person=self.number)
            return root
        return None

    def _broken(self, piece: bytes, line: int, why: str) -> None:
        self.lost("READ-BROKEN", piece, line, why)

    def lost(self, code: str, piece: bytes, line: int, why: str = "") -> None:
        """List a person who is not read, with the number of records that go with them."""
        rows = len(_RECORD_TAGS.findall(piece))
        self.notes.listed("records", rows)
        number = self.number if START.match(piece) else 0
        self.notes.add(code, why, line=line, person=number, table="Person" if number else "", rows=rows)
        self.number += 1 if number else 0


_RECORDS = {table.lower() for table in TABLES if table != "Header"}
_NODES_BELOW = etree.XPath("count(descendant-or-self::node())")
_RECORD_TAGS = re.compile(rb"<(?:[\w.-]+:)?(?:%s)(?=[\s/>])" % "|".join(_RECORDS).encode(), re.IGNORECASE)
