"""What happened, or who looked."""

from __future__ import annotations

from typing import Any

from django.db import models


class Event(models.Model):
    """One link of the chain. The database refuses to change or remove it; see the first migration.

    It points to nothing: the person and the subject are written as text, so that an event outlives both.
    """

    sequence = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(
        max_length=64, blank=True, help_text="The person's public id; empty for a program."
    )
    actor_label = models.CharField(
        max_length=200, help_text="Their roles then, never a name or an e-mail address."
    )
    action = models.CharField(max_length=100)
    subject = models.CharField(max_length=200)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["sequence"]
        indexes = [
            models.Index(fields=["subject", "-sequence"], name="audit_event_subject"),
            models.Index(fields=["actor", "-sequence"], name="audit_event_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.action} {self.subject}"

    def content(self) -> dict[str, Any]:
        """What the hash covers: everything but the hash."""
        return {
            "sequence": self.sequence,
            "at": self.at,
            "actor": self.actor,
            "actor_label": self.actor_label,
            "action": self.action,
            "subject": self.subject,
            "detail": self.detail,
            "previous_hash": self.previous_hash,
        }
