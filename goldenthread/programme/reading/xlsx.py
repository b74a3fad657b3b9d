"""Workbooks: each visible sheet as a table, with merged cells, dates by their format, and saved results of
formulas.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.reading.assembly import Assembly
from goldenthread.programme.reading.lines import Row, Table
from goldenthread.programme.reading.unreadable import UnreadablePlan

MOST_CELLS = 400_000
MOST_COLUMNS = 400
MOST_MERGES = 20_000
_DAMAGED = "The workbook is damaged and cannot be read. Open it in Excel, save it again and send that."


def tables_of(data: bytes, assembly: Assembly) -> list[Table]:
    """The visible sheets. Told: hidden sheets, errors, formulas whose result was not saved."""
    book = _opened(data, values=True)
    formulas = _opened(data, values=False) if _has_formulas(data) else None
    tables = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            assembly.problem(f"sheet “{sheet.title}”", "it is hidden and was not read")
            continue
        unsaved = (
            _unsaved(formulas[sheet.title], sheet) if formulas and sheet.title in formulas.sheetnames else []
        )
        for place in unsaved:
            assembly.problem(
                place, "the cell holds a formula whose result was not saved; open and save it in Excel"
            )
        rows = _rows(sheet, assembly)
        if rows:
            tables.append(Table(tuple(rows), f"sheet “{sheet.title}”", sheet.title))
    return tables


def _opened(data: bytes, values: bool) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), data_only=values, keep_links=False, keep_vba=False)
    except Exception as fault:  # the library raises whatever the damaged part makes it raise
        raise UnreadablePlan(_DAMAGED) from fault


def _has_formulas(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
            return any(re.search(rb"<(?:\w+:)?f[\s>/]", package.read(name)) for name in sheets)
    except Exception as fault:  # a damaged part shows itself only when it is read
        raise UnreadablePlan(_DAMAGED) from fault


def _unsaved(formulas: Any, values: Any) -> Iterable[str]:
    for cell in _cells(formulas):
        if cell.data_type == "f" and values[cell.coordinate].value is None:
            yield f"sheet “{formulas.title}”, cell {cell.coordinate}"


def _cells(sheet: Any) -> list[Any]:
    # `iter_rows` makes a cell for every place up to the last one, and sheets are often formatted to row
    # 1,048,576.
    cells = [cell for cell in sheet._cells.values() if cell.value is not None]
    if len(cells) > MOST_CELLS:
        raise UnreadablePlan(
            f"The sheet “{sheet.title}” has more cells than a plan. Copy the plan into a sheet of its own."
        )
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _rows(sheet: Any, assembly: Assembly) -> list[Row]:
    """Rows that hold anything. Words of a cell merged downwards are repeated, and marked as covered."""
    grid: dict[int, dict[int, str]] = {}
    for cell in _cells(sheet):
        if cell.column <= MOST_COLUMNS and (words := _words(cell, sheet.title, assembly)):
            grid.setdefault(cell.row, {})[cell.column] = words
    width = max((column for cells in grid.values() for column in cells), default=0)
    covered: dict[int, set[int]] = {}
    wide: set[int] = set()
    for merged in list(sheet.merged_cells.ranges)[:MOST_MERGES]:
        words = grid.get(merged.min_row, {}).get(merged.min_col, "")
        if words and merged.max_col - merged.min_col + 1 >= max(2, width // 2):
            wide.add(merged.min_row)
        for row in range(merged.min_row + 1, merged.max_row + 1):
            if words and row in grid:
                grid[row][merged.min_col] = words
                covered.setdefault(row, set()).add(merged.min_col - 1)
    return [
        Row(
            number,
            tuple(cells.get(column, "") for column in range(1, width + 1)),
            frozenset(covered.get(number, ())),
            number in wide and len(cells) == 1,
        )
        for number, cells in sorted(grid.items())
    ]


def _words(cell: Any, sheet: str, assembly: Assembly) -> str:
    """A cell's value as a person sees it: a month stays a month, a share stays a percentage."""
    value, shape = cell.value, str(cell.number_format or "General").lower()
    if cell.data_type == "e" or (
        isinstance(value, str) and value in ("#REF!", "#NAME?", "#N/A", "#VALUE!", "#DIV/0!")
    ):
        assembly.problem(f"sheet “{sheet}”, cell {cell.coordinate}", f"the cell shows the error {value}")
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return _date_words(value, shape)
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number_words(value, shape)
    return str(value).strip().replace("_x000D_", "").replace("\r\n", "\n")


def _date_words(value: date, shape: str) -> str:
    day = value.date() if isinstance(value, datetime) else value
    code = re.sub(r'\[[^\]]*\]|"[^"]*"|\\.', "", shape)
    if "d" in code or "m" not in code:
        return (
            str(PartialDate(day.year))
            if "y" in code and "d" not in code and "m" not in code
            else str(PartialDate.of(day))
        )
    return str(PartialDate(day.year, day.month))


def _number_words(value: float, shape: str) -> str:
    """Every digit that the file holds, with the zeros and the sign that its format shows: 1.1 in "0.00" is
    "1.10".
    """
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    number = number * 100 if "%" in shape else number
    number = round(number, 10)
    plain = format(number, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    places = re.search(r"0\.(0+)", shape)
    if places:
        whole, _, decimals = plain.partition(".")
        plain = f"{whole}.{decimals.ljust(len(places.group(1)), '0')}"
    return plain + ("%" if "%" in shape else "")
