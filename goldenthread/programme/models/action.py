from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.columns import PartialDateField
from goldenthread.kit.history import (
    KnownFact,
    Recorded,
    RetractableFact,
    RetractableQuerySet,
    Sourced,
    Version,
    version_constraints,
    version_indexes,
)
from goldenthread.programme.models.plan import Area


class ActionQuerySet(ScopedQuerySet):
    scope_path = "area__plan__programme__slug"


class Action(Sourced):
    """One promise of a plan. What it says, when it is due and how it is rated stand in its versions."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="actions")
    key = models.CharField(max_length=120)
    number = models.CharField(max_length=20, blank=True)
    known_on = models.DateField()
    led_by = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="led_actions")

    objects = ActionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "key"], name="action_key_is_its_own")]

    def __str__(self) -> str:
        return f"Action {self.number}" if self.number else "Action"

    @property
    def name_in_sentence(self) -> str:
        """What to call it inside a sentence: "action 3.2", or the start of its key when it has no number."""
        return f"action {self.number}" if self.number else f"the action “{self.key.replace('-', ' ')[:60]}”"

    def is_led_by(self, user: Any) -> bool:
        """Whether this person leads it."""
        return self.led_by.filter(pk=user.pk).exists()


class ActionVersion(Version):
    """How an action stood for some days."""

    record = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="versions")
    text = models.TextField()
    leads = models.JSONField(default=list, blank=True)
    accountable = models.JSONField(default=list, blank=True)
    agency = models.CharField(max_length=200, blank=True)
    start = PartialDateField(null=True, blank=True)
    due = PartialDateField(null=True, blank=True)
    success_criteria = models.JSONField(default=list, blank=True)
    delivery = models.CharField(max_length=40, blank=True)
    confidence = models.CharField(max_length=40, blank=True)
    impact = models.CharField(max_length=40, blank=True)
    status_as_written = models.CharField(max_length=300, blank=True)
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        constraints = version_constraints("action_versions")
        indexes = [
            *version_indexes("action_versions"),
            models.Index(name="action_versions_latest", fields=["record"], condition=Q(known_until=None)),
            models.Index(
                name="action_versions_first_due",
                fields=["record", "known_from", "id"],
                condition=Q(due__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class OfActionQuerySet(ScopedQuerySet, RetractableQuerySet):  # type: ignore[override]
    scope_path = "action__area__plan__programme__slug"


class Dependency(RetractableFact):
    """One action waits for another."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="waits_for")
    needs = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="waited_for_by")

    objects = OfActionQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["known_on", "pk"]
        constraints = [
            models.CheckConstraint(name="action_does_not_wait_for_itself", condition=~Q(action=F("needs"))),
            models.UniqueConstraint(
                name="dependency_is_told_once", fields=["action", "needs"], condition=Q(taken_back_on=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} waits for {self.needs}"


class Milestone(RetractableFact):
    """A step on the way to an action's end."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=300)
    due = PartialDateField(null=True, blank=True)
    reached_on = PartialDateField(null=True, blank=True)
    reached_known_on = models.DateField(null=True, blank=True)

    objects = OfActionQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["due", "pk"]
        constraints = [
            models.CheckConstraint(
                name="milestone_reached_and_known_go_together",
                condition=Q(reached_on=None, reached_known_on=None)
                | Q(reached_on__isnull=False, reached_known_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.title


class ProgressNote(KnownFact):
    """What somebody said of an action's progress, on a day."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="notes")
    noted_on = PartialDateField(null=True, blank=True)
    label = models.CharField(max_length=200, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ["-known_on", "-pk"]

    def __str__(self) -> str:
        return self.text


class UpdateRequest(Recorded):
    """An update that somebody is asked to give by a day. It is answered by their next note or change."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="update_requests")
    asked_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="update_requests"
    )
    asked_on = models.DateField()
    due_on = models.DateField()
    question = models.CharField(max_length=500, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"Update on {self.action} by {self.due_on}"
