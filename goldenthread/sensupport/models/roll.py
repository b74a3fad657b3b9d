from __future__ import annotations

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from goldenthread.kit.history import Recorded
from goldenthread.partners.models import Organisation
from goldenthread.sensupport.models.pupil import Pupil


class RollList(Recorded):
    """A school's list of everybody on its roll, from September up to a day: what was counted, without anybody's name."""

    setting = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="roll_lists")
    until = models.DateField()
    counts = models.JSONField(
        help_text="For K, E and N: how many were listed, how many of these had attendance said, and how many each reason."
    )

    class Meta:
        ordering = ["setting", "-until"]
        constraints = [models.UniqueConstraint(fields=["setting", "until"], name="roll_list_is_one_a_day")]

    def __str__(self) -> str:
        return f"{self.setting} until {self.until}"

    @property
    def since(self) -> date:
        """The first of September before its last day."""
        return date(self.until.year - (self.until.month < 9), 9, 1)


class Circumstances(models.Model):
    """What a list says of one pupil. Kept of those on the register, and of those whom the rule puts on the inclusion list."""

    roll = models.ForeignKey(RollList, on_delete=models.CASCADE, related_name="circumstances")
    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="circumstances")
    attendance = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, validators=[MinValueValidator(0), MaxValueValidator(100)]
    )
    suspended_days = models.DecimalField(max_digits=4, decimal_places=1, default=0)
    has_social_worker = models.BooleanField(default=False)
    is_part_time = models.BooleanField(default=False)

    class Meta:
        ordering = ["roll", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["roll", "pupil"], name="circumstances_are_once_in_a_list")
        ]

    def __str__(self) -> str:
        return f"{self.pupil} until {self.roll.until}"
