"""Pictures and sound in a plan: a file of the case, tied to one line of views, with words for those who cannot see or hear it."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.models.case import Case
from goldenthread.casework.models.message import Paper
from goldenthread.casework.models.plan import PlanVersion
from goldenthread.kit.history import Recorded


class PictureQuerySet(ScopedQuerySet):
    """Pictures, as far as somebody may see them."""

    def known_to(self, standing: Any) -> Self:
        """The case's workers; whoever may read a version that has the line, once one was issued."""
        from goldenthread.casework.access import cases_known_to, working

        of_work = Case.objects.filter(cases_known_to(standing, working)).values("pk")
        read = PlanVersion.objects.known_to(standing).values("case")
        return self.filter(Q(case__in=of_work) | Q(case__in=read, shown_from__isnull=False))


class Picture(Recorded):
    """A picture or a sound with its description. The plan's own text holds the description; the file stays here."""

    gate_field = "public_id"
    gate_parents = {"case": "case"}

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="pictures")
    line = models.CharField(max_length=40)
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="picture")
    description = models.CharField(max_length=300)
    shown_from = models.ForeignKey(
        PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="pictures",
        help_text="The first version that was issued with it.",
    )  # fmt: skip

    objects = PictureQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.description

    @property
    def is_sound(self) -> bool:
        """Whether it is to be heard."""
        return self.paper.mime.startswith("audio/")

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What somebody may do with it: as in its case."""
        return self.case.permitted_to(standing)
