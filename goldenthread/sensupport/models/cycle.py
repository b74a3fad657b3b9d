from __future__ import annotations

import uuid
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Recorded
from goldenthread.sensupport.choices import Next, Progress
from goldenthread.sensupport.models.pupil import Pupil


class CycleQuerySet(ScopedQuerySet):
    """Cycles, as far as somebody may know of their pupils."""

    def known_to(self, standing: Any) -> Self:
        """Those of the pupils of one's own school."""
        return self.filter(pupil__in=Pupil.objects.all().known_to(standing).values("pk"))


class Cycle(Recorded):
    """Assess, plan, do, review: one time round. A voice that is not there has a reason instead."""

    gate_field = "public_id"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="cycles")
    number = models.PositiveSmallIntegerField()
    started_on = models.DateField()
    assess = models.TextField(help_text="What we see and know.")
    outcome = models.TextField(help_text="What we hope for.")
    plan = models.TextField(blank=True, help_text="What we do beside the strategies, and who does it.")
    strategies = models.JSONField(default=list, help_text="Codes of the strategies that are tried.")
    tried = models.JSONField(default=list, help_text="Their titles as they were called when the cycle began.")
    list_version = models.CharField(
        max_length=20, blank=True, help_text="The version of the list of strategies then."
    )
    child_says = models.TextField()
    parent_says = models.TextField()
    review_due_on = models.DateField()
    reviewed_on = models.DateField(null=True, blank=True)
    what_changed = models.TextField(blank=True)
    progress = models.CharField(max_length=10, choices=Progress, blank=True)
    child_says_now = models.TextField(blank=True)
    parent_says_now = models.TextField(blank=True)
    next = models.CharField(max_length=10, choices=Next, blank=True)
    reviewed_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = CycleQuerySet.as_manager()

    class Meta:
        ordering = ["pupil", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["pupil", "number"], name="cycle_number_is_its_own"),
            models.UniqueConstraint(
                fields=["pupil"], condition=Q(reviewed_on=None), name="pupil_has_one_cycle_under_way"
            ),
            models.CheckConstraint(name="cycle_is_reviewed_after_it_starts",
                                   condition=Q(reviewed_on=None) | Q(reviewed_on__gte=F("started_on"))),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Cycle {self.number}"

    def permitted_to(self, standing: Any) -> frozenset[Permission]:
        """What somebody may do with its pupil."""
        return self.pupil.permitted_to(standing)

    def is_due_on(self, day: date) -> bool:
        """Whether its review should have been held."""
        return self.reviewed_on is None and self.review_due_on <= day
