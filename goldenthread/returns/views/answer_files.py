"""An answer as CSV and as a workbook: the numbers, and below them what they count and by which rules."""

from __future__ import annotations

import csv
import io

from openpyxl import Workbook

from goldenthread.kit.dates import in_words
from goldenthread.kit.spreadsheets import safe_cell
from goldenthread.returns.answering.shown import shown_from
from goldenthread.returns.models import NumberAnswer
from goldenthread.returns.queries.answers import question_of
from goldenthread.returns.views.answer_words import headings, lines

RULE = (
    "Numbers under 5 are hidden, and others from which they could be worked out, in this table or beside answers given before. "
    "Groups with nobody in them are left out."
)


def notes_of(answer: NumberAnswer) -> list[str]:
    """What stands below the numbers."""
    to = answer.table["rounding"]
    rounded = (
        [f"Numbers are rounded to the nearest {to}; shares are of the rounded numbers."] if to > 1 else []
    )
    return [
        f"From {in_words(answer.since)} to {in_words(answer.until)}, as known on {in_words(answer.known_on)}.",
        *answer.definition.splitlines(), RULE, *rounded, f"SHA-256 {answer.sha256}",
    ]  # fmt: skip


def _rows(answer: NumberAnswer) -> list[list[str]]:
    question, shown = question_of(answer), shown_from(answer.table)
    return [
        [answer.title],
        headings(question, shown),
        *lines(question, shown),
        [],
        *([one] for one in notes_of(answer)),
    ]


def as_csv(answer: NumberAnswer) -> str:
    """For any spreadsheet program; nothing in it is ever computed by one."""
    held = io.StringIO()
    csv.writer(held).writerows([safe_cell(one) for one in row] for row in _rows(answer))
    return held.getvalue()


def as_workbook(answer: NumberAnswer) -> bytes:
    """The same as a workbook, numbers as numbers."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Answer")
    sheet.column_dimensions["A"].width = 40
    for row in _rows(answer):
        sheet.append([_cell(one) for one in row])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _cell(text: str) -> object:
    bare = text.replace(",", "")
    return int(bare) if bare.isdecimal() and text == f"{int(bare):,}" else safe_cell(text)
