"""A plan's measure tied to a figure that counts itself, and readings of it that are kept for ever."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.evidence.figures import Counted
from goldenthread.kit.history import Recorded, RetractableFact, RetractableQuerySet
from goldenthread.programme.models import Measure

_SCOPE = "measure__plan__programme__slug"


class TieQuerySet(ScopedQuerySet, RetractableQuerySet):  # type: ignore[override]
    scope_path = _SCOPE


class Tie(RetractableFact):
    """What a measure is counted by, over how many months. A new tie takes the old one back; both stay in the record."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="ties")
    figure = models.CharField(max_length=80, help_text="The code of a figure on offer.")
    version = models.PositiveSmallIntegerField(help_text="The way of counting on the day of the tie.")
    months = models.PositiveSmallIntegerField()

    objects = TieQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["known_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_tie_of_a_measure_stands", fields=["measure"], condition=Q(taken_back_on=None)
            ),
            models.CheckConstraint(
                name="a_tie_counts_1_to_24_months", condition=Q(months__gte=1, months__lte=24)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure}: {self.figure}"


class FrozenQuerySet(ScopedQuerySet):
    scope_path = _SCOPE


class Frozen(Recorded):
    """A reading used as evidence: what was counted, of what, by which definition, from which rows. Never changed."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="frozen")
    figure = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField()
    counts = models.TextField(help_text="The definition in words, as it was.")
    since = models.DateField()
    until = models.DateField(
        help_text="The last day of the period, and the day as known on which it is counted."
    )
    numerator = models.PositiveIntegerField()
    denominator = models.PositiveIntegerField(null=True)
    rows_hash = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 of the rows that were counted."
    )
    frozen_on = models.DateField()

    objects = FrozenQuerySet.as_manager()

    class Meta:
        ordering = ["until", "pk"]
        constraints = [
            models.CheckConstraint(
                name="frozen_after_its_day_is_over", condition=Q(frozen_on__gt=F("until"))
            ),
            models.CheckConstraint(
                name="frozen_out_of_something", condition=Q(denominator=None) | Q(denominator__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure}, {self.until}"

    @property
    def counted(self) -> Counted:
        """The reading as a figure counts."""
        return Counted(self.numerator, self.denominator)
