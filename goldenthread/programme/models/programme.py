from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.columns import PartialDateField
from goldenthread.kit.history import Sourced, Version, version_constraints, version_indexes
from goldenthread.programme import rating_key
from goldenthread.programme.choices import FindingKind


class ProgrammeQuerySet(ScopedQuerySet):
    scope_path = "slug"

    def open_to_public(self) -> "ProgrammeQuerySet":
        return self.all()


class Programme(Sourced):
    """What a local area does about its inspections: all of its plans, reviews and decisions."""

    gate_field = "slug"

    slug = models.SlugField(unique=True)
    local_area = models.CharField(max_length=200)
    authority = models.CharField(max_length=200)
    region = models.CharField(max_length=100, blank=True)
    partners = models.JSONField(default=list, blank=True)
    library = models.JSONField(
        default=dict, blank=True, help_text="Short names of sources and their addresses."
    )

    objects = ProgrammeQuerySet.as_manager()

    def __str__(self) -> str:
        return self.local_area


def default_key() -> rating_key.Key:
    """The key that a programme starts with."""
    return rating_key.DEFAULT


class ProgrammeVersion(Version):
    """A programme's title, words and rating key for some days."""

    record = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="versions")
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    rating_key = models.JSONField(default=default_key)

    class Meta:
        constraints = version_constraints("programme_versions")
        indexes = version_indexes("programme_versions")

    def __str__(self) -> str:
        return self.title


class Remark(Sourced):
    """Something about the record itself: where sources disagree, what could not be found."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="remarks")
    topic = models.CharField(max_length=200)
    words = models.TextField()
    detail = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        return self.topic


class Inspection(Sourced):
    """A visit by the inspectorates. The area *receives* the report before it is *published*: clocks run from receipt."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="inspections")
    key = models.SlugField()
    framework = models.CharField(max_length=200)
    inspectorates = models.JSONField(default=list, blank=True)
    began_on = PartialDateField(null=True, blank=True)
    ended_on = PartialDateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    received_certainty = models.CharField(max_length=300, blank=True)
    published_on = PartialDateField(null=True, blank=True)
    headlines = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "key"], name="inspection_key_is_its_own")]

    def __str__(self) -> str:
        return f"{self.framework}, {self.began_on or 'date not known'}"


class Finding(Sourced):
    """What the inspectors found, in their own words."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="findings")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40, choices=FindingKind, default=FindingKind.SIGNIFICANT_WEAKNESS)
    words = models.TextField()
    reviewers_words = models.CharField(
        max_length=500, blank=True, help_text="How DfE names it in its letters."
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "number"], name="finding_number_is_its_own")
        ]

    def __str__(self) -> str:
        return self.words
