"""Files of waiting times that somebody sent, from the look at them to what came of them."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.uploads import HeldFile


class WaitsUploadQuerySet(ScopedQuerySet):
    """Files, as far as somebody may know of them."""

    def known_to(self, standing: Any) -> Self:
        """One's own."""
        mine = self.filter(recorded_by=standing.user.pk)
        return mine if standing.may(Permission.SEND_WAITS) else mine.none()


class WaitsUpload(HeldFile):
    """A file of waiting times: what is wrong in which cell, and which of several answers for one month is taken."""

    troubles = models.JSONField(default=list, blank=True, help_text="[row, column, sentence]")
    decided = models.JSONField(
        default=dict, blank=True, help_text="Service and month to the row that is taken."
    )

    objects = WaitsUploadQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
