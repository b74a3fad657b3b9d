"""What the law needs to know of a school, college or early years setting."""

from __future__ import annotations

from django.db import models

from goldenthread.partners.choices import PHASE_OF, Phase, SettingKind
from goldenthread.partners.models.organisation import Organisation


class Setting(models.Model):
    """An organisation that teaches, with the kind that decides who reports on a review (SI 2014/1530 reg 20(12))."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="setting")
    urn = models.CharField("URN", max_length=6, null=True, blank=True, unique=True)
    kind = models.CharField(max_length=30, choices=SettingKind)
    phase = models.CharField(
        max_length=30, choices=Phase, blank=True, help_text="Where it does not follow from the kind."
    )

    def __str__(self) -> str:
        return f"{self.organisation}"

    @property
    def phase_in_words(self) -> str:
        """The phase as inspectors' lists name it; empty when it is not known."""
        return str(self.phase or PHASE_OF.get(SettingKind(self.kind), ""))
