"""Case files that came from another authority: as they are looked at before they come in, and as they stay with the case."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.models.case import Case
from goldenthread.kit.history import Recorded
from goldenthread.kit.uploads import HeldFile


class CaseFileUploadQuerySet(ScopedQuerySet):
    """Uploads, as far as somebody may know of them."""

    def known_to(self, standing: Any) -> Self:
        """One's own, and nobody else's."""
        mine = self.filter(recorded_by=standing.user.pk)
        return mine if standing.may(Permission.START_CASE) else mine.none()


class CaseFileUpload(HeldFile):
    """A portable case file that somebody is taking over. Its bytes are let go when it is in, or after a day."""

    objects = CaseFileUploadQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="case_file_is_kept_until_it_is_in", condition=Q(data__isnull=False) | Q(state="done")
            )
        ]


class InheritedCase(Recorded):
    """The file of another authority with which a case began, as it came: to be read, and never changed."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="inherited")
    authority = models.CharField(max_length=300)
    reference = models.CharField(max_length=100)
    made_on = models.DateField()
    received_on = models.DateField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(help_text="The ZIP, byte by byte.")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.reference} of {self.authority}"
