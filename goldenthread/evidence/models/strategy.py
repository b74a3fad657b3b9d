"""The yearly review of a strategy: each priority kept, changed or dropped, with the reason."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Recorded
from goldenthread.programme.models import Plan, Priority


class StrategyReviewQuerySet(ScopedQuerySet):
    scope_path = "plan__programme__slug"

    def open_to_public(self) -> StrategyReviewQuerySet:
        return self.exclude(agreed_on=None).filter(plan__is_public=True)


class StrategyReview(Recorded):
    """One review of a strategy: begun, every priority looked at, agreed by a body. Agreed ones are never changed."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="strategy_reviews")
    begun_on = models.DateField()
    asked_words = models.CharField(
        max_length=500, blank=True, help_text="Who was asked, how many answered, and when; empty when nobody was."
    )  # fmt: skip
    asked_count = models.PositiveIntegerField(
        null=True, blank=True, help_text="How many people answered; empty when it is not known."
    )
    agreed_on = models.DateField(null=True, blank=True)
    agreed_by = models.CharField(max_length=200, blank=True, help_text="The meeting that agreed it.")

    objects = StrategyReviewQuerySet.as_manager()

    class Meta:
        ordering = ["begun_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_review_of_a_strategy_is_open", fields=["plan"], condition=Q(agreed_on=None)
            ),
            models.CheckConstraint(
                name="strategy_review_is_agreed_by_a_meeting",
                condition=Q(agreed_on=None, agreed_by="") | (Q(agreed_on__gte=F("begun_on")) & ~Q(agreed_by="")),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Review of {self.plan}, {self.begun_on.year}"


class Choice(models.TextChoices):
    """What becomes of a priority."""

    KEEP = "keep", "Keep it"
    CHANGE = "change", "Change it"
    DROP = "drop", "Drop it"


class Verdict(models.Model):
    """What becomes of one priority, and why."""

    review = models.ForeignKey(StrategyReview, on_delete=models.CASCADE, related_name="verdicts")
    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="verdicts")
    choice = models.CharField(max_length=10, choices=Choice)
    reason = models.CharField(max_length=1000)
    new_words = models.CharField(max_length=300, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    given_on = models.DateField()

    class Meta:
        ordering = ["priority__number"]
        constraints = [
            models.UniqueConstraint(
                name="priority_is_judged_once_in_a_review", fields=["review", "priority"]
            ),
            models.CheckConstraint(
                name="only_a_changed_priority_has_new_words",
                condition=(Q(choice="change") & ~Q(new_words="")) | (~Q(choice="change") & Q(new_words="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.priority}: {self.get_choice_display()}"
