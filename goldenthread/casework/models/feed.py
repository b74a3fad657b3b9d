"""A calendar of deadlines that a worker's own calendar program can read."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from goldenthread.kit.history import Recorded


class CalendarFeed(Recorded):
    """The secret address of one worker's calendar. Of the secret only the hash is kept; a new one ends the old."""

    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feeds"
    )
    secret_hash = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="worker_has_one_calendar", fields=["worker"], condition=models.Q(ended_on=None)
            )
        ]

    def __str__(self) -> str:
        return f"Calendar of {self.worker}"
