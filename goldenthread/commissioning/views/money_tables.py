"""The tables of money."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.commissioning.models import Band, BandRate, ForecastLine
from goldenthread.commissioning.money.forecast import Reconciled, for_each
from goldenthread.commissioning.money.pence import in_pounds
from goldenthread.commissioning.queries.money import Forecast
from goldenthread.kit.table import Cell, Column, Table


def bands_table(rates: Sequence[tuple[Band, BandRate | None]]) -> Table:
    """Each band and what it pays on a day."""
    rows: list[list[Any]] = [
        [Cell(band.name, note=band.means), in_pounds(rate.pence) if rate else "No rate", rate.starts_on if rate else "",
         rate.decided if rate else ""]
        for band, rate in rates
    ]  # fmt: skip
    columns = [Column("Band"), Column("For a year", True), Column("Since"), Column("Decided")]
    return Table("Bands and their rates", columns, rows, is_compact=True, empty="No band is entered yet.")


def forecast_table(found: Forecast, *, may_keep: bool) -> Table:
    """Each driver: children times what each costs."""
    rows: list[list[Any]] = []
    for one in found.lines:
        href = reverse("commissioning:ledger", args=[one.line.pk]) if may_keep else ""
        name = Cell(
            one.line.what, href=href, note=f"{one.line.get_provision_display()}. {one.line.assumption}"
        )
        if one.driven is None:
            rows.append([name, one.line.outcome, Cell(one.trouble, state="late"), *[""] * 5])
            continue
        few, likely, many = one.driven.pence
        children = f"{one.line.low:,} to {one.line.high:,}"
        outcome = one.line.outcome or Cell("No outcome is named", state="late")
        rows.append([name, outcome, one.line.likely, children, in_pounds(one.driven.unit_pence), in_pounds(few),
                     in_pounds(likely), in_pounds(many)])  # fmt: skip
    if found.lines:
        rows.append([Cell("All lines"), "", "", "", "", *(in_pounds(amount) for amount in found.totals)])
    columns = [Column("Line"), Column("What children have from it"),
               Column("Children, likely", True), Column("Few to many", True), Column("One child", True),
               Column("If few", True), Column("Likely", True), Column("If many", True)]  # fmt: skip
    return Table(
        "The forecast and its drivers", columns, rows, is_compact=True, empty="This year has no forecast yet."
    )


def ledger_table(found: Forecast) -> Table:
    """Why the ledger differs, to the penny, and how many children have what it is for."""
    rows: list[list[Any]] = [
        [Cell(one.line.what, note=one.line.outcome), *_columns(why), _outcome(one.line), _each(one.line)]
        for one, why in found.reconciled
    ]
    rows.append([Cell("All lines with a ledger"), *_columns(found.whole), "", ""])
    columns = [Column("Line"), Column("Forecast", True), Column("More or fewer children", True),
               Column("Dearer or cheaper", True), Column("Ledger", True), Column("Have what it is for", True),
               Column("For each who has it", True)]  # fmt: skip
    return Table("Why the ledger differs, and what came of it", columns, rows, is_compact=True)


def _columns(why: Reconciled) -> list[str]:
    return [in_pounds(amount) for amount in (why.forecast, why.by_children, why.by_price, why.ledger)]


def _outcome(line: ForecastLine) -> Any:
    if line.reached is None:
        return Cell("Not counted", state="due")
    return f"{line.reached:,} of {line.actual_children:,}"


def _each(line: ForecastLine) -> str:
    if not line.reached or line.ledger_pence is None:
        return ""
    return in_pounds(for_each(line.ledger_pence, line.reached))
