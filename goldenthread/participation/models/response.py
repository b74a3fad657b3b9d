"""What was answered. Nobody is asked who they are, and nothing is kept that could tell."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.participation.choices import OPEN_TO_READERS, Way, WordsState
from goldenthread.participation.models.survey import Question, Survey


class Response(models.Model):
    """One person's answers, as the places of what they chose in each question's list."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="responses")
    edition = models.PositiveSmallIntegerField()
    choices = ArrayField(models.SmallIntegerField(null=True))
    way = models.CharField(max_length=8, choices=Way)
    sent_on = models.DateField()
    paper_number = models.CharField(max_length=20, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    language = models.CharField(max_length=8, default="en-GB", db_default="en-GB")
    came_from_same_device = models.BooleanField(default=False)
    has_words_of_another = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="paper_is_entered_once",
                fields=["survey", "paper_number"],
                condition=~models.Q(paper_number=""),
            )
        ]

    def __str__(self) -> str:
        return f"An answer to {self.survey}"


class WordsQuerySet(ScopedQuerySet):
    def known_to(self, standing: Any) -> Self:
        """Held words are there for the safeguarding lead alone; nobody else learns that they exist."""
        shown = []
        if standing.may(Permission.SCREEN_WORDS):
            shown += [WordsState.HELD, WordsState.RELEASED, WordsState.KEPT]
        if standing.may(Permission.SORT_WORDS):
            shown += OPEN_TO_READERS
        return self.filter(state__in=shown)


class Words(models.Model):
    """What somebody wrote. Rules have read it before anybody does; what they stop waits for the safeguarding lead."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="words")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers_in_words")
    text = models.TextField(max_length=3000)
    in_english = models.TextField(
        max_length=3000, blank=True, db_default="", help_text="What it says, where it was written on a page in another language."
    )  # fmt: skip
    text_hash = models.CharField(max_length=64, db_index=True)
    state = models.CharField(max_length=12, choices=WordsState)
    stopped_by = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    looked_at_on = models.DateField(null=True, blank=True)
    looked_at_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    what_was_done = models.CharField(max_length=500, blank=True)

    objects = WordsQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "words"
        constraints = [
            models.CheckConstraint(
                name="words_that_were_looked_at_say_when",
                condition=~models.Q(state__in=["released", "kept"]) | models.Q(looked_at_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"Words in an answer to {self.question}"


class Draft(models.Model):
    """Answers that somebody put aside to come back to. Only a hash of their code is kept; the row goes when they send."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="drafts")
    code_hash = models.CharField(max_length=64, unique=True)
    edition = models.PositiveSmallIntegerField()
    answers = models.JSONField()
    is_easy = models.BooleanField(default=False)
    language = models.CharField(max_length=8, default="en-GB", db_default="en-GB")
    ends_on = models.DateField(db_index=True)

    def __str__(self) -> str:
        return f"A draft for {self.survey}"
