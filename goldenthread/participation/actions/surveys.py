"""Surveys: written, opened, their questions changed from one edition to the next, and their results published."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.participation.choices import QuestionKind, SurveyKind
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import PublishedResults, Question, RecordedResult, Survey
from goldenthread.participation.queries.results import compile_results
from goldenthread.participation.question_text import Asked
from goldenthread.participation.wording import FRIENDS_AND_FAMILY, FRIENDS_AND_FAMILY_WHY

FRIENDS_QUESTIONS = [
    Asked(FRIENDS_AND_FAMILY, QuestionKind.EXPERIENCE, (), "Was our service good or bad?", "health"),
    Asked(FRIENDS_AND_FAMILY_WHY, QuestionKind.WORDS, (), "Can you tell us why?", "talk"),
]
"""The Friends and Family Test is the same everywhere, so it is not written but taken."""


def _locked(survey: Survey) -> Survey:
    return Survey.objects.select_for_update().get(pk=survey.pk)


@transaction.atomic
def make_survey(*, fields: dict[str, Any], questions: list[Asked], by: Any) -> Survey:
    """A survey that nobody sees yet. The Friends and Family Test brings its own questions."""
    if Survey.objects.filter(slug=fields["slug"]).exists():
        raise Refused("Another survey has this address. Choose another.", "slug")
    survey = Survey.objects.create(**fields)
    asked = FRIENDS_QUESTIONS if survey.kind == SurveyKind.FRIENDS else questions
    if not asked and not survey.ran_elsewhere:
        raise Refused("Enter at least one question.", "questions")
    _add(survey, asked, 1)
    log.record("participation.survey.made", subject=log.subject_of(survey), by=by)
    return survey


def _add(survey: Survey, asked: list[Asked], first_number: int) -> None:
    orders = {one.words: order for order, one in enumerate(asked, 1)}
    Question.objects.bulk_create(
        Question(
            survey=survey, number=number, order=orders[one.words], kind=one.kind, words=one.words, easy_words=one.easy_words,
            symbol=one.symbol, own_options=list(one.own_options), is_about_you=one.is_about_you, about=one.about,
            from_edition=survey.edition,
        )
        for number, one in enumerate(asked, first_number)
    )  # fmt: skip


def as_asked(question: Question) -> Asked:
    """A question as it would be written."""
    return Asked(
        question.words, question.kind, tuple(question.own_options), question.easy_words, question.symbol,
        question.is_about_you, question.about,
    )  # fmt: skip


@transaction.atomic
def revise(*, survey: Survey, questions: list[Asked], by: Any) -> Survey:
    """Other questions from now on. One whose words changed is another question; one that did not goes on."""
    held = _locked(survey)
    if held.kind == SurveyKind.FRIENDS:
        raise Refused(
            "The words of the Friends and Family Test are the same everywhere and cannot be changed.",
            "questions",
        )
    current = {as_asked(one): one for one in held.questions.filter(until_edition=None)}
    fresh = [one for one in questions if one not in current]
    gone = [row for asked, row in current.items() if asked not in questions]
    if not fresh and not gone:
        raise Refused("The questions are as they were.", "questions")
    if held.responses.exists():
        held.edition += 1
        held.save(update_fields=["edition"])
        Question.objects.filter(pk__in=[row.pk for row in gone]).update(until_edition=held.edition - 1)
    else:
        Question.objects.filter(pk__in=[row.pk for row in gone]).delete()
    last = held.questions.order_by("-number").values_list("number", flat=True).first() or 0
    _add(held, fresh, last + 1)
    for order, one in enumerate(questions, 1):
        held.questions.filter(until_edition=None, words=one.words).update(order=order)
    log.record(
        "participation.survey.revised", subject=log.subject_of(held), by=by, detail={"edition": held.edition}
    )
    return held


@transaction.atomic
def show(*, survey: Survey, by: Any) -> Survey:
    """Everybody can see it, and answer from its first day on."""
    held = _locked(survey)
    held.is_shown = True
    held.save(update_fields=["is_shown"])
    log.record("participation.survey.shown", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def close(*, survey: Survey, on: date, by: Any) -> Survey:
    """The day given is the last on which it can be answered."""
    held = _locked(survey)
    if on < held.opens_on:
        raise Refused("It cannot close before it opens.", "closes_on")
    held.closes_on = on
    held.save(update_fields=["closes_on"])
    log.record("participation.survey.closed", subject=log.subject_of(held), by=by, detail={"on": on})
    return held


@transaction.atomic
def tell_what_came_of_it(*, survey: Survey, words: str, by: Any) -> Survey:
    """What was decided because of the answers, for everybody to read."""
    held = _locked(survey)
    held.came_of_it = words.strip()
    held.save(update_fields=["came_of_it"])
    log.record("participation.survey.came_of_it", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def publish_results(*, survey: Survey, on: date, by: Any) -> PublishedResults:
    """The results as they are now, small numbers hidden, frozen. A consultation must have closed first."""
    held = _locked(survey)
    if held.kind != SurveyKind.FRIENDS and not held.has_closed_by(on):
        raise Refused("Results are published when it has closed, so that nobody is led by them.")
    content = compile_results(held, on)
    written = json.dumps(content, sort_keys=True, ensure_ascii=False)
    row = PublishedResults.objects.create(
        survey=held, content=content, content_hash=hashlib.sha256(written.encode()).hexdigest(), published_on=on, published_by=by,
    )  # fmt: skip
    log.record(
        "participation.results.published",
        subject=log.subject_of(row),
        by=by,
        detail={"sha256": row.content_hash},
    )
    return row


@transaction.atomic
def record_result(
    *, survey: Survey, words: str, value: str, numerator: int | None = None, base: int | None = None,
    base_missing: str = "", sources: list[str] | None = None, by: Any,
) -> RecordedResult:  # fmt: skip
    """A result that somebody else counted, as its source says it. A share without a base must say why it has none."""
    if not survey.ran_elsewhere:
        raise Refused("This survey counts its own answers. Results are not typed in.", "value")
    if not base and not base_missing.strip():
        raise Refused(f"{value} of how many? Enter the base, or why it is not known.", "base")
    if base and numerator is not None and numerator > base:
        raise Refused(f"{numerator} is more than the {base} who answered. Check both.", "numerator")
    row = RecordedResult.objects.create(
        survey=survey, words=words, value=value, numerator=numerator, base=base, base_missing=base_missing.strip(),
        sources=sources or [],
    )  # fmt: skip
    log.record("participation.result.recorded", subject=log.subject_of(row), by=by)
    return row
