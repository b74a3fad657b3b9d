"""Rows of a spreadsheet or CSV file, under their headings, with the numbers that people see beside them."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from goldenthread.casework.importing.guards import MOST_COLUMNS, MOST_ROWS
from goldenthread.casework.importing.troubles import UnreadableFile
from goldenthread.kit.received.tables import Line, csv_lines


@dataclass(frozen=True)
class Sheet:
    """The headings, and each row's number with its cells by heading. Empty rows are left out."""

    headings: list[str]
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)

    def samples(self, heading: str, most: int = 3) -> list[str]:
        """The first different words of a column, so that a person can tell what it holds."""
        words = (cells.get(heading, "") for _, cells in self.rows[:200])
        return list(islice(dict.fromkeys(word[:40] for word in words if word), most))


def from_text(data: bytes) -> Sheet:
    """A CSV file, whichever letters and separators it has."""
    return _sheet(csv_lines(data))


def from_workbook(data: bytes) -> Sheet:
    """The first visible sheet of an Excel file; formulas give the results that were saved with them."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            if not shown:
                raise UnreadableFile("The workbook has no visible sheet.")
            return _sheet(_book_lines(shown[0]))
    except UnreadableFile:
        raise
    except Exception as fault:  # the library raises whatever a damaged part makes it raise
        raise UnreadableFile(
            "The workbook is damaged. Open it in Excel, save it again and send that."
        ) from fault


def _book_lines(sheet: Any) -> Iterator[Line]:
    empty = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), 1):
        cells = [_words(value) for value in values]
        empty = 0 if any(cells) else empty + 1
        if empty > 1_000:  # sheets are often formatted down to row 1,048,576
            return
        yield number, cells


def _words(value: Any) -> str:
    """A cell as text; a day as 2026-11-24."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "").strip()


def _sheet(lines: Iterable[Line]) -> Sheet:
    """The first row that has two cells is the headings; what follows are rows."""
    headings: list[str] = []
    rows = []
    for number, cells in lines:
        if not headings:
            headings = _headings(cells) if sum(map(bool, cells)) > 1 else []
            continue
        if any(cells):
            rows.append((number, {name: cell for name, cell in zip(headings, cells, strict=False) if name}))
        if len(rows) > MOST_ROWS:
            raise UnreadableFile(f"The file has more than {MOST_ROWS:,} rows. Send it in parts.")
    if not rows:
        raise UnreadableFile("The file has no rows under its headings. Choose the file that holds the cases.")
    return Sheet([name for name in headings if name], rows)


def _headings(cells: list[str]) -> list[str]:
    """Names for the columns; one that comes again gets its number."""
    named: list[str] = []
    for cell in cells[:MOST_COLUMNS]:
        name = " ".join(cell.split())[:100]
        again = sum(one == name or one.startswith(f"{name} (") for one in named)
        named.append(f"{name} ({again + 1})" if name and again else name)
    return named
