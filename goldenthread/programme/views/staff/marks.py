"""Ratings and dates as the kit's tags: a shape and a word, never colour alone."""

from __future__ import annotations

from datetime import date

from goldenthread.kit.clock import days_words
from goldenthread.kit.table import Cell
from goldenthread.programme import rating_key
from goldenthread.programme.models import ActionVersion
from goldenthread.programme.queries.actions import days_late

STATES = {
    "dotted": "not_yet", "half": "due", "filled": "done", "seal": "closed", "tick": "good", "bang": "warn",
    "cross": "bad", "plain": "plain",
}  # fmt: skip
"""A rating key's shapes, and the kit's drawing for each."""


def grade_cell(key: rating_key.Key, axis: str, code: str) -> Cell:
    """A grade with its shape."""
    grade = rating_key.grade(key, axis, code)
    shape = grade.get("shape", "") if grade else "plain"
    return Cell(rating_key.word(key, axis, code), state=STATES.get(shape, "plain"))


def late_cell(version: ActionVersion, key: rating_key.Key, day: date) -> Cell:
    """The due date; with how late it is when it is late and no decision has closed it."""
    if version.due is None:
        return Cell("No due date")
    is_closed = getattr(version, "is_closed", False)
    if not is_closed and days_late(version, key, day):
        return Cell(days_words(version.due, day), state="late", note=f"Due {version.due}")
    return Cell(str(version.due))
