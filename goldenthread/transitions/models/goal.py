"""What a young person wants of adult life, in their own words, and how it is going."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.access import cases_known_to, permissions_in
from goldenthread.casework.models import Case
from goldenthread.kit.history import Recorded
from goldenthread.transitions.choices import Adulthood, HowFar, Voice


class GoalQuerySet(ScopedQuerySet):
    """Goals, as far as somebody may know of them."""

    def known_to(self, standing: Any) -> Self:
        """Those of the cases in which somebody has a part."""
        return self.filter(case__in=Case.objects.filter(cases_known_to(standing)).values("pk"))


class Goal(Recorded):
    """One thing that a young person wants. Their words are never edited: a goal that changed ends, and another is set."""

    gate_field = "public_id"
    gate_parents = {"case": "case"}

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="goals")
    outcome = models.CharField(max_length=20, choices=Adulthood)
    words = models.TextField(help_text="The young person's own words.")
    voice = models.CharField(max_length=10, choices=Voice, help_text="How the words were given.")
    helpers = models.TextField(help_text="Who helps, and what they do.")
    set_on = models.DateField()
    look_on = models.DateField(help_text="The day by which it is looked at again.")
    ended_on = models.DateField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=1)

    objects = GoalQuerySet.as_manager()

    class Meta:
        ordering = ["set_on", "pk"]
        indexes = [models.Index(name="goal_of_case", fields=["case", "ended_on"])]
        constraints = [
            models.CheckConstraint(
                name="goal_ends_after_it_is_set", condition=Q(ended_on=None) | Q(ended_on__gte=F("set_on"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.words}"

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What the part in the case allows."""
        return permissions_in(self.case, standing)


class GoalLook(Recorded):
    """One look at a goal: how far it came, and what the young person says now."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="looks")
    looked_on = models.DateField()
    how_far = models.CharField(max_length=12, choices=HowFar)
    words = models.TextField(blank=True, help_text="What the young person says now.")
    helpers = models.TextField(help_text="Who helps from now on.")

    class Meta:
        ordering = ["looked_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_how_far_display()}, {self.looked_on}"
