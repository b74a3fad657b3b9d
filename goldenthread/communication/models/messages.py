"""What families should know, for which action of the plan, by which steps, and the question that tells whether they do."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.communication.choices import Channel
from goldenthread.programme.models import Action


class Message(models.Model):
    """One thing that families should know."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    words = models.CharField(max_length=300, help_text="What families should know, in one sentence.")
    audience = models.CharField(max_length=200)
    action = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.SET_NULL, related_name="messages"
    )
    who = models.CharField(max_length=200, help_text="A team or a role.")
    question = models.CharField(
        max_length=500,
        blank=True,
        help_text="The survey’s question that tells whether they know, word for word.",
    )
    starts_on = models.DateField()
    ends_on = models.DateField()
    version = models.PositiveIntegerField(default=1, help_text="How often it was written.")
    is_invented = models.BooleanField(default=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="message_ends_after_it_starts", condition=Q(ends_on__gte=F("starts_on"))
            )
        ]

    def __str__(self) -> str:
        return self.words


class Step(models.Model):
    """One way in which a message goes out, on a day, by somebody."""

    gate_field = "pk"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="steps")
    channel = models.CharField(max_length=12, choices=Channel)
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=200, help_text="A team or a role.")
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.what}"
