"""What people say of a measure's run: a dated remark with its author."""

from __future__ import annotations

from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import RetractableFact, RetractableQuerySet
from goldenthread.programme.models import Measure


class RemarkQuerySet(ScopedQuerySet, RetractableQuerySet):  # type: ignore[override]
    scope_path = "measure__plan__programme__slug"


class Remark(RetractableFact):
    """What happened on a day that explains a run. Taken back it counts no more; it is never deleted."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="remarks")
    about_on = models.DateField(help_text="The day that it is about.")
    words = models.CharField(max_length=500)

    objects = RemarkQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["about_on", "pk"]

    def __str__(self) -> str:
        return self.words
