"""The one-page profile that a child owns: what people should know, in the child's own words."""

from __future__ import annotations

from django.db import models

from goldenthread.casework.models import Case
from goldenthread.kit.history import Recorded
from goldenthread.transitions.choices import Voice


class Profile(Recorded):
    """One edition of a child's profile. A change is the next edition; those before stay as they were said."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="profiles")
    edition = models.PositiveIntegerField()
    liked = models.TextField(blank=True, help_text="What people like about me.")
    matters = models.TextField(blank=True, help_text="What matters to me.")
    support = models.TextField(blank=True, help_text="How to help me.")
    voice = models.CharField(max_length=10, choices=Voice)
    written_on = models.DateField()

    class Meta:
        ordering = ["edition", "pk"]
        constraints = [models.UniqueConstraint(name="one_profile_an_edition", fields=["case", "edition"])]

    def __str__(self) -> str:
        return f"Profile of {self.written_on}"
