"""The cells of a workbook’s sheets as text, read as the XML that they are: several times as fast as a whole workbook.

Only what the lists need is understood: text, numbers, yes or no, and, in columns that are asked for as days, the numbers that
spreadsheets keep for days.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import IO, Any

from lxml import etree

from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.notes import refusal, shown

MOST_UNPACKED = 1 << 30
_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
}
_LETTERS = re.compile(r"[A-Z]+")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FIRST_DAY = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
MOST_COLUMNS = 1_000


class Book:
    """A workbook that is read a sheet at a time. Raises `BadReturn` for what is none."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            self._archive = zipfile.ZipFile(path)
            if sum(one.file_size for one in self._archive.infolist()) > MOST_UNPACKED:
                raise BadReturn(refusal("READ-FILE", f"{self.name} unpacks to far more than two lists"))
            whole = self._tree("xl/workbook.xml")
            targets = {
                one.get("Id"): one.get("Target", "") for one in self._tree("xl/_rels/workbook.xml.rels")
            }
            self.sheets = {
                str(one.get("name")): _inside(targets[one.get(_RELATION)]) for one in whole.iter("{*}sheet")
            }
            self._from = _FIRST_DAY[
                any(one.get("date1904") in ("1", "true") for one in whole.iter("{*}workbookPr"))
            ]
            self._shared = self._strings()
        except (OSError, KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError) as trouble:
            raise self._bad(trouble) from None

    def _bad(self, trouble: Exception) -> BadReturn:
        return BadReturn(refusal("READ-FILE", f"{self.name}, {shown(str(trouble))}"))

    def _tree(self, name: str) -> etree._Element:
        return etree.fromstring(self._archive.read(name), etree.XMLParser(**_SAFE))

    def _strings(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self._archive.namelist():
            return []
        with self._archive.open("xl/sharedStrings.xml") as file:
            return ["".join(map(str, one.itertext("{*}t"))) for one in _each(file, "{*}si")]

    def rows(self, sheet: str, days: frozenset[int] = frozenset()) -> Iterator[tuple[int, list[str]]]:
        """Each row with its number; a number in a column of `days` becomes DD/MM/YYYY. Rows without cells are left out."""
        places: dict[str, int] = {}
        try:
            with self._archive.open(self.sheets[sheet]) as file:
                for number, row in enumerate(_each(file, "{*}row"), start=1):
                    said = row.get("r") or ""
                    cells: list[str] = []
                    for cell in row:
                        reference, following = cell.get("r") or "", len(cells)
                        place = places.get(reference.removesuffix(said))
                        if place is None or place < following:
                            place = _place(reference, places, following)
                        if place > following:
                            cells += [""] * (place - following)
                        text = self._value(cell)
                        cells.append(self._day(text) if text and place in days else text)
                    yield int(said or number), cells
        except (
            KeyError,
            IndexError,
            ValueError,
            zipfile.BadZipFile,
            OSError,
            etree.XMLSyntaxError,
        ) as trouble:
            raise self._bad(trouble) from None

    def _value(self, cell: etree._Element) -> str:
        kind = cell.get("t")
        if kind == "inlineStr":
            if len(cell) == 1 and len(cell[0]) == 1:
                return cell[0][0].text or ""
            return "".join(map(str, cell.itertext("{*}t")))
        if kind == "s" and len(cell) == 1:
            only = cell[0].text
            return self._shared[int(only)] if only else ""
        text = next((one.text for one in cell if one.tag.endswith("}v")), None) or ""
        if kind == "s":
            return self._shared[int(text)] if text else ""
        return text.removesuffix(".0") if kind in (None, "n") else text

    def _day(self, text: str) -> str:
        try:
            return (self._from + timedelta(days=int(float(text)))).strftime("%d/%m/%Y")
        except (ValueError, OverflowError):
            return f"{text[8:10]}/{text[5:7]}/{text[:4]}" if re.match(r"\d{4}-\d\d-\d\dT", text) else text


def _inside(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _each(file: IO[bytes], tag: str) -> Iterator[etree._Element]:
    """Each element of a kind, let go of when the next is asked for."""
    for _, element in etree.iterparse(file, events=("end",), tag=tag, **_SAFE):
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _place(reference: str | None, places: dict[str, int], following: int) -> int:
    """The column of a cell, from 0."""
    letters = (reference or "").rstrip("0123456789")
    if not letters:
        return following
    place = places.get(letters)
    if place is None:
        if not _LETTERS.fullmatch(letters):
            raise ValueError(f"cell {reference}")
        place = -1
        for letter in letters:
            place = (place + 1) * 26 + ord(letter) - ord("A")
        if place > MOST_COLUMNS:
            raise ValueError(f"column {letters}")
        places[letters] = place
    if place < following:
        raise ValueError(f"cell {reference} stands out of order")
    return place
