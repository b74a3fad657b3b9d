from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Recorded
from goldenthread.people.models import Adult, Child


class DisclosureState(models.TextChoices):
    """How far the answer to somebody who asked has come."""

    OPEN = "open", "To look through"
    READY = "ready", "Waits for the second person"
    RELEASED = "released", "Released"
    RECALLED = "recalled", "Called back"


class Disclosure(Recorded):
    """Everything that is held about a child, for somebody who asked for it, and who decided what of others goes with it."""

    gate_field = "public_id"
    gate_seen_with = Permission.ANSWER_ACCESS

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="disclosures")
    adult = models.ForeignKey(
        Adult, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        help_text="Who asked; empty for the child or young person.",
    )  # fmt: skip
    right = models.CharField(max_length=300, help_text="How we know who asks, and that they may.")
    received_on = models.DateField()
    due_on = models.DateField()
    decisions = models.JSONField(
        default=dict, blank=True, help_text="Of each flagged row: [keep or redact, why]."
    )
    state = models.CharField(max_length=10, choices=DisclosureState, default=DisclosureState.OPEN)
    content = models.BinaryField(null=True, help_text="The ZIP, once it is ready.")
    sha256 = models.CharField(max_length=64, blank=True)
    prepared_on = models.DateField(null=True, blank=True)
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    released_on = models.DateField(null=True, blank=True)
    secret_hash = models.CharField(max_length=64, blank=True, db_index=True)
    code_hash = models.CharField(max_length=64, blank=True)
    good_until = models.DateField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0, help_text="How often it was downloaded.")
    recalled_on = models.DateField(null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="disclosure_is_released_by_another",
                condition=Q(released_by=None)
                | Q(prepared_by__isnull=False) & ~Q(released_by=F("prepared_by")),
            ),
            models.CheckConstraint(
                name="disclosure_is_released_whole",
                condition=~Q(state="released")
                | Q(released_by__isnull=False, content__isnull=False) & ~Q(secret_hash=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Request of {self.received_on}"
