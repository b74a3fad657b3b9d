from __future__ import annotations

import uuid

from django.db import models

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.spans import AskedAsAtADay, Span, ends_after_it_starts
from goldenthread.people.models import Child


class HoldQuerySet(AskedAsAtADay, ScopedQuerySet):
    """Holds, for those who keep by rule."""


class Hold(Span):
    """A child’s file that stays although its years are over: for an inquiry, a claim, an appeal."""

    gate_field = "public_id"
    gate_seen_with = Permission.REMOVE_BY_RULE

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="holds")
    asked_by = models.CharField(
        max_length=200, help_text="Who asked that it stays: a court, an inquiry, legal services."
    )
    reason = models.CharField(max_length=500)
    review_on = models.DateField()

    objects = HoldQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["review_on", "pk"]
        constraints = [ends_after_it_starts("hold")]

    def __str__(self) -> str:
        return f"Hold from {self.starts_on}"
