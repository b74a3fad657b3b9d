"""Whom we hear from, beside whom we should hear: each survey by itself, small numbers hidden as in its results.

Surveys are never added up. A family may answer two of them, and the sum of a shown and a hidden number gives the hidden one back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from goldenthread.kit.chance import Z95, limits
from goldenthread.kit.small_numbers import SMALLEST_SHOWN
from goldenthread.participation.choices import About
from goldenthread.participation.models import Outreach, People, PublishedResults, Question, Survey
from goldenthread.participation.queries.results import hidden_in, languages_of
from goldenthread.participation.queries.translating import shown_numbers

LOOKED_BACK = timedelta(days=365)
_CHOSEN = """
SELECT q.id, r.choices[q.number], count(*)
FROM participation_question q JOIN participation_response r ON r.survey_id = q.survey_id
WHERE q.id = ANY(%s) AND r.choices[q.number] > 0
GROUP BY 1, 2
"""
Counts = Mapping[int, tuple[int, list[int | None]]]
"""By the id of a question, how many answered it and how many chose each of its list. One that too few answered is not there."""


@dataclass(frozen=True)
class Group:
    """One group: how many there are, how many we heard, and how many we would hear if all answered alike."""

    name: str
    there_are: int | None
    is_asked: bool
    heard: int | None
    expected: float | None
    before: tuple[int, int] | None
    reading: str
    outreach: list[Outreach]

    @property
    def is_under_heard(self) -> bool:
        """Whether we hear less from it than chance explains, or could not even choose it."""
        return self.reading in (LESS, NOT_ASKED)


LESS, MORE, ALIKE = "Heard less than we should", "Heard more than its part", "Heard about as expected"
TOO_FEW, NOT_ASKED, NO_NUMBER = (
    "Too few to show",
    "The survey gave no such answer",
    "No number to set it beside",
)


@dataclass(frozen=True)
class Heard:
    """What one survey tells about whoever answered, beside the people whom somebody has counted."""

    about: About
    question: Question | None
    people: People | None
    base: int | None
    told: int | None
    there_are: int
    before: Question | None
    groups: list[Group]

    @property
    def under_heard(self) -> list[Group]:
        """The groups from which we hear too little."""
        return [one for one in self.groups if one.is_under_heard]

    @property
    def unpromised(self) -> list[Group]:
        """Those of them for which nobody has said what will be done."""
        return [one for one in self.under_heard if not any(row.done_on is None for row in one.outreach)]


def heard(day: date, *, is_public: bool) -> list[Heard]:
    """For each thing that surveys ask about whoever answers: the last year's newest survey that can show a number, and the
    one before it.

    The public reads only what the results of a survey have published already.
    """
    asked = Question.objects.exclude(about="").filter(
        survey__is_shown=True, survey__opens_on__gt=day - LOOKED_BACK, survey__opens_on__lte=day
    ).select_related("survey").order_by("-survey__opens_on", "-survey_id", "-number")  # fmt: skip
    questions = list(asked)
    counts = _published(questions, day) if is_public else _live(questions)
    people: dict[str, People] = {}
    for row in People.objects.filter(as_at__lte=day):
        people.setdefault(row.about, row)
    plans: dict[str, list[Outreach]] = {}
    for plan in Outreach.objects.all():
        plans.setdefault(plan.about, []).append(plan)
    return [
        _heard(
            about, [q for q in questions if q.about == about], counts, people.get(about), plans.get(about, [])
        )
        for about in About
    ]


@dataclass(frozen=True)
class Spoken:
    """In which languages a survey was answered, in a sentence."""

    survey: Survey
    numbers: str


def spoken(day: date, *, is_public: bool) -> Spoken | None:
    """The last year’s newest survey that could be answered in several languages and has numbers to show."""
    rows = Survey.objects.filter(
        is_shown=True, ran_elsewhere=False, opens_on__gt=day - LOOKED_BACK, opens_on__lte=day
    ).exclude(languages=[])
    for survey in rows.order_by("-opens_on", "-pk"):
        latest = survey.published.filter(published_on__lte=day).first() if is_public else None
        counts = (
            (latest.content.get("languages", {}) if latest else {}) if is_public else languages_of(survey)
        )
        if counts:
            return Spoken(survey, shown_numbers(counts))
    return None


def _live(questions: list[Question]) -> Counts:
    found: dict[int, dict[int, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_CHOSEN, [[one.pk for one in questions]])
        for question, choice, times in cursor:
            found.setdefault(question, {})[choice] = times
    counts = {}
    for one in questions:
        chosen = [found.get(one.pk, {}).get(place, 0) for place in range(1, len(one.options) + 1)]
        if sum(chosen) >= SMALLEST_SHOWN:
            counts[one.pk] = (sum(chosen), hidden_in(chosen))
    return counts


def _published(questions: list[Question], day: date) -> Counts:
    latest = PublishedResults.objects.filter(
        survey__in={one.survey_id for one in questions}, published_on__lte=day
    )
    contents = {
        row.survey_id: {one["number"]: one for one in row.content["questions"]}
        for row in latest.order_by("survey_id", "-published_on", "-pk").distinct("survey_id")
    }
    found = {}
    for one in questions:
        told = contents.get(one.survey_id, {}).get(one.number)
        if told and told["base"]:
            found[one.pk] = (told["base"], told["counts"])
    return found


def _heard(
    about: About, questions: list[Question], counts: Counts, people: People | None, plans: list[Outreach]
) -> Heard:
    counted = [one for one in questions if one.pk in counts]
    telling = [one for one in counted if any(number is not None for number in counts[one.pk][1])]
    question = next(iter(telling or counted or questions), None)
    before = next((one for one in telling[1:] if question and one.survey_id != question.survey_id), None)
    if question is None or question.pk not in counts:
        return Heard(about, question, people, None, None, 0, None, _unheard(people, plans))
    base, by_name = counts[question.pk][0], _by_name(question, counts)
    there = {_key(name): number for name, number in people.groups} if people else {}
    apart = [number or 0 for name, number in by_name.items() if there and name not in there]
    hidden = base - sum(number or 0 for number in by_name.values())
    told = base - sum(apart)
    names = [option.words for option in question.options]
    names += [name for name, _ in people.groups if _key(name) not in by_name] if people else []
    groups = [
        _group(name, there, by_name, hidden, told, _before(before, name, counts), plans) for name in names
    ]
    return Heard(about, question, people, base, told, sum(there.values()), before, groups)


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _by_name(question: Question, counts: Counts) -> dict[str, int | None]:
    numbers = counts[question.pk][1]
    return {_key(option.words): number for option, number in zip(question.options, numbers, strict=True)}


def _before(before: Question | None, name: str, counts: Counts) -> tuple[int, int] | None:
    number = _by_name(before, counts).get(_key(name)) if before else None
    return (number, counts[before.pk][0]) if before and number is not None else None


def _group(
    name: str,
    there: Mapping[str, int],
    by_name: Mapping[str, int | None],
    hidden: int,
    told: int,
    before: tuple[int, int] | None,
    plans: Iterable[Outreach],
) -> Group:
    key = _key(name)
    there_are, number = there.get(key), by_name.get(key)
    everybody = sum(there.values())
    share = there_are / everybody if there_are is not None and everybody else None
    expected = share * told if share is not None and key in by_name else None
    reading = NOT_ASKED if key not in by_name else _reading(number, hidden, told, share)
    mine = [one for one in plans if _key(one.group) == key]
    return Group(name, there_are, key in by_name, number, expected, before, reading, mine)


def _reading(number: int | None, hidden: int, told: int, share: float | None) -> str:
    """What the number says beside the part that a group has of all people. A hidden number is at most all that is hidden."""
    if share is None or not told:
        return NO_NUMBER if number is not None else TOO_FEW
    low, high = limits(100 * share, told, Z95)
    heard = 100 * (hidden if number is None else number) / told
    if heard < low:
        return LESS
    if number is None:
        return TOO_FEW
    return MORE if heard > high else ALIKE


def _unheard(people: People | None, plans: list[Outreach]) -> list[Group]:
    """The groups that somebody has counted, where no survey says anything of them."""
    return [
        Group(
            name,
            number,
            False,
            None,
            None,
            None,
            NOT_ASKED,
            [one for one in plans if _key(one.group) == _key(name)],
        )
        for name, number in (people.groups if people else [])
    ]
