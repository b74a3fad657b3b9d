"""Bands and their rates by day, the drivers of a forecast, and personal budgets with their reviews."""

from __future__ import annotations

from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.commissioning.models.commissioned import CommissionedQuerySet
from goldenthread.commissioning.money.forecast import Rate
from goldenthread.commissioning.money.statement import COLUMNS, LINES
from goldenthread.kit.history import Recorded


class Provision(models.TextChoices):
    """What high needs money buys."""

    MAINSTREAM = "mainstream", "Top-up in mainstream schools"
    RESOURCED = "resourced", "Special provision in mainstream schools"
    SPECIAL = "special", "Special schools"
    INDEPENDENT = "independent", "Independent and non-maintained special schools"
    POST_16 = "post-16", "Colleges and special post-16 institutions"
    ALTERNATIVE = "alternative", "Alternative provision"
    BUDGETS = "budgets", "Personal budgets and direct payments"


class Band(Recorded):
    """A band of top-up funding."""

    name = models.CharField(max_length=60, unique=True)
    means = models.CharField(max_length=300, help_text="For whom it is.")
    is_invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class BandRate(Recorded):
    """What a band pays for a year, from a day until another, and on what decision."""

    band = models.ForeignKey(Band, on_delete=models.CASCADE, related_name="rates")
    pence = models.BigIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    decided = models.CharField(max_length=300, help_text="Who decided it, when, and why.")

    class Meta:
        ordering = ["band", "-starts_on"]
        constraints = [
            models.CheckConstraint(name="band_rate_not_below_nought", condition=Q(pence__gte=0)),
            models.CheckConstraint(
                name="band_rate_days_in_order", condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on"))
            ),
            ExclusionConstraint(
                name="band_has_one_rate_a_day",
                expressions=[
                    ("band", RangeOperators.EQUAL),
                    (Func(F("starts_on"), F("ends_on"), RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                          function="daterange", output_field=DateRangeField()), RangeOperators.OVERLAPS),
                ],
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.band} from {self.starts_on}"

    @property
    def as_rate(self) -> Rate:
        """For the arithmetic."""
        return Rate(self.pence, self.starts_on, self.ends_on)


class ForecastLine(Recorded):
    """One driver of a year’s spending: how many children, what each costs, why, and what came of it."""

    year = models.PositiveSmallIntegerField(help_text="The calendar year in which it begins.")
    provision = models.CharField(max_length=20, choices=Provision)
    what = models.CharField(max_length=150)
    band = models.ForeignKey(Band, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    unit_pence = models.BigIntegerField(
        null=True, blank=True, help_text="For a year; empty where a band says it."
    )
    low = models.PositiveIntegerField()
    likely = models.PositiveIntegerField()
    high = models.PositiveIntegerField()
    assumption = models.CharField(max_length=500, help_text="Why these numbers.")
    outcome = models.CharField(max_length=300, blank=True, help_text="What children have from it.")
    actual_children = models.PositiveIntegerField(null=True, blank=True)
    ledger_pence = models.BigIntegerField(null=True, blank=True)
    reached = models.PositiveIntegerField(
        null=True, blank=True, help_text="How many of the children have the outcome."
    )
    statement_line = models.CharField(max_length=10, blank=True, choices=list(LINES.items()))
    statement_column = models.CharField(max_length=20, blank=True, choices=list(COLUMNS.items()))
    is_invented = models.BooleanField(default=False)

    objects = CommissionedQuerySet.as_manager()

    class Meta:
        ordering = ["year", "provision", "what"]
        constraints = [
            models.UniqueConstraint(name="forecast_has_each_line_once", fields=["year", "provision", "what"]),
            models.CheckConstraint(
                name="forecast_low_likely_high", condition=Q(low__lte=F("likely"), likely__lte=F("high"))
            ),
            models.CheckConstraint(
                name="forecast_costs_by_band_or_by_unit",
                condition=Q(band=None, unit_pence__gte=0) | Q(band__isnull=False, unit_pence=None),
            ),
            models.CheckConstraint(
                name="ledger_has_children_and_money",
                condition=Q(actual_children=None, ledger_pence=None)
                | Q(actual_children__isnull=False, ledger_pence__isnull=False),
            ),
            models.CheckConstraint(
                name="no_more_reach_the_outcome_than_there_are",
                condition=Q(reached=None)
                | Q(actual_children__isnull=False, reached__lte=F("actual_children")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what}, {self.year}"


class BudgetQuerySet(ScopedQuerySet):
    """Personal budgets: of a child each, and so not for everybody who reads of money."""

    def known_to(self, standing: Any) -> Self:
        """All, for those who keep them; none for others."""
        return self.all() if standing.may(Permission.KEEP_COMMISSIONING) else self.none()


class PersonalBudget(Recorded):
    """A personal budget by its reference. No name stands here: the case has it."""

    reference = models.CharField(max_length=30, unique=True, help_text="The budget’s own number, not a name.")
    first_paid_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    education_pence = models.BigIntegerField(default=0)
    health_pence = models.BigIntegerField(default=0)
    care_pence = models.BigIntegerField(default=0)
    is_invented = models.BooleanField(default=False)

    objects = BudgetQuerySet.as_manager()

    class Meta:
        ordering = ["first_paid_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="budget_parts_not_below_nought",
                condition=Q(education_pence__gte=0, health_pence__gte=0, care_pence__gte=0),
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def total_pence(self) -> int:
        """What it comes to in a year."""
        return self.education_pence + self.health_pence + self.care_pence


class BudgetReview(Recorded):
    """A review of a personal budget."""

    budget = models.ForeignKey(PersonalBudget, on_delete=models.CASCADE, related_name="reviews")
    held_on = models.DateField()

    class Meta:
        ordering = ["held_on"]
        constraints = [
            models.UniqueConstraint(name="budget_is_reviewed_once_a_day", fields=["budget", "held_on"])
        ]

    def __str__(self) -> str:
        return f"{self.budget}, {self.held_on}"
