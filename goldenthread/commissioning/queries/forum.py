"""What of a year’s money a schools forum may read in public: no children under five, nor what gives them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.commissioning.models import Band, BandRate
from goldenthread.commissioning.queries.money import Forecast, Line, forecast, rates_on
from goldenthread.commissioning.queries.scenarios import Compared, scenarios
from goldenthread.commissioning.queries.shared import agreed_split, shared_costs
from goldenthread.kit.small_numbers import SMALLEST_SHOWN, suppress_cuts

SHARED_STEP = 10_000_000
"""Pence to which shared costs are rounded: two packs beside one another do not tell what one child’s placement costs."""


@dataclass(frozen=True)
class Spent:
    """A driver as the forum reads it: its children, or None where they are hidden; its money stands then in no row of its own."""

    line: Line
    children: int | None
    reached: int | None

    @property
    def is_hidden(self) -> bool:
        """Whether its children are too few to be told."""
        return self.children is None


@dataclass(frozen=True)
class Pack:
    """The numbers of a forum’s meeting, the same for page, PDF, Word and CSV."""

    year: int
    on: date
    found: Forecast
    spent: list[Spent]
    before: list[Spent]
    before_found: Forecast
    scenarios: list[Compared]
    bands: list[tuple[Band, BandRate | None]]
    shared_parts: tuple[int, ...] | None

    @property
    def is_invented(self) -> bool:
        """Whether any of it was made up for a demonstration."""
        return any(one.line.line.is_invented for one in [*self.spent, *self.before])


def forum_pack(year: int, on: date) -> Pack:
    """A year’s forecast, the year before beside its ledger, scenarios, bands and shared costs. A flat number of queries."""
    found, before = forecast(year), forecast(year - 1)
    count, parts = agreed_split(shared_costs())
    told = count >= SMALLEST_SHOWN
    return Pack(
        year, on, found, planned(found), known(before), before, scenarios(found), rates_on(on),
        tuple(rounded(part, SHARED_STEP) for part in parts) if told else None,
    )  # fmt: skip


def planned(found: Forecast) -> list[Spent]:
    """Each driver with its likely number of children, hidden where it is small or would give a small one back."""
    return _told([(one, one.line.likely, None) for one in found.lines if one.driven])


def known(found: Forecast) -> list[Spent]:
    """Each driver whose year is over with its children and how many have the outcome."""
    return _told(
        [
            (one, one.line.actual_children, one.line.reached)
            for one in found.lines
            if one.driven and one.line.actual_children is not None
        ]
    )


def _told(rows: list[tuple[Line, int | None, int | None]]) -> list[Spent]:
    if not rows:
        return []
    table = [[children or 0] for _, children, _ in rows]
    shown = suppress_cuts({("driver", "all"): table})["driver", "all"].row_totals
    return [
        Spent(line, told, _outcome(told, reached))
        for (line, _, reached), told in zip(rows, shown, strict=True)
    ]


def _outcome(children: int | None, reached: int | None) -> int | None:
    """How many have the outcome, unless few have it or few have it not. These are never added up over drivers."""
    if children is None or reached is None or min(reached, children - reached) < SMALLEST_SHOWN:
        return None
    return reached


def rounding(rows: Sequence[Spent]) -> int:
    """To how many pence money must be rounded, in sums that hidden drivers are part of; 1 where none is hidden.

    Prices are public, so a sum to the penny can be solved for the numbers of children. Ten times the dearest hidden price,
    up to the next power of ten, leaves at least five children either way open.
    """
    prices = [one.line.driven.unit_pence for one in rows if one.is_hidden and one.line.driven]
    if not prices:
        return 1
    step = 1
    while step < 10 * max(prices):
        step *= 10
    return step


def rounded(pence: int, step: int) -> int:
    """The nearest multiple of a step, half a step up.

    >>> rounded(1_250, 100), rounded(1_249, 100), rounded(7, 1)
    (1300, 1200, 7)
    """
    return (2 * pence + step) // (2 * step) * step
