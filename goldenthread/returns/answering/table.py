"""Counting cases into a table: every group of one cut, beside every group of another or beside who met the measure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.kit.errors import Refused
from goldenthread.returns.answering.counted import MEASURES, Life, Measure, Period
from goldenthread.returns.answering.cuts import CUTS, Cut, Known
from goldenthread.returns.building.persons import Case
from goldenthread.returns.building.story import Story

MOST_CELLS = 200
LONGEST_YEARS = 10
MET = "met"
ALL_OF_THEM = "all"
EVERYBODY = "Everybody"


@dataclass(frozen=True)
class Question:
    """What is asked: a measure in a period, told apart by one thing or two. As the file knew it at the end of a day."""

    measure: Measure
    since: date
    until: date
    known_on: date
    rows: Cut | None = None
    columns: Cut | None = None

    @property
    def period(self) -> Period:
        """Its period."""
        return Period(self.since, self.until, self.known_on)

    @property
    def cut(self) -> tuple[str, str]:
        """Its two headings, as the same word for the same groups in every question."""
        columns = (
            f"{MET}:{self.measure.asks}"
            if self.measure.is_share
            else self.columns.key
            if self.columns
            else ALL_OF_THEM
        )
        return self.rows.key if self.rows else EVERYBODY, columns


@dataclass(frozen=True)
class Counted:
    """A table of true counts. It stays inside: what may be shown is made from it."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def total(self) -> int:
        """Everybody counted."""
        return sum(map(sum, self.cells))

    def as_json(self) -> dict[str, Any]:
        """For keeping."""
        return {"rows": self.rows, "columns": self.columns, "cells": self.cells}


def counted_from(kept: dict[str, Any]) -> Counted:
    """Counts that were kept."""
    return Counted(tuple(kept["rows"]), tuple(kept["columns"]), tuple(tuple(row) for row in kept["cells"]))


def asked(
    *, measure: str, since: date, until: date, known_on: date, rows: str = "", columns: str = ""
) -> Question:
    """A question, or Refused with the sentence that says what to change."""
    if measure not in MEASURES:
        raise Refused("Choose what to count from the list.", "measure")
    for field, key in (("rows", rows), ("columns", columns)):
        if key and key not in CUTS:
            raise Refused("Choose from the list by what to tell apart.", field)
    if until < since:
        raise Refused("Enter a last day that is not before the first.", "until")
    if until > known_on:
        raise Refused(
            "Enter a last day that is not to come: what has not happened cannot be counted.", "until"
        )
    if until.year - since.year > LONGEST_YEARS:
        raise Refused(f"Enter a period of {LONGEST_YEARS} years at most.", "since")
    if columns and MEASURES[measure].is_share:
        raise Refused(
            "A share can be told apart by one thing: its second is who met it. Leave this empty.", "columns"
        )
    if columns and (columns == rows or not rows):
        raise Refused("Choose two different things, the first of them above.", "columns")
    return Question(MEASURES[measure], since, until, known_on, CUTS.get(rows), CUTS.get(columns))


def count(cases: Iterable[Case], question: Question, known: Known) -> Counted:
    """The table of a question. Groups in which nobody is counted are left out. Refused where it has too many cells."""
    measure, period = question.measure, question.period
    found: dict[tuple[tuple[str, str], tuple[str, str]], int] = {}
    for case in cases:
        life = Life(Story(case.events or ()))
        day = measure.on(life, period)
        if day is None:
            continue
        row = question.rows.tells(case, life, day, known) if question.rows else ("", EVERYBODY)
        if measure.meets is not None:
            column = ("0", measure.met) if measure.meets(life, period) else ("1", measure.not_met)
        else:
            column = (
                question.columns.tells(case, life, day, known) if question.columns else ("", measure.title)
            )
        found[row, column] = found.get((row, column), 0) + 1
    return _table(found, question)


def _table(found: dict[tuple[tuple[str, str], tuple[str, str]], int], question: Question) -> Counted:
    rows = sorted({row for row, _ in found})
    columns = sorted({column for _, column in found})
    if question.measure.is_share and rows:
        columns = [("0", question.measure.met), ("1", question.measure.not_met)]
    if len(rows) * len(columns) > MOST_CELLS:
        raise Refused(
            f"This table would have {len(rows)} by {len(columns)} cells, and {MOST_CELLS} can be looked after. "
            "Choose years where you have months, or fewer things to tell apart.",
            "rows",
        )
    cells = tuple(tuple(found.get((row, column), 0) for column in columns) for row in rows)
    return Counted(tuple(words for _, words in rows), tuple(words for _, words in columns), cells)
