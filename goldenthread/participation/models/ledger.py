"""The ledger: when people took part and how far, what they said, what came of it, and whether it worked."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.columns import PartialDateField
from goldenthread.kit.history import Sourced
from goldenthread.participation.choices import Level, Outcome, Worked
from goldenthread.participation.models.survey import Survey
from goldenthread.partners.models import Organisation


class ForEverybody(ScopedQuerySet):
    def open_to_public(self) -> ForEverybody:
        return self.all()


class Activity(Sourced):
    """Something in which people took part, by the four parts of Lundy's model: space, voice, audience, influence."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    title = models.CharField(max_length=200)
    held_on = PartialDateField()
    level = models.CharField(max_length=12, choices=Level)
    groups = models.ManyToManyField(Organisation, blank=True, related_name="activities")
    survey = models.ForeignKey(
        Survey, null=True, blank=True, on_delete=models.SET_NULL, related_name="activities"
    )
    space = models.TextField(blank=True, help_text="How it was made safe and easy to take part.")
    voice = models.TextField(blank=True, help_text="How people could say what they think.")
    audience = models.CharField(max_length=200, blank=True, help_text="Who heard it, by name of the body.")
    heard_on = PartialDateField(null=True, blank=True)
    influence = models.TextField(blank=True, help_text="What changed because of it.")
    is_invented = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ForEverybody.as_manager()

    class Meta:
        ordering = ["-held_on", "pk"]
        verbose_name_plural = "activities"
        constraints = [
            models.CheckConstraint(
                name="audience_is_named_and_dated",
                condition=Q(audience="", heard_on=None) | (~Q(audience="") & Q(heard_on__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return self.title


class Said(Sourced):
    """Something that people said, what the council did about it or why it could not, and whether it worked."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    said = models.TextField()
    heard_from = models.CharField(max_length=200)
    heard_on = PartialDateField()
    activity = models.ForeignKey(
        Activity, null=True, blank=True, on_delete=models.SET_NULL, related_name="said"
    )
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    answer = models.TextField(blank=True)
    because = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    action_number = models.PositiveIntegerField(
        null=True, blank=True, db_index=True, help_text="The action in the plan, by its address."
    )
    asked_again_on = PartialDateField(null=True, blank=True)
    worked = models.CharField(max_length=8, choices=Worked, blank=True)
    worked_words = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    objects = ForEverybody.as_manager()

    class Meta:
        ordering = ["-heard_on", "pk"]
        verbose_name_plural = "said"
        constraints = [
            models.CheckConstraint(
                name="answer_to_what_was_said_is_whole",
                condition=Q(outcome="", answer="", answered_on=None)
                | (~Q(outcome="") & ~Q(answer="") & Q(answered_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="could_not_says_because", condition=~Q(outcome="could-not") | ~Q(because="")
            ),
            models.CheckConstraint(
                name="asked_again_has_a_day_and_a_result",
                condition=Q(worked="", asked_again_on=None)
                | (~Q(worked="") & Q(asked_again_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.said[:80]
