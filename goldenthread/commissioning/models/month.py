"""One month's waits of a service, and every version of them that was ever sent."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from goldenthread.commissioning.models.line import ServiceLine
from goldenthread.commissioning.waits.cuts import Part
from goldenthread.commissioning.waits.disclosure import Month, PublicMonth
from goldenthread.commissioning.waits.series import SERIES, Series
from goldenthread.kit.columns import PartialDateField
from goldenthread.kit.history import Version, version_constraints, version_indexes


class WaitMonth(models.Model):
    """A service in a month."""

    line = models.ForeignKey(ServiceLine, on_delete=models.PROTECT, related_name="months")
    month = PartialDateField()

    class Meta:
        ordering = ["month"]
        constraints = [models.UniqueConstraint(name="service_has_each_month_once", fields=["line", "month"])]

    def __str__(self) -> str:
        return f"{self.line}, {self.month}"


class WaitMonthVersion(Version):
    """The counts of a month as they were sent, and beside them what anybody may read of them."""

    record = models.ForeignKey(WaitMonth, on_delete=models.CASCADE, related_name="versions")
    series = models.CharField(max_length=20)
    census_on = models.DateField()
    waiting = ArrayField(models.PositiveIntegerField())
    median_days = models.PositiveIntegerField(null=True, blank=True)
    longest_days = models.PositiveIntegerField(null=True, blank=True)
    seen = models.PositiveIntegerField(null=True, blank=True)
    seen_median_days = models.PositiveIntegerField(null=True, blank=True)
    received = models.PositiveIntegerField(null=True, blank=True)
    accepted = models.PositiveIntegerField(null=True, blank=True)
    parts = models.JSONField(
        default=list,
        db_default=models.Value([], models.JSONField()),
        blank=True,
        help_text="[split, group, waiting, over 18 weeks]",
    )
    note = models.CharField(max_length=500, blank=True)
    published = models.JSONField(help_text="What anybody may read, small numbers left out.")

    class Meta:
        constraints = [
            *version_constraints("wait_month_versions"),
            models.CheckConstraint(
                name="no_more_accepted_than_received",
                condition=models.Q(accepted=None)
                | models.Q(received=None)
                | models.Q(accepted__lte=models.F("received")),
            ),
        ]
        indexes = version_indexes("wait_month_version")

    def __str__(self) -> str:
        return f"{self.record}, known from {self.known_from}"

    @property
    def counts(self) -> Month:
        """The counts as they were sent."""
        return Month(self.series, tuple(self.waiting), self.median_days, self.longest_days, self.seen,
                     self.seen_median_days, self.received, self.accepted,
                     tuple(Part(*part) for part in self.parts))  # fmt: skip

    @property
    def shown(self) -> PublicMonth:
        """What anybody may read."""
        return PublicMonth.of(self.published)

    @property
    def counted(self) -> Series:
        """How they were counted."""
        return SERIES[self.series]

    @property
    def total(self) -> int:
        """How many waited."""
        return sum(self.waiting)

    @property
    def over_18_weeks(self) -> int:
        """How many had waited over 18 weeks."""
        return self.counts.over_18_weeks
