"""Answers come in: online, in easy read, or from paper that staff type in; put aside with a code and taken up again."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.languages import ENGLISH
from goldenthread.participation.choices import QuestionKind, Way, WordsState
from goldenthread.participation.codes import hash_of, new_code
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import Draft, Question, Response, Survey, Words
from goldenthread.participation.screening import ANOTHER_LANGUAGE, stopped_by

Answers = dict[int, int | str]
"""What was answered by the number of the question: the place in its list, or the words."""
DRAFT_DAYS = 30
LONG_ENOUGH_TO_BE_ONES_OWN = 40
"""Characters: two people may both write "More buses", but hardly the same long sentence."""


@transaction.atomic
def send(
    *, survey: Survey, answers: Answers, way: str, on: date, came_from_same_device: bool = False, paper_number: str = "",
    code: str = "", language: str = ENGLISH.tag, by: Any,
) -> Response:  # fmt: skip
    """One person's answers, kept whole. What was put aside under `code` goes. Only paper keeps who typed it."""
    held = Survey.objects.select_for_update().get(pk=survey.pk)
    _check_open(held, on, way)
    asked = {one.number: one for one in held.questions.filter(until_edition=None)}
    given = {
        number: answer for number, answer in answers.items() if number in asked and answer not in ("", 0)
    }
    if not given:
        raise Refused("Nothing has been answered yet. Answer at least one question, then send.")
    if paper_number and held.responses.filter(paper_number=paper_number).exists():
        raise Refused(f"Paper {paper_number} has been entered already. Check its number.", "paper_number")
    texts = {number: str(text) for number, text in given.items() if asked[number].kind == QuestionKind.WORDS}
    hashes = {number: _hash(text) for number, text in texts.items()}
    response = Response.objects.create(
        survey=held, edition=held.edition, choices=_choices(asked, given), way=way, sent_on=on, paper_number=paper_number,
        entered_by=by if way == Way.PAPER else None, came_from_same_device=came_from_same_device,
        has_words_of_another=_are_anothers(held, hashes, texts),
        language=language if language in held.languages else ENGLISH.tag,
    )  # fmt: skip
    for number, text in texts.items():
        _keep_words(response, asked[number], text, hashes[number])
    if code:
        Draft.objects.filter(survey=held, code_hash=hash_of(code)).delete()
    log.record("participation.answer.sent", subject=log.subject_of(held), by=by if way == Way.PAPER else None,
               detail={"way": way})  # fmt: skip
    return response


def _check_open(survey: Survey, on: date, way: str) -> None:
    if way == Way.PAPER and survey.is_shown and not survey.ran_elsewhere and survey.opens_on <= on:
        return  # paper that was filled in before the last day is typed in after it
    if not survey.is_open_on(on):
        raise Refused("This closed before your answers arrived, so they were not counted.")


def _choices(asked: dict[int, Question], given: Answers) -> list[int | None]:
    found: list[int | None] = [None] * max(asked)
    for number, answer in given.items():
        question = asked[number]
        if question.kind == QuestionKind.WORDS:
            continue
        if not isinstance(answer, int) or not 1 <= answer <= len(question.options):
            raise Refused(f"“{question.words}” has no such answer. Choose one from its list.")
        found[number - 1] = answer
    return found


def _hash(text: str) -> str:
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()


def _are_anothers(survey: Survey, hashes: dict[int, str], texts: dict[int, str]) -> bool:
    long = [hashes[number] for number, text in texts.items() if len(text) >= LONG_ENOUGH_TO_BE_ONES_OWN]
    return bool(long) and Words.objects.filter(response__survey=survey, text_hash__in=long).exists()


def _keep_words(response: Response, question: Question, text: str, text_hash: str) -> None:
    stopped = stopped_by(text)
    if response.language != ENGLISH.tag:
        stopped = [*stopped, ANOTHER_LANGUAGE]
    Words.objects.create(
        response=response, question=question, text=text.strip(), text_hash=text_hash, stopped_by=stopped,
        state=WordsState.HELD if stopped else WordsState.OPEN,
    )  # fmt: skip


@transaction.atomic
def put_aside(
    *,
    survey: Survey,
    answers: Answers,
    is_easy: bool,
    on: date,
    code: str = "",
    language: str = ENGLISH.tag,
    by: Any,
) -> str:
    """The code under which the answers wait for some weeks: the same if they had one. It is shown once and not kept."""
    if not survey.is_open_on(on):
        raise Refused("This has closed, so answers cannot be put aside any more.")
    known = (
        Draft.objects.select_for_update().filter(survey=survey, code_hash=hash_of(code)).first()
        if code
        else None
    )
    code = code if known else new_code()
    draft = known or Draft(survey=survey, code_hash=hash_of(code))
    draft.edition, draft.answers, draft.is_easy = (
        survey.edition,
        {str(n): one for n, one in answers.items()},
        is_easy,
    )
    draft.language = language
    draft.ends_on = on + timedelta(days=DRAFT_DAYS)
    draft.save()
    log.record("participation.draft.put_aside", subject=log.subject_of(survey), by=None)
    return code


@transaction.atomic
def forget_old_drafts(*, on: date, by: Any) -> int:
    """How many answers that nobody came back to are gone: theirs, so nobody else reads them."""
    number, _ = Draft.objects.filter(ends_on__lt=on).delete()
    log.record(
        "participation.drafts.forgotten", subject="participation.draft:all", by=by, detail={"number": number}
    )
    return number
