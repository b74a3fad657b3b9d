"""Words of a survey in other languages: entered, checked, and offered to those who answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.languages import OTHERS, Language
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import Survey, Translation
from goldenthread.participation.phrases import gaps_of
from goldenthread.participation.queries.translating import missing, page_wordings, translations, wordings_of


@transaction.atomic
def translate(
    *, language: Language, said: dict[str, str], translated_by: str, on: date, today: date, by: Any
) -> int:
    """Keep translations by their exact English; gives how many are new. One that was there stays on record under it.

    Refuses words that leave out what a page fills in, and a translation by nobody or of a day to come.
    """
    if on > today:
        raise Refused("Enter the day on which it was translated: it cannot be still to come.", "on")
    if not translated_by.strip():
        raise Refused("Enter who translated it: a role or a firm.", "translated_by")
    known = translations(language, list(said))
    fresh = {
        english: words.strip()
        for english, words in said.items()
        if words.strip() and (english not in known or known[english].said != words.strip())
    }
    for english, words in fresh.items():
        if lost := gaps_of(english) ^ gaps_of(words):
            raise Refused(
                f"“{words[:60]}” must have the same {', '.join(sorted(lost))} as the English, and no other: "
                "the page fills it in."
            )
    made = Translation.objects.bulk_create(
        Translation(language=language.tag, english=english, said=words, translated_by=translated_by.strip(), translated_on=on,
                    entered_by=log.person(by))
        for english, words in fresh.items()
    )  # fmt: skip
    if made:
        log.record(
            "participation.translation.entered", subject=f"participation.translation:{language.tag}", by=by,
            detail={"number": len(made)},
        )  # fmt: skip
    return len(made)


@transaction.atomic
def check(*, language: Language, english: list[str], checked_by: str, on: date, today: date, by: Any) -> int:
    """Somebody who speaks the language from home has read these words as they stand now; gives how many had not been."""
    if on > today:
        raise Refused("Enter the day on which it was checked: it cannot be still to come.", "on")
    if not checked_by.strip():
        raise Refused("Enter who checked it: a role or a group.", "checked_by")
    rows = [one for one in translations(language, english).values() if one.checked_on is None]
    if not rows:
        raise Refused("Every translation here has been checked already.")
    Translation.objects.filter(pk__in=[one.pk for one in rows], checked_on=None).update(
        checked_by=checked_by.strip(), checked_on=on
    )
    log.record(
        "participation.translation.checked", subject=f"participation.translation:{language.tag}", by=by,
        detail={"number": len(rows)},
    )  # fmt: skip
    return len(rows)


@transaction.atomic
def offer(*, survey: Survey, language: Language, by: Any) -> Survey:
    """People can choose the language from now on. Refuses while a word of the survey or of its pages is not translated."""
    held = Survey.objects.select_for_update().get(pk=survey.pk)
    if language not in OTHERS:
        raise Refused("Choose a language from the list.")
    lacking = missing(language, [*wordings_of(held), *page_wordings(held)])
    if lacking:
        raise Refused(
            f"{len(lacking)} wordings are not translated into {language.name} yet, among them “{lacking[0].english[:60]}”."
        )
    if language.tag not in held.languages:
        held.languages = [*held.languages, language.tag]
        held.save(update_fields=["languages"])
        log.record("participation.survey.language_offered", subject=log.subject_of(held), by=by,
                   detail={"language": language.tag})  # fmt: skip
    return held


@transaction.atomic
def withdraw(*, survey: Survey, language: Language, by: Any) -> Survey:
    """People cannot choose the language any more. What was translated stays."""
    held = Survey.objects.select_for_update().get(pk=survey.pk)
    if language.tag in held.languages:
        held.languages = [one for one in held.languages if one != language.tag]
        held.save(update_fields=["languages"])
        log.record("participation.survey.language_withdrawn", subject=log.subject_of(held), by=by,
                   detail={"language": language.tag})  # fmt: skip
    return held
