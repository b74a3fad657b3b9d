"""An answer as a table that people read."""

from __future__ import annotations

from goldenthread.kit.table import Cell, Column, Table
from goldenthread.returns.answering.shown import Number, Shown
from goldenthread.returns.answering.table import Question

HIDDEN = "hidden"
NO_SHARE = "–"


def number(value: Number) -> str:
    """A number with commas, or that it is hidden."""
    return HIDDEN if value is None else f"{value:,}"


def share(met: Number, whole: Number) -> str:
    """A share in per cent, of the numbers as they are shown; none where one of them is hidden."""
    return NO_SHARE if met is None or not whole else f"{100 * met / whole:.1f}%"


def headings(question: Question, shown: Shown) -> list[str]:
    """The headings of the table, from left to right."""
    first = question.rows.title if question.rows else "Who"
    if question.measure.is_share:
        return [first, *shown.columns, "All", "Share"]
    return [first, *shown.columns, "All"] if question.columns else [first, question.measure.title]


def lines(question: Question, shown: Shown) -> list[list[str]]:
    """Its rows, and everybody last where there is more than one row."""
    found = [
        _line(question, words, row, total)
        for words, row, total in zip(shown.rows, shown.cells, shown.row_totals, strict=True)
    ]
    if len(shown.rows) > 1:
        found.append(_line(question, "All", shown.column_totals, shown.total))
    return found


def _line(question: Question, words: str, row: tuple[Number, ...], total: Number) -> list[str]:
    if question.measure.is_share:
        return [words, *map(number, row), number(total), share(row[0], total)]
    return [words, *map(number, row), number(total)] if question.columns else [words, number(total)]


def table_of(question: Question, shown: Shown) -> Table:
    """The table."""
    columns = [Column(words, number > 0) for number, words in enumerate(headings(question, shown))]
    rows = [[Cell(one, state="") for one in line] for line in lines(question, shown)] if shown.cells else []
    return Table(question.measure.title, columns if shown.cells else [Column("Who"), Column("Count", True)], rows,
                 is_compact=True, empty="Nobody counts in this period.")  # fmt: skip
