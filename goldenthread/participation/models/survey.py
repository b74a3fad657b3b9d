"""What is asked: a survey, its questions word for word, and its results as they were published."""

from __future__ import annotations

import uuid
from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.safestring import SafeString

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Sourced
from goldenthread.participation.choices import About, QuestionKind, SurveyKind
from goldenthread.participation.symbols import drawn
from goldenthread.participation.wording import SCALES, Option


class SurveyQuerySet(ScopedQuerySet):
    def open_to_public(self) -> SurveyQuerySet:
        return self.filter(is_shown=True)


class Survey(Sourced):
    """A consultation, a survey or a service's Friends and Family Test. One that ran elsewhere has no questions here."""

    gate_field = "slug"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    slug = models.SlugField(unique=True, max_length=80)
    kind = models.CharField(max_length=20, choices=SurveyKind)
    title = models.CharField(max_length=200)
    summary = models.TextField(help_text="What it is about and what the answers are for.")
    easy_summary = models.TextField(blank=True)
    run_by = models.CharField(max_length=200)
    asked = models.CharField(max_length=300, help_text="Who was asked, in words.")
    asked_number = models.PositiveIntegerField(null=True, blank=True)
    is_sample = models.BooleanField(default=False)
    opens_on = models.DateField()
    closes_on = models.DateField(null=True, blank=True)
    edition = models.PositiveSmallIntegerField(default=1)
    is_shown = models.BooleanField(default=False)
    is_invented = models.BooleanField(default=False)
    ran_elsewhere = models.BooleanField(default=False)
    responses_unknown_because = models.CharField(max_length=300, blank=True)
    came_of_it = models.TextField(blank=True, help_text="What was decided because of the answers.")
    languages = models.JSONField(
        default=list, blank=True, db_default=models.Value([], models.JSONField()),
        help_text="Tags of the languages in which it is offered beside English.",
    )  # fmt: skip

    text_code = models.CharField(
        max_length=8, blank=True, db_default="", help_text="Its short address in text messages; empty: it has none."
    )  # fmt: skip

    objects = SurveyQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="short_address_of_a_survey_is_its_own", fields=["text_code"], condition=~Q(text_code="")
            ),
            models.CheckConstraint(
                name="survey_closes_after_it_opens",
                condition=Q(closes_on=None) | Q(closes_on__gte=F("opens_on")),
            ),
            models.CheckConstraint(
                name="survey_that_ran_elsewhere_says_why_no_number",
                condition=Q(ran_elsewhere=False) | ~Q(responses_unknown_because=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_open_on(self, day: date) -> bool:
        """Whether it can be answered on a day."""
        return (
            self.is_shown
            and not self.ran_elsewhere
            and self.opens_on <= day
            and (self.closes_on is None or day <= self.closes_on)
        )

    def has_closed_by(self, day: date) -> bool:
        """Whether the last day on which it could be answered is past."""
        return self.closes_on is not None and self.closes_on < day


class Question(models.Model):
    """A question word for word. Other words are another question: it ends with the edition before."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField(help_text="Its place in each answer; never used again.")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=QuestionKind)
    words = models.CharField(max_length=500)
    easy_words = models.CharField(max_length=300, blank=True)
    symbol = models.CharField(max_length=20, blank=True)
    own_options = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    is_about_you = models.BooleanField(default=False, help_text="Results are also cut by it.")
    about = models.CharField(
        max_length=8, choices=About, blank=True, help_text="What it tells about whoever answers."
    )
    film = models.URLField(max_length=300, blank=True, help_text="In British Sign Language.")
    transcript = models.TextField(max_length=2000, blank=True, help_text="What is said in the film.")
    from_edition = models.PositiveSmallIntegerField(default=1)
    until_edition = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["order", "number"]
        constraints = [
            models.UniqueConstraint(name="question_number_is_its_own", fields=["survey", "number"]),
            models.CheckConstraint(
                name="film_of_a_question_has_a_transcript",
                condition=Q(film="", transcript="") | (~Q(film="") & ~Q(transcript="")),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be chosen; nothing for an answer in words."""
        return SCALES.get(QuestionKind(self.kind)) or tuple(Option(words) for words in self.own_options)

    @property
    def symbol_drawn(self) -> SafeString:
        """Its picture for easy read."""
        return drawn(self.symbol)


class RecordedResult(Sourced):
    """A result of a survey that ran elsewhere, as its source says it. Without a base it says why there is none."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="recorded_results")
    words = models.CharField(max_length=300)
    value = models.CharField(max_length=40, help_text="As the source writes it.")
    numerator = models.PositiveIntegerField(null=True, blank=True)
    base = models.PositiveIntegerField(null=True, blank=True)
    base_missing = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="recorded_result_has_a_base_or_says_why_not",
                condition=Q(base__isnull=False, base__gt=0) | ~Q(base_missing=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.value}: {self.words}"


class PublishedResults(models.Model):
    """Results as they were published, small numbers hidden. Published again, the earlier stay."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="published")
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    published_on = models.DateField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-published_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.survey}, results of {self.published_on}"
