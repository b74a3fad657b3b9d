from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.casework.models.case import Case


class EventQuerySet(models.QuerySet[Any]):
    """Events, asked as at a day."""

    def as_known_on(self, day: date) -> Self:
        """What the file held at the end of a day: neither what came later, nor what had been corrected by then."""
        corrected = self.model.objects.filter(known_on__lte=day, supersedes__isnull=False).values(
            "supersedes"
        )
        return self.filter(known_on__lte=day).exclude(pk__in=corrected)

    def in_force(self) -> Self:
        """What the file holds now."""
        return self.filter(superseded_by=None)


class Event(models.Model):
    """Something that happened in a case on a day. It is never changed or removed: the database refuses.

    A correction is a new event that supersedes this one; with `is_struck` it says that this never happened.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=30)
    occurred_on = models.DateField()
    known_on = models.DateField(help_text="The day from which the file held it.")
    facts = models.JSONField(default=dict, blank=True)
    answers = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answered_by"
    )
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    root = models.BigIntegerField(null=True, blank=True, help_text="The first of a chain of corrections.")
    is_struck = models.BooleanField(default=False)
    why = models.CharField(max_length=500, blank=True, help_text="Why it was corrected.")
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["occurred_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="event_is_known_when_it_happens_or_later", condition=Q(known_on__gte=F("occurred_on"))
            ),
            models.CheckConstraint(
                name="event_that_corrects_says_why", condition=Q(supersedes=None) | ~Q(why="")
            ),
            models.CheckConstraint(
                name="event_is_struck_by_a_correction",
                condition=Q(is_struck=False) | Q(supersedes__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.occurred_on}"

    @property
    def number(self) -> int:
        """The number by which the file knows it, however often it was corrected."""
        return int(self.root or self.pk)
