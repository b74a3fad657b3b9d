"""Bands and their rates, the drivers of a forecast and what the ledger says, personal budgets and their reviews."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.models import Band, BandRate, BudgetReview, ForecastLine, PersonalBudget
from goldenthread.commissioning.money.forecast import uprated
from goldenthread.law.sources import IN_FORCE

MOST_PER_CENT = 50
ONE_DAY = timedelta(days=1)


@transaction.atomic
def add_band(
    *, name: str, means: str, pence: int, starts_on: date, decided: str, by: Any, is_invented: bool = False
) -> Band:
    """A band with its first rate."""
    if Band.objects.filter(name__iexact=name).exists():
        raise Refused("There is a band of this name.", "name")
    band = Band.objects.create(name=name, means=means, is_invented=is_invented, recorded_by=by)
    BandRate.objects.create(band=band, pence=pence, starts_on=starts_on, decided=decided, recorded_by=by)
    log.record("commissioning.band.added", subject=log.subject_of(band), by=by, detail={"pence": pence})
    return band


@transaction.atomic
def uprate(*, hundredths: int, starts_on: date, decided: str, by: Any) -> list[BandRate]:
    """Raise or lower every band at once from a day on. `hundredths` of a per cent: 275 is 2.75%."""
    if abs(hundredths) > MOST_PER_CENT * 100 or not hundredths:
        raise Refused(f"Enter a share of up to {MOST_PER_CENT}%, and not 0.", "share")
    rates = list(
        BandRate.objects.select_for_update()
        .filter(ends_on=None)
        .select_related("band")
        .order_by("band__name")
    )
    if not rates:
        raise Refused("There is no band to change.", "share")
    late = [one.band.name for one in rates if one.starts_on >= starts_on]
    if late:
        raise Refused(
            f"{', '.join(late)}: the rate in force begins later than that. Choose a later day.", "starts_on"
        )
    BandRate.objects.filter(pk__in=[one.pk for one in rates]).update(ends_on=starts_on - ONE_DAY)
    made = BandRate.objects.bulk_create(
        BandRate(
            band=one.band,
            pence=uprated(one.pence, hundredths),
            starts_on=starts_on,
            decided=decided,
            recorded_by=by,
        )
        for one in rates
    )
    detail = {"hundredths": hundredths, "bands": len(made)}
    log.record("commissioning.band.uprated", subject="commissioning.bandrate", by=by, detail=detail)
    return made


@transaction.atomic
def add_line(*, fields: dict[str, Any], by: Any, is_invented: bool = False) -> ForecastLine:
    """A driver of a year's forecast."""
    if not fields["low"] <= fields["likely"] <= fields["high"]:
        raise Refused("These are not in order: few, likely, many.", "likely")
    if (fields["band"] is None) == (fields["unit_pence"] is None):
        raise Refused("Choose a band, or enter what one child costs; not both.", "unit_pence")
    if not fields["outcome"].strip():
        raise Refused("Say what children have from it. No cost stands here without its outcome.", "outcome")
    if bool(fields.get("statement_line")) != bool(fields.get("statement_column")):
        raise Refused("Choose both the line and the column of the statement, or neither.", "statement_line")
    if ForecastLine.objects.filter(
        year=fields["year"], provision=fields["provision"], what=fields["what"]
    ).exists():
        raise Refused("The forecast has this line.", "what")
    line = ForecastLine.objects.create(**fields, is_invented=is_invented, recorded_by=by)
    log.record(
        "commissioning.forecast.added", subject=log.subject_of(line), by=by, detail={"year": line.year}
    )
    return line


@transaction.atomic
def enter_ledger(
    *, line: ForecastLine, children: int, pence: int, reached: int | None = None, by: Any
) -> ForecastLine:
    """What the year came to: how many children, the amount in the ledger, and how many have the outcome."""
    if reached is not None and reached > children:
        raise Refused("More have the outcome than there were children.", "reached")
    line = ForecastLine.objects.select_for_update().get(pk=line.pk)
    line.actual_children, line.ledger_pence, line.reached = children, pence, reached
    line.save(update_fields=["actual_children", "ledger_pence", "reached"])
    detail = {"children": children, "pence": pence, "reached": reached}
    log.record("commissioning.forecast.ledger", subject=log.subject_of(line), by=by, detail=detail)
    return line


@transaction.atomic
def add_budget(*, fields: dict[str, Any], by: Any, is_invented: bool = False) -> PersonalBudget:
    """A personal budget by its reference."""
    if PersonalBudget.objects.filter(reference__iexact=fields["reference"]).exists():
        raise Refused("There is a budget with this reference.", "reference")
    if fields["first_paid_on"] < IN_FORCE:
        raise Refused("The law on personal budgets began on 1 September 2014.", "first_paid_on")
    if not (fields["education_pence"] + fields["health_pence"] + fields["care_pence"]):
        raise Refused("Enter what at least one of the three pays.", "education_pence")
    budget = PersonalBudget.objects.create(**fields, is_invented=is_invented, recorded_by=by)
    log.record("commissioning.budget.added", subject=log.subject_of(budget), by=by)
    return budget


@transaction.atomic
def review_budget(*, budget: PersonalBudget, held_on: date, on: date, by: Any) -> BudgetReview:
    """That a personal budget was reviewed."""
    if held_on > on:
        raise Refused("This day has not come yet.", "held_on")
    if held_on < budget.first_paid_on:
        raise Refused("This is before the first payment.", "held_on")
    if budget.reviews.filter(held_on=held_on).exists():
        raise Refused("A review of this day is recorded.", "held_on")
    review = BudgetReview.objects.create(budget=budget, held_on=held_on, recorded_by=by)
    log.record("commissioning.budget.reviewed", subject=log.subject_of(budget), by=by)
    return review
