"""What people wrote: looked at by the safeguarding lead where rules stopped it, then sorted by two people apart."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from goldenthread.audit import log
from goldenthread.participation.choices import OPEN_TO_READERS, SORTERS, WordsState
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import Coding, Question, Theme, Words
from goldenthread.participation.screening import ANOTHER_LANGUAGE


def _locked(words: Words) -> Words:
    return Words.objects.select_for_update().get(pk=words.pk)


@transaction.atomic
def look_at(
    *, words: Words, lets_through: bool, what_was_done: str, in_english: str = "", on: date, by: Any
) -> Words:
    """The safeguarding lead has read it: it may be sorted like the others, or stays with them.

    What was written on a page in another language is let through with what it says in English, and not without.
    """
    held = _locked(words)
    if held.state != WordsState.HELD:
        raise Refused("Somebody has looked at this already.")
    if not what_was_done.strip():
        raise Refused("Enter what was done, or that nothing had to be.", "what_was_done")
    if lets_through and ANOTHER_LANGUAGE in held.stopped_by and not in_english.strip():
        raise Refused("Enter what it says in English: those who sort answers need it.", "in_english")
    held.in_english = in_english.strip()
    held.state = WordsState.RELEASED if lets_through else WordsState.KEPT
    held.looked_at_on, held.looked_at_by, held.what_was_done = on, by, what_was_done.strip()
    held.save(update_fields=["state", "looked_at_on", "looked_at_by", "what_was_done", "in_english"])
    log.record(
        "participation.words.looked_at", subject=log.subject_of(held), by=by, detail={"state": held.state}
    )
    return held


@transaction.atomic
def pass_on(*, words: Words, by: Any) -> Words:
    """Somebody who sorts answers saw what the rules did not: it goes to the safeguarding lead, out of everybody's sight."""
    held = _locked(words)
    if held.state not in OPEN_TO_READERS:
        raise Refused("This is with the safeguarding lead already.")
    held.state, held.stopped_by = WordsState.HELD, [*held.stopped_by, "a person"]
    held.looked_at_on = held.looked_at_by = None
    held.save(update_fields=["state", "stopped_by", "looked_at_on", "looked_at_by"])
    log.record("participation.words.passed_on", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def name_theme(*, question: Question, name: str, by: Any) -> Theme:
    """A heading for answers to a question."""
    name = " ".join(name.split())[:120]
    if not name:
        raise Refused("Enter a heading.", "name")
    if question.themes.filter(name__iexact=name).exists():
        raise Refused(f"There is a heading “{name}” already.", "name")
    theme = Theme.objects.create(question=question, name=name)
    log.record("participation.theme.named", subject=log.subject_of(theme), by=by)
    return theme


@transaction.atomic
def sort(*, words: Words, theme: Theme, on: date, by: Any) -> Coding:
    """One person puts an answer under a heading. Two do so, each for themselves; a third is not needed."""
    held = _locked(words)
    if held.state not in OPEN_TO_READERS:
        raise Refused("This answer is with the safeguarding lead now.")
    if theme.question_id != held.question_id:
        raise Refused("This heading belongs to another question. Choose one of this question’s.", "theme")
    if held.codings.exclude(coded_by=by).count() >= SORTERS:
        raise Refused("Two people have sorted this already.")
    try:
        with transaction.atomic():
            coding = Coding.objects.create(words=held, theme=theme, coded_by=by, coded_on=on)
    except IntegrityError:
        raise Refused("You have sorted this already.") from None
    log.record("participation.words.sorted", subject=log.subject_of(held), by=by)
    return coding
