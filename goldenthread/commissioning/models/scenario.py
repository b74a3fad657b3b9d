"""What if: a year’s forecast with some drivers otherwise, each with its assumption, signed by somebody who did not write it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from goldenthread.commissioning.models.commissioned import CommissionedQuerySet
from goldenthread.commissioning.models.money import ForecastLine
from goldenthread.kit.history import Recorded


class Effect(models.TextChoices):
    """What a change does to the money. Money no longer spent and growth that does not come are never added up."""

    SAVING = "saving", "Saves money that is spent now"
    AVOIDED = "avoided", "Avoids growth that the forecast expects"
    PRESSURE = "pressure", "Costs more than the forecast"


class Scenario(Recorded):
    """A way in which a year may go. Each change is a further edition: what was signed before does not count for it."""

    year = models.PositiveSmallIntegerField(help_text="The calendar year in which it begins.")
    name = models.CharField(max_length=100)
    why = models.CharField(max_length=500, help_text="What would have to happen.")
    edition = models.PositiveSmallIntegerField(default=1)
    is_invented = models.BooleanField(default=False)

    objects = CommissionedQuerySet.as_manager()

    class Meta:
        ordering = ["year", "pk"]
        constraints = [models.UniqueConstraint(name="year_has_each_scenario_once", fields=["year", "name"])]

    def __str__(self) -> str:
        return self.name


class ScenarioChange(Recorded):
    """One driver that goes otherwise, and why."""

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="changes")
    line = models.ForeignKey(ForecastLine, on_delete=models.PROTECT, related_name="+")
    children = models.PositiveIntegerField()
    unit_pence = models.BigIntegerField(null=True, blank=True, help_text="Empty: what the forecast says.")
    effect = models.CharField(max_length=10, choices=Effect)
    assumption = models.CharField(max_length=500)

    class Meta:
        ordering = ["line__provision", "line__what"]
        constraints = [
            models.UniqueConstraint(name="scenario_changes_each_line_once", fields=["scenario", "line"]),
            models.CheckConstraint(
                name="scenario_price_not_below_nought",
                condition=models.Q(unit_pence=None) | models.Q(unit_pence__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scenario}: {self.line}"


class ScenarioSignature(models.Model):
    """Somebody’s name under the assumptions of an edition, and what it came to on that day."""

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="signatures")
    edition = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=100, help_text="As what they sign.")
    total_pence = models.BigIntegerField(help_text="What the year came to when it was signed.")
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_on = models.DateField()

    class Meta:
        ordering = ["signed_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="scenario_is_signed_once_by_each", fields=["scenario", "edition", "signed_by"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.scenario}, {self.signed_on}"
