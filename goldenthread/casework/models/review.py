"""An annual review as it is prepared, held and reported. Its clocks run from the events of the case."""

from __future__ import annotations

from django.db import models

from goldenthread.casework.models.case import Case
from goldenthread.casework.models.event import Event
from goldenthread.kit.history import Recorded


class Recommendation(models.TextChoices):
    """What a review recommends."""

    KEEP = "keep", "Keep the plan as it is"
    AMEND = "amend", "Change the plan"
    CEASE = "cease", "End the plan"


class Review(Recorded):
    """What is gathered for one review: the child's views first, then progress against each outcome, then a recommendation."""

    gate_field = "pk"
    gate_parents = {"case": "case"}

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    opened = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="review")
    meeting_on = models.DateField(null=True, blank=True)
    invited = models.JSONField(default=list, blank=True, help_text="[who, how, the day they were invited]")
    views = models.TextField(blank=True, help_text="The child's or young person's own words.")
    family_views = models.TextField(blank=True)
    progress = models.JSONField(
        default=dict, blank=True, help_text="Outcome's id to [met, partly-met or not-met; in words]"
    )
    adulthood = models.TextField(
        blank=True, help_text="From year 9: what was said of preparing for adulthood."
    )
    recommendation = models.CharField(max_length=10, choices=Recommendation, blank=True)
    reasons = models.TextField(blank=True)
    differences = models.TextField(blank=True, help_text="Who recommended otherwise, and what.")
    edition = models.PositiveIntegerField(default=1)
    sent_on = models.DateField(
        null=True, blank=True, help_text="The day its report went to everybody who was invited."
    )

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Review of {self.meeting_on or 'a day to be fixed'}"
