from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.columns import PartialDateField
from goldenthread.kit.history import (
    RetractableFact,
    RetractableQuerySet,
    Sourced,
    Version,
    version_constraints,
    version_indexes,
)
from goldenthread.programme.choices import Regime, RouteStepKind
from goldenthread.programme.models.programme import Finding, Inspection, Programme


class PlanQuerySet(ScopedQuerySet):
    scope_path = "programme__slug"

    def open_to_public(self) -> "PlanQuerySet":
        return self.filter(is_public=True)


class Plan(Sourced):
    """A plan under a regime. A programme may carry several at once."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="plans")
    key = models.SlugField()
    regime = models.CharField(max_length=30, choices=Regime)
    title = models.CharField(max_length=300)
    inspection = models.ForeignKey(
        Inspection, null=True, blank=True, on_delete=models.PROTECT, related_name="plans"
    )
    delivery_months = models.PositiveSmallIntegerField(null=True, blank=True)
    known_on = models.DateField(help_text="The day from which the area knew of this plan.")
    replaces = models.CharField(max_length=300, blank=True)
    is_public = models.BooleanField(default=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["known_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["programme", "key"], name="plan_key_is_its_own")]

    def __str__(self) -> str:
        return self.title


class AreaQuerySet(ScopedQuerySet):
    scope_path = "plan__programme__slug"

    def open_to_public(self) -> "AreaQuerySet":
        return self.filter(plan__is_public=True)


class Area(Sourced):
    """An area of a plan: what answers one or more findings. Whether it is open follows from decisions alone."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="areas")
    number = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=80)
    opened_on = PartialDateField()
    known_on = models.DateField()
    answers = models.ManyToManyField(Finding, blank=True, related_name="areas")

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "number"]
        constraints = [models.UniqueConstraint(fields=["plan", "key"], name="area_key_is_its_own")]

    def __str__(self) -> str:
        return f"Area {self.number}"


class AreaVersion(Version):
    """An area's local title and its plain sentences for some days."""

    record = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="versions")
    title = models.CharField(max_length=300)
    plain = models.TextField(blank=True, help_text="One sentence that a 12-year-old understands.")
    difference = models.TextField(blank=True, help_text="What difference it has made so far, in plain words.")

    class Meta:
        constraints = version_constraints("area_versions")
        indexes = version_indexes("area_versions")

    def __str__(self) -> str:
        return self.title


class PriorityQuerySet(ScopedQuerySet):
    scope_path = "plan__programme__slug"


class Priority(Sourced):
    """A priority of a strategy, linked to the areas and actions that carry it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="priorities")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    areas = models.ManyToManyField(Area, blank=True, related_name="priorities")
    actions = models.ManyToManyField("programme.Action", blank=True, related_name="priorities")

    objects = PriorityQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="priority_number_is_its_own")]

    def __str__(self) -> str:
        return self.title


class OfPlanQuerySet(ScopedQuerySet, RetractableQuerySet):  # type: ignore[override]
    scope_path = "plan__programme__slug"


class RouteStep(RetractableFact):
    """A station on a document's way to approval: where it was, on which day, and what was changed there."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="route")
    step = models.CharField(max_length=20, choices=RouteStepKind)
    happened_on = PartialDateField()
    body = models.ForeignKey(
        "partners.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    words = models.TextField(blank=True)
    amendments = models.TextField(blank=True, help_text="Minor changes made at this step.")

    objects = OfPlanQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["happened_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_step_display()}, {self.happened_on}"
