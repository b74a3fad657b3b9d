from __future__ import annotations

from django.db import models

from goldenthread.kit.spans import Span, ends_after_it_starts
from goldenthread.partners.models import Organisation
from goldenthread.people.choices import Attends
from goldenthread.people.models.child import Child


class Schooling(Span):
    """A setting that a child attends for some days. Without one, they are educated elsewhere or not at all."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="schooling")
    setting = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="pupils")
    attends = models.CharField(max_length=10, choices=Attends, default=Attends.FULL)

    class Meta:
        verbose_name_plural = "schooling"
        ordering = ["starts_on", "pk"]
        constraints = [ends_after_it_starts("schooling")]

    def __str__(self) -> str:
        return f"{self.setting} from {self.starts_on}"
