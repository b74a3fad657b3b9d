"""Where a young person was on a day, and how we know."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from goldenthread.casework.models import Case
from goldenthread.kit.history import Recorded
from goldenthread.transitions.choices import Evidence, Where


class Destination(Recorded):
    """One word about where somebody is. It is never edited: a later one, or one recorded later for the same day, corrects it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="destinations")
    where = models.CharField(max_length=12, choices=Where)
    place = models.CharField(max_length=200, blank=True, help_text="Which school, college or employer.")
    known_on = models.DateField(help_text="The day on which it was so.")
    evidence = models.CharField(max_length=10, choices=Evidence)
    told = models.CharField(max_length=300, blank=True, help_text="Who said it and how, or what was tried.")

    class Meta:
        ordering = ["-known_on", "-pk"]
        indexes = [models.Index(name="destination_latest", fields=["case", "-known_on", "-id"])]
        constraints = [
            models.CheckConstraint(
                name="only_not_known_was_tried",
                condition=Q(where=Where.NOT_KNOWN, evidence=Evidence.TRIED)
                | ~Q(where=Where.NOT_KNOWN) & ~Q(evidence=Evidence.TRIED),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_where_display()}, {self.known_on}"
