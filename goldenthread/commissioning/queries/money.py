"""Rates on a day, a year's forecast beside its ledger, and personal budgets with their clocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.commissioning.models import Band, BandRate, ForecastLine, PersonalBudget
from goldenthread.commissioning.money.forecast import (
    Driven,
    NoRate,
    Reconciled,
    added_up,
    year_of_a_band,
)
from goldenthread.kit.clock import Clock
from goldenthread.law.personal_budget import FIRST_REVIEW


@dataclass(frozen=True)
class Line:
    """A driver with its arithmetic; `trouble` says why there is none."""

    line: ForecastLine
    driven: Driven | None
    trouble: str = ""


@dataclass(frozen=True)
class Forecast:
    """A year: its lines, what they add up to, and what the ledger says of those that are known."""

    year: int
    lines: list[Line]

    @property
    def totals(self) -> tuple[int, int, int]:
        """Few, likely and many children, over all lines that can be worked out."""
        amounts = [one.driven.pence for one in self.lines if one.driven]
        return sum(a[0] for a in amounts), sum(a[1] for a in amounts), sum(a[2] for a in amounts)

    @property
    def reconciled(self) -> list[tuple[Line, Reconciled]]:
        """The lines whose ledger is known."""
        return [(one, found) for one in self.lines if one.driven and (found := one.driven.reconciled)]

    @property
    def whole(self) -> Reconciled:
        """Those lines added up."""
        return added_up([found for _, found in self.reconciled])


def rates_on(day: date) -> list[tuple[Band, BandRate | None]]:
    """Each band with the rate in force on a day. Two queries."""
    found = []
    for band in Band.objects.prefetch_related("rates"):
        found.append((band, next((one for one in band.rates.all() if one.as_rate.holds_on(day)), None)))
    return found


def forecast(year: int) -> Forecast:
    """A year's forecast. Two or three queries."""
    lines = ForecastLine.objects.filter(year=year).select_related("band").prefetch_related("band__rates")
    return Forecast(year, [worked_out(one) for one in lines])


def worked_out(line: ForecastLine) -> Line:
    """A driver with its arithmetic."""
    try:
        unit = (
            line.unit_pence
            if line.band is None
            else year_of_a_band([r.as_rate for r in line.band.rates.all()], line.year)
        )
    except NoRate as missing:
        return Line(line, None, f"{line.band}: {missing}")
    driven = Driven(line.low, line.likely, line.high, unit or 0, line.actual_children, line.ledger_pence)
    return Line(line, driven)


def years() -> list[int]:
    """The years that have a forecast, the newest first."""
    return list(ForecastLine.objects.order_by("-year").values_list("year", flat=True).distinct())


@dataclass(frozen=True)
class Reviewed:
    """A personal budget, its reviews, and the clock of its first one."""

    budget: PersonalBudget
    reviews: list[date]
    clock: Clock

    @property
    def is_late(self) -> bool:
        """Whether the first review is late, or was."""
        return self.clock.is_late


def budgets(today: date) -> list[Reviewed]:
    """Each budget that is paid, the first reviews that are late at the top. Two queries."""
    rows: Sequence[PersonalBudget] = list(
        PersonalBudget.objects.filter(ended_on=None).prefetch_related("reviews")
    )
    found = [_reviewed(one, [review.held_on for review in one.reviews.all()], today) for one in rows]
    return sorted(found, key=lambda one: (one.clock.is_done, one.clock.due))


def _reviewed(budget: PersonalBudget, reviews: list[date], today: date) -> Reviewed:
    answer = FIRST_REVIEW.deadline(budget.first_paid_on)
    clock = Clock(
        what=f"Review {budget.reference} for the first time", due=answer.due_on, today=today, who=FIRST_REVIEW.who,
        why=answer.explanation, citation=answer.citation.text, citation_href=answer.citation.url,
        done_on=reviews[0] if reviews else None,
    )  # fmt: skip
    return Reviewed(budget, reviews, clock)
