"""What holds from a day to a day, the last included."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.kit.history import Recorded


class AskedAsAtADay:
    """What a queryset of spans can be asked."""

    def held_on(self, day: date) -> Self:
        """Those that held on that day."""
        rows: Any = self
        held: Self = rows.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))
        return held


class SpanQuerySet(AskedAsAtADay, models.QuerySet[Any]):
    """Rows asked as at a day."""


class Span(Recorded):
    """Something true of somebody from one day to another; no last day while it goes on."""

    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = SpanQuerySet.as_manager()

    class Meta:
        abstract = True


def ends_after_it_starts(name: str) -> models.CheckConstraint:
    """No span ends before it starts."""
    return models.CheckConstraint(
        name=f"{name}_ends_after_it_starts", condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on"))
    )
