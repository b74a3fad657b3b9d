"""A survey in other words: which wordings it has, which are translated, and what a page says in a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.dateformat import format as format_date
from django.utils.html import format_html

from goldenthread.kit.languages import ENGLISH, LANGUAGES, OTHERS, Language, language_of
from goldenthread.participation.choices import QuestionKind
from goldenthread.participation.models import Question, Survey, Translation
from goldenthread.participation.phrases import PHRASES, filled
from goldenthread.participation.wording import SCALES


@dataclass(frozen=True)
class Wording:
    """English words as they are asked, and where they stand."""

    english: str
    where: str


def wordings_of(survey: Survey) -> list[Wording]:
    """The words of a survey's own: its title, its introduction, its questions as they are asked now and their answers."""
    found = [Wording(survey.title, "Title"), Wording(survey.summary, "Introduction")]
    for place, one in enumerate(survey.questions.filter(until_edition=None), 1):
        found.append(Wording(one.words, f"Question {place}"))
        found += [Wording(option, f"An answer to question {place}") for option in one.own_options]
    return _once(found)


def page_wordings(survey: Survey | None = None) -> list[Wording]:
    """The words of the pages: the same for every survey. With a survey, only those scales that it uses."""
    kinds: Iterable[str] = SCALES
    if survey:
        kinds = set(survey.questions.filter(until_edition=None).values_list("kind", flat=True))
    found = [Wording(words, "On every survey’s pages") for words in PHRASES.values()]
    for kind, scale in SCALES.items():
        if kind in kinds:
            found += [Wording(one.words, f"An answer: {QuestionKind(kind).label.lower()}") for one in scale]
    return _once(found)


def _once(found: Iterable[Wording]) -> list[Wording]:
    return list({one.english: one for one in reversed(list(found))}.values())[::-1]


def translations(language: Language, english: Sequence[str]) -> dict[str, Translation]:
    """The newest translation of each wording, by its exact English."""
    rows = Translation.objects.filter(language=language.tag, english__in=english).order_by("pk")
    return {one.english: one for one in rows}


def missing(language: Language, wordings: Sequence[Wording]) -> list[Wording]:
    """Those of some wordings that nobody has translated."""
    known = translations(language, [one.english for one in wordings])
    return [one for one in wordings if one.english not in known]


@dataclass(frozen=True)
class Progress:
    """How far a survey is in one language: `out_of_date` where it is offered and some of its English has changed since."""

    language: Language
    translated: int
    of: int
    checked: int
    is_offered: bool

    @property
    def out_of_date(self) -> int:
        """Wordings that people read in English although they chose this language."""
        return self.of - self.translated if self.is_offered else 0


def progress(survey: Survey) -> list[Progress]:
    """Every language that could be offered. One query for all of them."""
    english = [one.english for one in [*wordings_of(survey), *page_wordings(survey)]]
    newest: dict[tuple[str, str], bool] = {}
    rows = Translation.objects.filter(english__in=english).order_by("pk")
    for tag, words, checked_on in rows.values_list("language", "english", "checked_on"):
        newest[tag, words] = checked_on is not None
    return [
        Progress(
            one, sum(tag == one.tag for tag, _ in newest), len(english),
            sum(checked for (tag, _), checked in newest.items() if tag == one.tag), one.tag in survey.languages,
        )
        for one in OTHERS
    ]  # fmt: skip


def outlived(language: Language, survey: Survey) -> list[Translation]:
    """Translations of questions that this survey asked before its words were changed."""
    before = set(survey.questions.exclude(until_edition=None).values_list("words", flat=True))
    now = {one.english for one in wordings_of(survey)}
    return list(translations(language, sorted(before - now)).values())


@dataclass(frozen=True)
class Speech:
    """What pages say in one language. What is not translated is said in English, and marked as English."""

    language: Language
    said: Mapping[str, Translation]

    @property
    def is_english(self) -> bool:
        """Whether nothing is translated at all."""
        return self.language is ENGLISH

    @property
    def is_checked(self) -> bool:
        """Whether somebody who speaks it has read every word that is said."""
        return all(one.checked_on for one in self.said.values())

    def has(self, *english: str) -> bool:
        """Whether all of these words are there in the language."""
        return self.is_english or all(one in self.said for one in english)

    def say(self, english: str, **values: Any) -> str:
        """Words in the language, with what is filled in."""
        if self.is_english:
            return filled(english, values)
        if english in self.said:
            return filled(self.said[english].said, values)
        return format_html('<span lang="en-GB" dir="ltr">{}</span>', filled(english, values))

    def plainly(self, english: str) -> str:
        """Words in the language without any mark: for a label, or a mail."""
        return self.said[english].said if english in self.said else english

    def asks(self, question: Question) -> bool:
        """Whether a question and all of its answers are there in the language: it is asked in one language, not in two."""
        return self.has(question.words, *(one.words for one in question.options))

    def day(self, day: date | None) -> str:
        """A day: the month in the language where Django knows its name, in English otherwise."""
        if day is None:
            return ""
        with translation.override(self.language.tag.lower()):
            return format_date(day, "j E Y")

    def phrases(self, **values: Any) -> dict[str, str]:
        """What the pages say beside the survey's own words."""
        return {name: self.say(words, **values) for name, words in PHRASES.items()}


def speech_of(survey: Survey, tag: str) -> Speech:
    """A survey's words in a language that it is offered in; in English otherwise, which asks the database nothing."""
    if tag not in survey.languages or tag not in LANGUAGES:
        return Speech(ENGLISH, {})
    language = language_of(tag)
    words = [one.english for one in [*wordings_of(survey), *page_wordings(survey)]]
    return Speech(language, translations(language, words))


def offered(survey: Survey) -> list[Language]:
    """The languages that whoever answers can choose from, English first; none where there is no choice."""
    others = [one for one in OTHERS if one.tag in survey.languages]
    return [ENGLISH, *others] if others else []


def shown_numbers(counts: Mapping[str, int | None]) -> str:
    """Numbers by language in a sentence.

    >>> shown_numbers({"en-GB": 120, "pl": 12, "ur": None})
    'English 120, Polish 12, Urdu too few to show'
    """
    told = {language_of(tag).name: number for tag, number in counts.items()}
    return ", ".join(f"{name} {'too few to show' if n is None else f'{n:,}'}" for name, n in told.items())
