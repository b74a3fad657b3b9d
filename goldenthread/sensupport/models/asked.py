from __future__ import annotations

from django.db import models

from goldenthread.kit.history import Recorded
from goldenthread.sensupport.models.pupil import Pupil


class Asked(Recorded):
    """A school's request for an EHC needs assessment of a pupil, with how many cycles had been reviewed and were expected."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="asked")
    asked_on = models.DateField()
    reviewed_cycles = models.PositiveSmallIntegerField()
    expected_cycles = models.PositiveSmallIntegerField()
    reason = models.TextField(
        blank=True, help_text="Why now. Always there when fewer cycles were reviewed than expected."
    )

    class Meta:
        ordering = ["asked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="early_request_has_a_reason",
                condition=models.Q(reviewed_cycles__gte=models.F("expected_cycles")) | ~models.Q(reason=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.pupil} on {self.asked_on}"

    @property
    def is_early(self) -> bool:
        """Whether it went the exceptional way."""
        return self.reviewed_cycles < self.expected_cycles
