from typing import Any, Self

from django.db import models
from django.db.models import Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.uploads import HeldFile
from goldenthread.programme.models.plan import Plan
from goldenthread.programme.models.programme import Programme


class UploadQuerySet(ScopedQuerySet):
    scope_path = "programme__slug"

    def known_to(self, standing: Any) -> Self:
        """One's own uploads, and nobody else's."""
        return self.within(standing.inside).filter(recorded_by=standing.user.pk)


class Upload(HeldFile):
    """A file of a programme that somebody is bringing in. Without a plan it is a programme file (JSON)."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="uploads")
    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.CASCADE, related_name="uploads")

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="upload_keeps_its_file_until_it_is_in",
                condition=Q(data__isnull=False) | ~Q(state="waiting"),
            )
        ]
