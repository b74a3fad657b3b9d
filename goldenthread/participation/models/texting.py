"""People who agreed to be asked by text message, and who of them was asked what. Never who answered."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from goldenthread.kit.secret_links import new_code
from goldenthread.participation.choices import TextState
from goldenthread.participation.models.survey import Survey

KEY_LENGTH = 12
"""27 to the twelfth, about 10^17: nobody guesses one, and it fits into a text message."""


def new_key() -> str:
    """A key that stands in the messages to one number; it confirms and stops, and no more."""
    return new_code(KEY_LENGTH)


class TextReader(models.Model):
    """A number that asked to be asked. Who stops is forgotten: the row goes."""

    number = models.CharField(max_length=16, unique=True)
    key = models.CharField(max_length=20, unique=True, default=new_key)
    asked_on = models.DateField()
    agreed_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"number {self.pk}"


class TextInvitation(models.Model):
    """That one number was asked to answer one survey, once. The number goes when its owner stops; the count stays."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="text_invitations")
    reader = models.ForeignKey(TextReader, null=True, on_delete=models.SET_NULL, related_name="invitations")
    reference = models.UUIDField(unique=True, default=uuid.uuid4, help_text="By which Notify knows it.")
    state = models.CharField(max_length=8, choices=TextState, default=TextState.WAITING)
    asked_on = models.DateField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="number_is_asked_once_for_a_survey", fields=["survey", "reader"], condition=Q(reader__isnull=False)
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.survey}: {self.reference}"
