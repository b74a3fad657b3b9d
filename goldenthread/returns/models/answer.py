"""Answers to questions about numbers (Freedom of Information, scrutiny): what was asked, by which definition, what was given."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Recorded


class NumberAnswerQuerySet(ScopedQuerySet):
    def known_to(self, standing: Any) -> Self:
        """Those who build returns see every answer."""
        return self.all() if standing.may(Permission.BUILD_RETURNS) else self.none()


class NumberAnswer(Recorded):
    """One answer, kept as it was given. It is counted again from its question, never changed."""

    gate_field = "key"

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=300, help_text="What was asked, in words without names.")
    reference = models.CharField(
        max_length=40, blank=True, help_text="The number of the request, such as FOI 1234."
    )
    measure = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(help_text="Of the measure’s definition.")
    definition = models.TextField(help_text="The definitions as they were when it was answered.")
    since = models.DateField()
    until = models.DateField()
    known_on = models.DateField()
    rows = models.CharField(max_length=40, blank=True)
    columns = models.CharField(max_length=40, blank=True)
    table = models.JSONField(help_text="As it was given out.")
    counts = models.JSONField(
        help_text="The true counts behind it. No page shows them: they protect the answers that follow."
    )
    sha256 = models.CharField(max_length=64)

    objects = NumberAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="number_answer_begins_before_it_ends", condition=models.Q(until__gte=models.F("since"))
            )
        ]

    def __str__(self) -> str:
        return self.title
