from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.columns import PartialDateField
from goldenthread.kit.history import RetractableFact, RetractableQuerySet, Sourced
from goldenthread.programme.models.plan import Area, Plan


class MeasureQuerySet(ScopedQuerySet):
    scope_path = "plan__programme__slug"


class Measure(Sourced):
    """A figure that a plan watches. Values are kept as written, with the number, bound, unit and base read from them."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="measures")
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="measures")
    key = models.SlugField(max_length=200)
    name = models.CharField(max_length=300)
    definition = models.TextField(blank=True)
    better = models.CharField(max_length=10, blank=True, help_text="lower or higher")
    baseline = models.JSONField(null=True, blank=True)
    target = models.JSONField(null=True, blank=True)
    known_on = models.DateField()

    objects = MeasureQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "key"], name="measure_key_is_its_own")]

    def __str__(self) -> str:
        return self.name


class ReadingQuerySet(ScopedQuerySet, RetractableQuerySet):  # type: ignore[override]
    scope_path = "measure__plan__programme__slug"


class Reading(RetractableFact):
    """What a measure was to be (milestone) and was (actual) at a time."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="readings")
    period = PartialDateField()
    milestone = models.JSONField(null=True, blank=True)
    actual = models.JSONField(null=True, blank=True)

    objects = ReadingQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["period", "pk"]

    def __str__(self) -> str:
        return f"{self.measure}, {self.period}"
