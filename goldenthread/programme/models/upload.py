import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Recorded
from goldenthread.programme.choices import UploadState
from goldenthread.programme.models.plan import Plan
from goldenthread.programme.models.programme import Programme


class UploadQuerySet(ScopedQuerySet):
    scope_path = "programme__slug"

    def known_to(self, standing: Any) -> Self:
        """One's own uploads, and nobody else's."""
        return self.within(standing.inside).filter(recorded_by=standing.user.pk)


class Upload(Recorded):
    """A file that somebody is bringing in: kept until it is in, with how far it has come and what came of it.

    Without a plan it is a programme file (JSON). Its bytes are let go when it is in, or after a day.
    """

    gate_field = "key"

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="uploads")
    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.CASCADE, related_name="uploads")
    name = models.CharField(max_length=255, blank=True, help_text="Empty for pasted text.")
    data = models.BinaryField(null=True)
    state = models.CharField(max_length=10, choices=UploadState, default=UploadState.HELD)
    is_rehearsed = models.BooleanField(default=False)
    steps_done = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    doing = models.CharField(max_length=100, blank=True)
    outcome = models.JSONField(default=dict, blank=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="upload_keeps_its_file_until_it_is_in",
                condition=Q(data__isnull=False) | ~Q(state="waiting"),
            )
        ]

    def __str__(self) -> str:
        return self.name or "pasted text"

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return bytes(self.data or b"")

    @property
    def percent(self) -> int:
        """How far it has come, of a hundred."""
        return 100 * self.steps_done // self.steps if self.steps else 0

    @property
    def is_under_way(self) -> bool:
        """Whether the worker has it, or will."""
        return self.state in (UploadState.WAITING, UploadState.RUNNING)
