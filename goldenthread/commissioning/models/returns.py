"""What a joint service is measured by, and what its provider returned."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.commissioning.models.commissioned import ProvidedQuerySet, permitted_of
from goldenthread.commissioning.models.joint import JointService
from goldenthread.kit.history import KnownFact, Recorded


class Rhythm(models.IntegerChoices):
    """How often a measure is returned."""

    MONTHLY = 1, "Each month"
    QUARTERLY = 3, "Each quarter"
    HALF_YEARLY = 6, "Each half-year"
    YEARLY = 12, "Each year"


class ServiceMeasureQuerySet(ProvidedQuerySet):
    """Measures, known with the service that they are asked of."""

    provider_path = "service__provider"


class ServiceMeasure(Recorded):
    """A measure that a contract asks for: what it counts, whose it is, what it should reach, how often."""

    service = models.ForeignKey(JointService, on_delete=models.CASCADE, related_name="measures")
    name = models.CharField(max_length=150)
    counts = models.CharField(max_length=300, help_text="What is counted, out of what.")
    target = models.CharField(max_length=100, blank=True)
    owner = models.CharField(max_length=150, help_text="Who returns it: a role.")
    every_months = models.PositiveSmallIntegerField(choices=Rhythm, default=Rhythm.QUARTERLY)
    begins_on = models.DateField(help_text="The first day of its first period.")
    is_share = models.BooleanField(default=False, help_text="Whether a return needs out of how many.")

    objects = ServiceMeasureQuerySet.as_manager()

    class Meta:
        ordering = ["service", "name"]
        constraints = [
            models.UniqueConstraint(name="service_has_each_measure_once", fields=["service", "name"])
        ]

    def __str__(self) -> str:
        return self.name

    def permitted_to(self, standing: Any) -> set[Permission]:
        """What somebody may do with it: as with its service."""
        return permitted_of(self.service.provider_id, standing)


class MeasureReturn(KnownFact):
    """What came for one period. A later one for the same period corrects it, and both stay."""

    measure = models.ForeignKey(ServiceMeasure, on_delete=models.CASCADE, related_name="returned")
    period_ends_on = models.DateField()
    value = models.CharField(
        max_length=20, blank=True, help_text="The figure as the sender’s report says it."
    )
    numerator = models.PositiveIntegerField()
    denominator = models.PositiveIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["period_ends_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="return_is_no_more_than_its_base",
                condition=Q(denominator=None) | Q(numerator__lte=F("denominator")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure}, {self.period_ends_on}"
