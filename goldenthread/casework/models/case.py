from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Recorded
from goldenthread.partners.models import Organisation, Team
from goldenthread.people.models import Child


class CaseQuerySet(ScopedQuerySet):
    """Cases, as far as somebody may know of them: see casework/access.py."""

    def known_to(self, standing: Any) -> Self:
        """The cases in which this person has a part today."""
        from goldenthread.casework.access import cases_known_to

        return self.filter(cases_known_to(standing))


class Case(Recorded):
    """One child's file with this authority: a request, or a plan that came from elsewhere, and all that follows."""

    gate_field = "public_id"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(max_length=20, unique=True)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="cases")
    authority = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="cases")
    opened_on = models.DateField()
    is_restricted = models.BooleanField(
        default=False, help_text="Only people with a grant of their own see it, whatever their role."
    )

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(name="case_of_authority", fields=["authority", "team"])]

    def __str__(self) -> str:
        return self.reference

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What a person may do in this case, by their part in it and not by their role alone."""
        from goldenthread.casework.access import permissions_in

        return permissions_in(self, standing)
