from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from goldenthread.kit.history import Recorded
from goldenthread.law.retention import KEEPINGS


def kinds() -> list[tuple[str, str]]:
    """What is kept, as choices."""
    return [(key, one.what) for key, one in KEEPINGS.items()]


class ChosenYears(Recorded):
    """The council’s own years for a kind, from a day, with the reason. The latest counts; older ones stay."""

    kind = models.CharField(max_length=20, choices=kinds)
    years = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(100)])
    reason = models.CharField(max_length=500)
    starts_on = models.DateField()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(name="chosen_years_in_reason", condition=Q(years__gte=1, years__lte=100)),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.years} years"
