from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.models import Case
from goldenthread.kit.history import Recorded


class Canary(Recorded):
    """A planted case that nobody has a reason to open: whoever reads it is asked why."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="canary")
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "canaries"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Canary {self.pk}"


class AlertKind(models.TextChoices):
    """Why somebody is called."""

    CANARY = "canary", "A planted record was opened"
    MANY = "many", "One person opened very many children’s records"
    REPORTED = "reported", "Somebody sees information that is not theirs"
    GLASS = "glass", "Somebody opened a case in an emergency"


class Alert(models.Model):
    """Something about which the people on duty are called. The mail says that there is one, and nothing of what it says."""

    gate_field = "public_id"
    gate_seen_with = Permission.STAND_DUTY

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=AlertKind)
    key = models.CharField(
        max_length=120, unique=True, help_text="What it is about, so that it is raised once."
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    says = models.TextField(help_text="In a sentence; of a report, what was written.")
    raised_at = models.DateTimeField()
    mailed_to = models.PositiveIntegerField(default=0)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.TextField(blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="alert_is_settled_whole",
                condition=Q(settled_at=None, outcome="") | Q(settled_at__isnull=False) & ~Q(outcome=""),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Watched(models.Model):
    """How far the audit has been watched."""

    key = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.sequence)


class Closing(models.Model):
    """The pages behind sign-in were shut in an emergency; two people open them again."""

    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        help_text="Who asked that it opens.",
    )  # fmt: skip
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="area_is_closed_once",
                fields=["opened_at"],
                condition=Q(opened_at=None),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="area_is_opened_by_two",
                condition=Q(opened_at=None, opened_by=None)
                | Q(opened_at__isnull=False, opened_by__isnull=False, asked_by__isnull=False)
                & ~Q(opened_by=F("asked_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"Closed on {self.closed_at:%-d %B %Y}"
