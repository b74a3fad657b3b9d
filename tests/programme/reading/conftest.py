"""Made-up plans in the manner of several councils, built here so that no sentence of a real one is kept."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook


@pytest.fixture
def plans(shared: Path) -> Path:
    """The folder of real part-plans, which is kept beside the repository and not in it."""
    return shared / "data" / "plans"


@pytest.fixture
def workbook() -> Callable[..., bytes]:
    """A workbook from sheets of rows: `workbook({"Actions": rows}, merges={"Actions": ["A2:A4"]})`."""

    def build(
        sheets: dict[str, list[list[object]]],
        merges: dict[str, list[str]] | None = None,
        formats: dict[str, dict[str, str]] | None = None,
        hidden: tuple[str, ...] = (),
    ) -> bytes:
        book = Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
            for merged in (merges or {}).get(title, []):
                sheet.merge_cells(merged)
            for place, shape in (formats or {}).get(title, {}).items():
                sheet[place].number_format = shape
            if title in hidden:
                sheet.sheet_state = "hidden"
        return _saved(book)

    return build


@pytest.fixture
def document() -> Callable[[Callable[[object], None]], bytes]:
    """A Word document filled by a function that is given it."""

    def build(fill: Callable[[object], None]) -> bytes:
        made = docx.Document()
        fill(made)
        return _saved(made)

    return build


@pytest.fixture
def first_of_may() -> date:
    """A day that a spreadsheet may show as a month."""
    return date(2025, 5, 1)


def _saved(thing: object) -> bytes:
    stream = io.BytesIO()
    thing.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()
