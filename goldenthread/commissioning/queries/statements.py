"""A year’s money in the shapes that others ask for: the spending statement of the 2009 Act, and the DSG management plan.

The management plan’s sections are those of DfE’s guidance (financial plan per funding block, children and young people,
workstream log); its template’s cells were not at hand, so the rows are long: one value each, to be taken over by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.commissioning.models import Provision
from goldenthread.commissioning.money.statement import COLUMNS, LINES
from goldenthread.commissioning.queries.money import Forecast, Line
from goldenthread.commissioning.queries.scenarios import Compared

BUDGET, OUTTURN = "budget", "outturn"
BLOCK, PEOPLE, LOG = "Financial plan: high needs block", "Children and young people", "Workstream log"
NOT_PLACED = "Not placed in a line of the statement yet"


@dataclass(frozen=True)
class StatementRow:
    """A line of the statement: pence by column, and their sum. What comes in beside it is not known here."""

    number: str
    words: str
    by_column: tuple[int, ...]

    @property
    def gross(self) -> int:
        """All columns."""
        return sum(self.by_column)


def statement(found: Forecast, kind: str) -> list[StatementRow]:
    """The high needs lines, then what is in none of them; together they are the year’s forecast or its ledger to the penny."""
    sums: dict[tuple[str, str], int] = {}
    for one in found.lines:
        pence = amount(one, kind)
        if pence is not None:
            place = (one.line.statement_line, one.line.statement_column)
            sums[place] = sums.get(place, 0) + pence
    rows = [
        StatementRow(number, words, tuple(sums.get((number, column), 0) for column in COLUMNS))
        for number, words in LINES.items()
    ]
    if ("", "") in sums:
        rows.append(StatementRow("", NOT_PLACED, (sums["", ""], *[0] * (len(COLUMNS) - 1))))
    return rows


def amount(one: Line, kind: str) -> int | None:
    """What a driver comes to: likely by the forecast, or in the ledger; None where that is not known."""
    if kind == OUTTURN:
        return one.line.ledger_pence
    return one.driven.pence[1] if one.driven else None


@dataclass(frozen=True)
class PlanRow:
    """One value of the management plan: in pence, or children."""

    section: str
    year: int
    line: str
    measure: str
    value: int
    is_money: bool
    words: str = ""


def management_plan(years: Sequence[tuple[Forecast, Compared | None]]) -> list[PlanRow]:
    """Each year’s money and children by provision, without and with the scenario that was signed last, and what it changes."""
    rows: list[PlanRow] = []
    for found, scenario in years:
        rows += _block(found, scenario)
        rows += _people(found)
        rows += _log(found.year, scenario)
    return rows


def _of(found: Forecast, provision: str) -> list[Line]:
    return [one for one in found.lines if one.line.provision == provision]


def _block(found: Forecast, scenario: Compared | None) -> list[PlanRow]:
    rows = []
    for provision in Provision:
        lines = _of(found, provision)
        likely = sum(one.driven.pence[1] for one in lines if one.driven)
        ledger = [one.line.ledger_pence for one in lines if one.line.ledger_pence is not None]
        if not lines:
            continue
        rows.append(PlanRow(BLOCK, found.year, provision.label, "Unmitigated forecast", likely, True))
        if scenario:
            moved = sum(one.difference for one in scenario.changed if one.line.line.provision == provision)
            rows.append(PlanRow(BLOCK, found.year, provision.label, "Mitigated forecast", likely + moved, True,
                                scenario.scenario.name))  # fmt: skip
        if len(ledger) == len(lines):
            rows.append(PlanRow(BLOCK, found.year, provision.label, "Outturn", sum(ledger), True))
    return rows


def _people(found: Forecast) -> list[PlanRow]:
    rows = []
    for provision in Provision:
        lines = _of(found, provision)
        if not lines:
            continue
        likely = sum(one.line.likely for one in lines)
        rows.append(PlanRow(PEOPLE, found.year, provision.label, "Children, forecast", likely, False))
        known = [one.line.actual_children for one in lines if one.line.actual_children is not None]
        if len(known) == len(lines):
            rows.append(PlanRow(PEOPLE, found.year, provision.label, "Children, actual", sum(known), False))
    return rows


def _log(year: int, scenario: Compared | None) -> list[PlanRow]:
    if scenario is None:
        return []
    return [
        PlanRow(LOG, year, one.line.line.what, one.change.get_effect_display(), one.difference, True, one.change.assumption)
        for one in scenario.changed
    ]  # fmt: skip


def signed_last(found: Sequence[Compared]) -> Compared | None:
    """The scenario of a year whose signature still holds and is the newest."""
    signed = [one for one in found if one.is_signed]
    return max(signed, key=lambda one: max(s.signed_on for s in one.signatures)) if signed else None
