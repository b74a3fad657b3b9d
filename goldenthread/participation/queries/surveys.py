"""Surveys as the public and as staff find them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from goldenthread.participation.choices import QuestionKind, SurveyKind, WordsState
from goldenthread.participation.codes import hash_of
from goldenthread.participation.models import Draft, PublishedResults, Question, Survey


@dataclass(frozen=True)
class Listed:
    """What the public finds: to answer now, to come, and with results or waiting for them."""

    open_now: list[Survey]
    to_come: list[Survey]
    closed: list[Survey]
    friends: list[Survey]


def listed(day: date) -> Listed:
    """Everything that the public sees on a day."""
    rows = list(Survey.objects.open_to_public().annotate(times_published=Count("published")))
    others = [one for one in rows if one.kind != SurveyKind.FRIENDS]
    return Listed(
        open_now=[one for one in others if one.is_open_on(day)],
        to_come=[one for one in others if one.opens_on > day],
        closed=[one for one in others if one.has_closed_by(day) or one.ran_elsewhere],
        friends=[one for one in rows if one.kind == SurveyKind.FRIENDS],
    )


def questions_now(survey: Survey) -> list[Question]:
    """The questions as they are asked now, in their order."""
    return list(survey.questions.filter(until_edition=None))


def latest_results(survey: Survey) -> PublishedResults | None:
    """The results as they were last published."""
    return survey.published.first()


def draft_under(code: str, day: date) -> Draft | None:
    """What somebody put aside under a code, if it still waits."""
    return Draft.objects.select_related("survey").filter(code_hash=hash_of(code), ends_on__gte=day).first()


def for_staff() -> list[Any]:
    """Every survey with how many answered; held words are in no count of theirs."""
    readable = Q(responses__words__state__in=[WordsState.OPEN, WordsState.RELEASED])
    return list(Survey.objects.annotate(
        answers=Count("responses", distinct=True), to_sort=Count("responses__words", filter=readable, distinct=True),
    ))  # fmt: skip


def has_words(survey: Survey) -> bool:
    """Whether a question is answered in words."""
    return survey.questions.filter(kind=QuestionKind.WORDS).exists()
