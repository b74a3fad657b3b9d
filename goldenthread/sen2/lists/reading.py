"""The lists from a workbook (sheets List_1 and List_2), or from CSV files of those names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.lists.checks import ERROR, Found, ListChecker
from goldenthread.sen2.lists.columns import DATES, LISTS, plain
from goldenthread.sen2.lists.sheets import Book
from goldenthread.sen2.notes import refusal
from goldenthread.sen2.reading import csv_files
from goldenthread.sen2.reading.csv_rows import NO_ROW, Row

Rows = Iterator[Row]


def check_lists(path: Path, on: date) -> tuple[dict[str, int], list[Found]]:
    """The rows of each list, and what is found in them as at a day."""
    counts: dict[str, int] = {}
    found: list[Found] = []
    for sheet, rows in lists(path):
        checker = ListChecker(sheet, on)
        headings = next(rows, NO_ROW).cells
        found.extend(checker.headings(headings))
        known = {plain(one): one for one in LISTS[sheet]}
        places = [(place, known[plain(one)]) for place, one in enumerate(headings) if plain(one) in known]
        counts[sheet] = 0
        for number, cells, trouble, _ in rows:
            if trouble:
                counts[sheet] += 1
                found.append(
                    Found("LST-ROW", ERROR, sheet, number, "", f"The row cannot be read: {trouble}.")
                )
            elif any(cells):
                counts[sheet] += 1
                width = len(cells)
                row = {column: cells[place].strip() for place, column in places if place < width}
                found.extend(checker.row(number, row))
    return counts, found


def lists(path: Path) -> Iterator[tuple[str, Rows]]:
    """Each list by its name, with its rows. Raises `BadReturn` when there is none."""
    if path.is_dir():
        files = {one.name.rpartition(".")[0].lower(): one for one in csv_files.in_folder(path)}
        named = [(sheet, csv_files.rows(files[sheet.lower()])) for sheet in LISTS if sheet.lower() in files]
        if not named:
            raise BadReturn(refusal("READ-FILE", f"{path.name} has neither List_1.csv nor List_2.csv"))
        yield from named
        return
    book = Book(path)
    names = {one.lower(): one for one in book.sheets}
    wanted = [sheet for sheet in LISTS if sheet.lower() in names]
    if not wanted:
        raise BadReturn(refusal("READ-FILE", f"{path.name} has neither a sheet List_1 nor List_2"))
    for sheet in wanted:
        name = names[sheet.lower()]
        _, headings = next(book.rows(name), (1, []))
        dates = {plain(one) for one in DATES}
        days = frozenset(place for place, one in enumerate(headings) if plain(one) in dates)
        yield sheet, (Row(number, cells) for number, cells in book.rows(name, days))
