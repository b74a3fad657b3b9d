"""Packs for a review or an inspection: one ZIP of documents, lists and records as at a day, with the hash of each file."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Recorded
from goldenthread.programme.models import Programme


class PackKind(models.TextChoices):
    """For whom it is. An inspection pack holds a list of children, a review pack nobody."""

    REVIEW = "review", "Review pack for DfE and NHS England"
    INSPECTION = "inspection", "Inspection pack for Ofsted and CQC"


class PackState(models.TextChoices):
    """How far a pack has come."""

    WAITING = "waiting", "Waiting for its turn"
    RUNNING = "running", "Being made"
    READY = "ready", "Ready"
    FAILED = "failed", "Not made"


class PackQuerySet(ScopedQuerySet):
    scope_path = "programme__slug"


class Pack(Recorded):
    """A pack that somebody asked for, how far it has come, and its bytes once it is ready."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="packs")
    kind = models.CharField(max_length=20, choices=PackKind)
    as_at = models.DateField()
    state = models.CharField(max_length=10, choices=PackState, default=PackState.WAITING)
    steps_done = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    doing = models.CharField(max_length=100, blank=True)
    trouble = models.CharField(max_length=500, blank=True)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    manifest = models.JSONField(
        default=list, blank=True, help_text="Of each file its name, its bytes and its SHA-256."
    )

    objects = PackQuerySet.as_manager()
    gate_field = "key"

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="pack_is_ready_with_its_hash",
                condition=(Q(state="ready", content__isnull=False) & ~Q(sha256=""))
                | (~Q(state="ready") & Q(content=None, sha256="")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, as at {self.as_at}"

    @property
    def percent(self) -> int:
        """How far it has come, of a hundred."""
        return 100 * self.steps_done // self.steps if self.steps else 0

    @property
    def is_under_way(self) -> bool:
        """Whether the worker has it, or will."""
        return self.state in (PackState.WAITING, PackState.RUNNING)

    @property
    def file_name(self) -> str:
        """What the file is called."""
        return f"{self.kind}-pack-{self.as_at.isoformat()}.zip"
