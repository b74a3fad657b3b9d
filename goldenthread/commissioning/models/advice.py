"""What an impartial advice service counted in a quarter, and beside it what its buyers may read."""

from __future__ import annotations

from django.db import models

from goldenthread.commissioning.advice import PublicQuarter
from goldenthread.commissioning.models.joint import JointService
from goldenthread.kit.history import KnownFact


class AdviceQuarter(KnownFact):
    """The counts of a quarter as they were sent. A later row for the same quarter corrects it, and both stay."""

    service = models.ForeignKey(JointService, on_delete=models.CASCADE, related_name="advice_quarters")
    ends_on = models.DateField()
    contacts = models.PositiveIntegerField()
    counts = models.JSONField(help_text="By group. For the service itself.")
    published = models.JSONField(help_text="What its buyers may read, small numbers left out.")

    class Meta:
        ordering = ["ends_on", "pk"]

    def __str__(self) -> str:
        return f"{self.service}, {self.ends_on}"

    @property
    def shown(self) -> PublicQuarter:
        """What its buyers may read."""
        return PublicQuarter(**self.published)
