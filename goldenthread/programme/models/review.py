from django.db import models
from django.db.models import Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.columns import PartialDateField
from goldenthread.kit.history import FactQuerySet, KnownFact
from goldenthread.programme.choices import EffectKind, ReviewKind, ReviewPointKind, Sustained
from goldenthread.programme.models.action import Action
from goldenthread.programme.models.plan import Area
from goldenthread.programme.models.programme import Programme


class ReviewQuerySet(ScopedQuerySet, FactQuerySet):  # type: ignore[override]
    scope_path = "programme__slug"


class Review(KnownFact):
    """A meeting at which somebody from outside looks at progress."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="reviews")
    key = models.SlugField(max_length=80)
    kind = models.CharField(max_length=20, choices=ReviewKind, default=ReviewKind.MONITORING)
    label = models.CharField(
        max_length=200, blank=True, help_text="As it was called, for example “15-month review”."
    )
    held_on = PartialDateField()
    overall = models.TextField(blank=True)
    attendees = models.JSONField(default=list, blank=True)
    next_on = PartialDateField(null=True, blank=True)

    objects = ReviewQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["held_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["programme", "key"], name="review_key_is_its_own")]

    def __str__(self) -> str:
        return f"{self.label or self.get_kind_display()}, {self.held_on}"


class ReviewPoint(models.Model):
    """One thing that a review said, of one area or of all."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="points")
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="review_points"
    )
    kind = models.CharField(max_length=20, choices=ReviewPointKind, default=ReviewPointKind.FINDING)
    text = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text


class Decision(KnownFact):
    """What a body decided on a day, in recorded words. Only an external decision closes an area or an action."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="decisions")
    key = models.SlugField(max_length=80)
    body = models.ForeignKey("partners.Body", on_delete=models.PROTECT, related_name="+")
    decided_on = PartialDateField()
    words = models.TextField()
    letter_title = models.CharField(max_length=300, blank=True)
    letter_address = models.CharField(max_length=1000, blank=True)
    review = models.ForeignKey(
        Review, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )

    class Meta:
        ordering = ["decided_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["programme", "key"], name="decision_key_is_its_own")]

    def __str__(self) -> str:
        return f"{self.body}, {self.decided_on}"


class Effect(models.Model):
    """What a decision does to one area or one action."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="effects")
    effect = models.CharField(max_length=10, choices=EffectKind)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="effects")
    action = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.PROTECT, related_name="effects"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="effect_is_on_an_area_or_an_action",
                condition=Q(area=None, action__isnull=False) | Q(area__isnull=False, action=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_effect_display()} {self.area or self.action}"


class SustainedCheck(KnownFact):
    """Asked again after an area closed: is it still so?"""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="sustained_checks")
    checked_on = PartialDateField()
    answer = models.CharField(max_length=10, choices=Sustained)
    words = models.TextField()
    next_on = PartialDateField(null=True, blank=True)

    class Meta:
        ordering = ["checked_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_answer_display()}, {self.checked_on}"


class TimelineEvent(KnownFact):
    """Anything else that happened on a day and belongs to the story."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="timeline")
    key = models.SlugField(max_length=120)
    happened_on = PartialDateField()
    kind = models.CharField(max_length=40)
    what = models.CharField(max_length=500)

    class Meta:
        ordering = ["happened_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["programme", "key"], name="timeline_key_is_its_own")]

    def __str__(self) -> str:
        return self.what
