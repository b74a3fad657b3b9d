"""Word documents: paragraphs with their list and heading styles, and tables, in the order of the document.

Read from the markup itself, so that content controls and tracked insertions are read and tracked deletions
are not.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from goldenthread.programme.reading.lines import BULLET, Line, Row, Table
from goldenthread.programme.reading.numbering import Numbering, numbering_of
from goldenthread.programme.reading.unreadable import UnreadablePlan

_PASSED_THROUGH = {"sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "body"}
_LEFT_OUT = {
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "pPr",
    "rPr",
    "footnoteReference",
    "Fallback",
    "txbxContent",
    "pict",
}
_DAMAGED = "The document is damaged and cannot be read. Open it in Word, save it again and send that."
MOST_DEPTH = 60


def blocks_of(data: bytes) -> list[Line | Table]:
    """The paragraphs and tables of a document, in order."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = _part(package, "word/document.xml")
            styles = _part(package, "word/styles.xml")
            numbers = _part(package, "word/numbering.xml")
        if body is None:
            raise UnreadablePlan(_DAMAGED)
        return list(_Document(styles, numbering_of(numbers, _name, _value)).blocks(body))
    except UnreadablePlan:
        raise
    except Exception as fault:  # damaged markup of any kind
        raise UnreadablePlan(_DAMAGED) from fault


def _part(package: zipfile.ZipFile, name: str) -> Any:
    if name not in package.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(package.read(name), parser)


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(element: Any) -> str:
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == "val"), "")


def _child(element: Any, *path: str) -> Any:
    for name in path:
        element = (
            next((child for child in element if _name(child) == name), None) if element is not None else None
        )
    return element


