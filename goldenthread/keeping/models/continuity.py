from __future__ import annotations

import uuid

from django.db import models

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet


class ContinuityPack(models.Model):
    """What people work with when the system is down: one locked page that opens without a network. Only the newest few stay."""

    gate_field = "public_id"
    gate_seen_with = Permission.TAKE_CONTINUITY

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    made_at = models.DateTimeField()
    content = models.BinaryField(help_text="The page; what it says is encrypted.")
    sha256 = models.CharField(max_length=64)
    counts = models.JSONField(default=dict, help_text="How many children, flags, deadlines and numbers.")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"Pack of {self.made_at:%-d %B %Y}"
