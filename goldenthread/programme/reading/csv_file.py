"""Text and CSV files: which letters, which separator, which rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from itertools import zip_longest

from goldenthread.programme.reading.guards import MOST_TEXT
from goldenthread.programme.reading.lines import Row, Table
from goldenthread.programme.reading.tables import columns_of
from goldenthread.programme.reading.unreadable import UnreadablePlan

_SEPARATORS = ",;\t|"


def decoded(data: bytes) -> str:
    """The text of a file: by its mark, else UTF-8, else the letters that Windows uses in Western Europe."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return checked(_as(data, encoding))
    if data[1:400:2].count(0) > len(data[:400]) // 3:
        return checked(_as(data, "utf-16-le"))
    if data[0:400:2].count(0) > len(data[:400]) // 3:
        return checked(_as(data, "utf-16-be"))
    try:
        return checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return checked(_as(data, "cp1252"))


def _as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        row = data[: fault.start].count(b"\n") + 1
        raise UnreadablePlan(
            "The file holds letters that cannot be read. Save it again as “CSV UTF-8” or as plain text "
            "in UTF-8.",
            row,
        ) from fault


def checked(text: str) -> str:
    """The text, unless it is too long or no text at all."""
    if len(text) > MOST_TEXT:
        raise UnreadablePlan("The text is far longer than a plan. Paste the plan alone, or send it in parts.")
    bad = re.search(r"[\x00-\x08\x0e-\x1b\x7f]", text)
    if bad:
        row = text.count("\n", 0, bad.start()) + 1
        raise UnreadablePlan(
            "The file is not text: it holds bytes that no letter has. Send the plan itself.", row
        )
    return text


def table_of(text: str, sure: bool = False) -> Table | None:
    """The rows of separated values, or None if the text is no such table. `sure`: the file's name says that
    it is.
    """
    best: tuple[int, list[Row]] | None = None
    for separator in _SEPARATORS:
        if text.count(separator) < 2 or (separator == "|" and not sure):
            continue
        rows = _rows(text, separator, strict=False)
        score = _headings(rows)
        if score and (sure or _is_table(rows) or '\t"' in text) and (best is None or score > best[0]):
            best = (score, _rows(text, separator, strict=True))
    if best is None and sure:
        best = (0, _rows(text, _likely(text), strict=True))
    return Table(tuple(best[1])) if best else None


def _headings(rows: list[Row]) -> int:
    """How many headings the best heading row near the top has."""
    top = [row for row in rows if row.filled()][:15]
    return max(
        (len(row.filled()) for row, below in zip_longest(top, top[1:]) if columns_of(row, below)), default=0
    )


def _is_table(rows: list[Row]) -> bool:
    """Whether nine rows in ten are cut in two or more: prose has commas and semicolons too."""
    filled = [row for row in rows if row.filled()]
    return sum(1 for row in filled if len(row.cells) > 1) * 10 >= len(filled) * 9


def _likely(text: str) -> str:
    opening = text[:4000]
    return max(_SEPARATORS, key=lambda separator: (opening.count(separator), separator == ","))


def _rows(text: str, separator: str, strict: bool) -> list[Row]:
    """Rows with the line on which each begins. With `strict`, a quotation that never closes is refused."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[Row] = []
    begins = 1
    try:
        for cells in reader:
            rows.append(Row(begins, tuple(cell.strip() for cell in cells)))
            begins = reader.line_num + 1
    except csv.Error as fault:
        if strict:
            raise UnreadablePlan(
                f"The row cannot be read as separated values ({fault}). Check its quotation marks.", begins
            ) from fault
        return rows
    if strict and rows:
        _refuse_open_quotation(text, separator, rows)
    return rows


def _refuse_open_quotation(text: str, separator: str, rows: list[Row]) -> None:
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error as fault:
        last = rows[-1]
        if "unexpected end" in str(fault):
            column = len(last.cells)
            raise UnreadablePlan(
                "A quotation mark opens here and never closes, so the rows after it run together. "
                "Close it or take it out.",
                last.number,
                column,
            ) from fault