class _Document:
    """The styles and lists of one document, and how far its paragraphs and tables have been counted."""

    def __init__(self, styles: Any, numbering: Numbering) -> None:
        self.numbering = numbering
        self.styles: dict[str, Any] = {}
        for style in styles if styles is not None else ():
            if _name(style) == "style":
                key = next((v for k, v in style.attrib.items() if k.rpartition("}")[2] == "styleId"), "")
                self.styles[key] = style
        self.paragraphs = 0
        self.tables = 0

    def blocks(self, root: Any, depth: int = 0) -> Iterator[Line | Table]:
        """Paragraphs and tables below an element, through what merely wraps them."""
        for element in root:
            name = _name(element)
            if name == "p":
                self.paragraphs += 1
                yield from self._lines(element)
            elif name == "tbl":
                self.tables += 1
                yield self._table(element)
            elif name in _PASSED_THROUGH and depth < MOST_DEPTH:
                yield from self.blocks(element, depth + 1)

    def _lines(self, paragraph: Any) -> Iterator[Line]:
        style = _value(found) if (found := _child(paragraph, "pPr", "pStyle")) is not None else ""
        heading = self._heading(style, paragraph)
        bullet, mark, level = self._mark(style, paragraph)
        for position, part in enumerate(_words(paragraph).split("\n")):
            text = part.strip()
            typed = BULLET.match(text)
            text = text[typed.end() :].strip() if typed else text
            text = f"{mark} {text}" if mark and text and position == 0 else text
            if text:
                listed = bool(typed) or (bullet and position == 0)
                yield Line(
                    text,
                    f"paragraph {self.paragraphs}",
                    level * 4,
                    listed,
                    heading,
                    gap=not listed and not position,
                )

    def _mark(self, style: str, paragraph: Any) -> tuple[bool, str, int]:
        """Whether the paragraph is a bullet, its number otherwise, and its depth."""
        numbers = _child(paragraph, "pPr", "numPr")
        numbers = numbers if numbers is not None else self._style_part(style, "numPr")
        name = self._style_name(style)
        if numbers is None:
            depth = re.search(r"list (?:bullet|number|paragraph) ?(\d?)", name)
            return bool(depth and "bullet" in name), "", int(depth.group(1) or 1) if depth else 0
        number_id, level = _child(numbers, "numId"), _child(numbers, "ilvl")
        depth_text = _value(level) if level is not None else "0"
        at = int(depth_text) if depth_text.isdigit() and len(depth_text) < 3 else 0
        identity = _value(number_id) if number_id is not None else ""
        if identity == "0":
            return False, "", 0
        styled = re.search(r"list \w+ (\d)$", name)
        if styled and at == 0:
            at = int(styled.group(1)) - 1
        if "bullet" in name:
            return True, "", at + 1
        bullet, mark = self.numbering.mark(identity, at)
        return bullet, mark, at + 1 if bullet else 0

    def _heading(self, style: str, paragraph: Any) -> int:
        name = self._style_name(style)
        level = re.match(r"(?:heading|title) ?(\d?)", name)
        if level:
            return int(level.group(1) or 1)
        outline = _child(paragraph, "pPr", "outlineLvl")
        if outline is not None and _value(outline) in "012345":
            return int(_value(outline) or 0) + 1
        runs = [run for run in paragraph if _name(run) == "r" and _words(run).strip()]
        bold = runs and all(
            (b := _child(run, "rPr", "b")) is not None and _value(b) not in ("0", "false") for run in runs
        )
        return 7 if bold and len(_words(paragraph)) < 150 else 0

    def _style_name(self, style: str) -> str:
        found = _child(self.styles[style], "name") if style in self.styles else None
        return (_value(found) if found is not None else style).lower()

    def _style_part(self, style: str, part: str) -> Any:
        """A paragraph property from the style or one that it is based on."""
        for _ in range(10):
            if style not in self.styles:
                return None
            found = _child(self.styles[style], "pPr", part)
            if found is not None:
                return found
            base = _child(self.styles[style], "basedOn")
            style = _value(base) if base is not None else ""
        return None

    def _table(self, table: Any) -> Table:
        rows: list[Row] = []
        above: tuple[str, ...] = ()
        for number, element in enumerate(_rows(table), start=1):
            row = self._row(element, number, above)
            rows.append(row)
            above = row.cells
        return Table(tuple(rows), f"table {self.tables}")

    def _row(self, element: Any, number: int, above: tuple[str, ...]) -> Row:
        cells: list[str] = []
        covered: set[int] = set()
        own = list(_wrapped(element, "tc"))
        for cell in own:
            merge = _child(cell, "tcPr", "vMerge")
            span = _child(cell, "tcPr", "gridSpan")
            width = (
                int(_value(span))
                if span is not None and _value(span).isdigit() and len(_value(span)) < 3
                else 1
            )
            at = len(cells)
            if merge is not None and _value(merge) != "restart":
                covered.add(at)
                cells.append(above[at] if at < len(above) else "")
            else:
                cells.append(self._cell(cell))
            cells += [""] * (width - 1)
        return Row(number, tuple(cells), frozenset(covered), len(own) == 1 and len(cells) > 1)

    def _cell(self, cell: Any) -> str:
        """The paragraphs of a cell by line, bullets marked; a table in it by line too."""
        lines = []
        for block in self.blocks(cell):
            if isinstance(block, Table):
                lines += [" ".join(part for part in row.cells if part) for row in block.rows]
            else:
                lines.append(f"• {block.text}" if block.bullet else block.text)
        return "\n".join(line for line in lines if line)


def _rows(table: Any) -> Iterator[Any]:
    yield from _wrapped(table, "tr")


def _wrapped(root: Any, wanted: str, depth: int = 0) -> Iterator[Any]:
    for element in root:
        if _name(element) == wanted:
            yield element
        elif _name(element) in _PASSED_THROUGH and depth < MOST_DEPTH:
            yield from _wrapped(element, wanted, depth + 1)


def _words(root: Any) -> str:
    """The words of a paragraph or run as they stand with all tracked changes accepted."""
    words: list[str] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = _name(element)
        if name == "t":
            words.append(element.text or "")
        elif name in ("tab", "br", "cr", "noBreakHyphen"):
            words.append({"tab": "  ", "noBreakHyphen": "-"}.get(name, "\n"))
        elif name not in _LEFT_OUT:
            waiting.extend(reversed(element))
    return "".join(words)
