from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.keeping.models.years import kinds
from goldenthread.people.models import Child


class RemovalState(models.TextChoices):
    """How far it has come."""

    PROPOSED = "proposed", "Proposed"
    CONFIRMED = "confirmed", "Confirmed by a second person"
    DECLINED = "declined", "Not removed"
    REMOVED = "removed", "Removed"


class Removal(models.Model):
    """What one person proposed and another confirmed. Once removed it names no child: a reference that leads to nobody.

    While it is confirmed and not done, the database lets rows of this child go that it otherwise refuses to let go.
    """

    gate_field = "public_id"
    gate_seen_with = Permission.REMOVE_BY_RULE

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=kinds)
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    row = models.BigIntegerField(null=True, blank=True, help_text="Of what has no child: its number.")
    rule = models.CharField(max_length=500, help_text="As it was when this was proposed.")
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=RemovalState, default=RemovalState.PROPOSED)
    proposed_on = models.DateField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    why_not = models.CharField(max_length=500, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    reference = models.CharField(max_length=64, blank=True, help_text="Keyed hash: leads to nobody.")
    counts = models.JSONField(default=dict, blank=True, help_text="How many rows of each table went.")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="removal_takes_two_people",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="removal_is_confirmed_before_it_is_done",
                condition=Q(state__in=["proposed", "declined"], removed_at=None)
                | Q(state="confirmed", confirmed_by__isnull=False, removed_at=None)
                | Q(
                    state="removed",
                    confirmed_by__isnull=False,
                    removed_at__isnull=False,
                    child=None,
                    row=None,
                ),
            ),
            models.UniqueConstraint(
                name="removal_of_a_child_is_open_once",
                fields=["kind", "child"],
                condition=Q(state__in=["proposed", "confirmed"], child__isnull=False),
            ),
            models.UniqueConstraint(
                name="removal_of_a_row_is_open_once",
                fields=["kind", "row"],
                condition=Q(state__in=["proposed", "confirmed"], row__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.get_state_display().lower()}"

    @property
    def rows_gone(self) -> int:
        """How many rows went, of all tables."""
        return sum(self.counts.values())
