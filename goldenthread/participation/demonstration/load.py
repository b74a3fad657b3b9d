"""The worked example: what is publicly known of consultations here, and an invented survey and feedback, marked as such."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.kit.dates import PartialDate
from goldenthread.participation.actions import answering, ledger, sorting, surveys, workspace
from goldenthread.participation.choices import Level, Outcome, SurveyKind, Way, Worked
from goldenthread.participation.demonstration.hearing import invent_hearing
from goldenthread.participation.demonstration.languages import invent_languages
from goldenthread.participation.demonstration.wording import ENDINGS, LIKELY, QUESTIONS, STOPPED, WISHES
from goldenthread.participation.models import Activity, Question, Survey, Words
from goldenthread.participation.question_text import read_questions
from goldenthread.partners.models import Organisation

SEED = 20231018
STRATEGY = "strategy-2024-to-2027"
NEWS = "https://www.wolverhampton.gov.uk/news/new-send-strategy-set-be-approved-councillors"
LETTER = "Key findings of the monitoring visit of November 2023, Wolverhampton Information Network"


@transaction.atomic
def load(*, on: date, sorters: tuple[Any, ...] = (), by: Any = None) -> int:
    """Everything; a second time adds nothing. Gives the number of surveys added."""
    if Survey.objects.filter(slug=STRATEGY).exists():
        return 0
    chance = random.Random(SEED)  # noqa: S311 (the same answers everywhere)
    _record_strategy(by)
    _record_ledger(on, by)
    before = _invent_survey(on, chance, by, "what-families-said-before", "What families say about support: the wave before",
                            on - timedelta(days=300), on - timedelta(days=250), 110, {"knows": (25, 55, 20)})  # fmt: skip
    surveys.publish_results(survey=before, on=on - timedelta(days=240), by=by)
    closed = _invent_survey(on, chance, by, "what-families-say", "What families say about support", on - timedelta(days=90),
                            on - timedelta(days=30), 140)  # fmt: skip
    _sort_wishes(closed, on, sorters, by)
    surveys.publish_results(survey=closed, on=on, by=by)
    _invent_survey(on, chance, by, "short-breaks", "Short breaks: what should we offer next year?", on - timedelta(days=10),
                   on + timedelta(days=35), 9)  # fmt: skip
    _invent_friends(on, chance, by)
    invent_hearing(on=on, by=by)
    invent_languages(on=on, by=by)
    _invent_room(on)
    return Survey.objects.count()


def _record_strategy(by: Any) -> None:
    """The consultation on the strategy of 2024 to 2027: how many answered is not known, and the page says so."""
    survey = surveys.make_survey(
        fields={
            "slug": STRATEGY, "kind": SurveyKind.CONSULTATION, "title": "The SEND and Inclusion Strategy 2024 to 2027",
            "summary": "The council and its partners asked what people thought of the draft strategy and its five priorities.",
            "run_by": "SEND and Inclusion Partnership Board", "opens_on": date(2023, 10, 18), "is_shown": True,
            "asked": "Not known: the sources speak of stakeholders and of respondents", "ran_elsewhere": True,
            "responses_unknown_because": "No public page that could be read gives the number, nor the last day.",
            "came_of_it": "The Cabinet was asked on 20 March 2024 to approve the strategy with its five priorities. The board "
            "said that it would review it every year.", "sources": [NEWS, LETTER],
        }, questions=[], by=by,
    )  # fmt: skip
    surveys.record_result(
        survey=survey, words="agreed or strongly agreed with the priorities", value="more than 85%", sources=[NEWS],
        base_missing="of an unknown number: the source gives no base, so the share cannot be checked or compared", by=by,
    )  # fmt: skip


def _group(name: str) -> list[Organisation]:
    return list(Organisation.objects.filter(name=name))


def _record_ledger(on: date, by: Any) -> None:
    ledger.record_activity(
        fields={
            "title": "HY5! trains the partnership board: Inspiring Change", "held_on": PartialDate(2023, 7, 18),
            "level": Level.ENGAGE, "voice": "Young people made the training and gave it themselves.",
            "audience": "SEND and Inclusion Partnership Board", "heard_on": PartialDate(2023, 7, 18), "sources": [LETTER],
            "certainty": "The level is our reading. What changed because of it is not told in the source.",
        }, groups=_group("HY5!"), by=by,
    )  # fmt: skip
    consulted = ledger.record_activity(
        fields={
            "title": "Consultation on the draft SEND and Inclusion Strategy", "held_on": PartialDate(2023, 10),
            "level": Level.CONSULT, "survey": Survey.objects.get(slug=STRATEGY), "sources": [NEWS],
            "audience": "Cabinet of the City of Wolverhampton Council", "heard_on": PartialDate(2024, 3, 20),
            "certainty": "The strategy was to be put to the Cabinet on that day. Sources do not say what the answers changed.",
        }, by=by,
    )  # fmt: skip
    _invent_said(on, consulted, by)


def _invent_said(on: date, activity: Activity, by: Any) -> None:
    told = [
        ("Nobody tells us how long the wait is.", "parents at a coffee morning", 300, Outcome.DID,
         "Each service’s wait is published every month.", ""),
        ("The form is too long and in hard words.", "a young people’s group", 120, Outcome.WILL,
         "We will write it again with young people by next term.", ""),
        ("We want a key worker for every family.", "a survey of families", 200, Outcome.COULD_NOT,
         "We could not give every family a key worker.", "There is money for 12 workers and 2,000 families would need one. "
         "Families with the hardest moves get one first."),
        ("There is nothing on at weekends.", "parents at a drop-in", 20, "", "", ""),
    ]  # fmt: skip
    for words, who, days, outcome, done, because in told:
        heard = on - timedelta(days=days)
        said = ledger.record_said(fields={"said": words, "heard_from": who, "heard_on": PartialDate.of(heard),
                                          "is_invented": True}, by=by)  # fmt: skip
        if outcome:
            said = ledger.answer(
                said=said, outcome=outcome, answer=done, because=because, on=heard + timedelta(days=40), by=by
            )
        if outcome == Outcome.DID:
            ledger.ask_again(said=said, worked=Worked.PARTLY, words="We see the waits now, but not what to do meanwhile.",
                             asked_again_on=PartialDate.of(on - timedelta(days=15)), by=by)  # fmt: skip


def _fields(slug: str, title: str, kind: str, opens_on: date, closes_on: date | None) -> dict[str, Any]:
    return {
        "slug": slug, "kind": kind, "title": title,
        "summary": "Tell us how it is for you, so that we can mend what does not work.",
        "easy_summary": "We want to know what you think.\nYou can say yes, no, or I don’t know.\n"
        "You do not have to give your name.",
        "run_by": "City of Wolverhampton Council and its partners", "asked": "Families of children with SEND in the area",
        "opens_on": opens_on, "closes_on": closes_on, "is_shown": True, "is_invented": True,
    }  # fmt: skip


def _invent_survey(
    on: date,
    chance: random.Random,
    by: Any,
    slug: str,
    title: str,
    opens_on: date,
    closes_on: date,
    size: int,
    likely: dict[str, tuple[int, ...]] | None = None,
) -> Survey:
    fields = _fields(slug, title, SurveyKind.SURVEY, opens_on, closes_on) | {
        "asked_number": 2000 if size > 100 else None
    }
    survey = surveys.make_survey(fields=fields, questions=read_questions(QUESTIONS), by=by)
    asked = list(survey.questions.all())
    wishes = [f"{wish}{more}" for more in ENDINGS for group in WISHES.values() for wish in group]
    for number in range(size):
        answers = {one.number: _pick(one, chance, LIKELY | (likely or {})) for one in asked if one.options}
        if number % 5 == 0:
            answers[asked[5].number] = STOPPED if number == 25 else wishes[number // 5 % len(wishes)]
        answering.send(survey=survey, answers=answers, way=Way.EASY if number % 9 == 0 else Way.ONLINE,
                       on=opens_on + timedelta(days=number % 9), by=None)  # fmt: skip
    return survey


def _pick(question: Question, chance: random.Random, likely: dict[str, tuple[int, ...]]) -> int | str:
    places = range(1, len(question.options) + 1)
    return chance.choices(places, likely.get(question.about) or likely[question.kind])[0]


def _sort_wishes(survey: Survey, on: date, sorters: tuple[Any, ...], by: Any) -> None:
    """Two people put each wish under a heading; now and then they differ."""
    question = survey.questions.get(kind="words")
    themes = {name: sorting.name_theme(question=question, name=name, by=by) for name in WISHES}
    names = list(themes)
    for number, words in enumerate(Words.objects.filter(question=question, state="open")):
        name = next(one for one, wishes in WISHES.items() if words.text.startswith(tuple(wishes)))
        for place, sorter in enumerate(sorters):
            differs = place == 1 and number % 6 == 0
            theme = themes[names[(names.index(name) + 1) % len(names)] if differs else name]
            sorting.sort(words=words, theme=theme, on=on, by=sorter)


def _invent_room(on: date) -> None:
    """The room of an invented group, with a draft and a paper that it shared."""
    member = User.objects.filter(is_demonstration=True, holdings__role="group-member").first()
    if member is None:
        return
    group, _ = Organisation.objects.get_or_create(
        name="Lantern Parents (invented)", defaults={"kind": "parent-carer-forum"}
    )
    workspace.open_room(group=group, email=member.email, on=on, by=None)
    told = {"group": group, "on": on, "by": member}
    draft = "What do we want to ask? Write below.\n\n- Waits\n- Weekends"
    workspace.write_paper(title="Before the autumn meeting", words=draft, **told)
    words = "Letters come late and in hard words. Nobody could say who their caseworker was. We ask for one name on each letter."
    shared = workspace.write_paper(title="What 12 parents told us about letters", words=words, **told)
    workspace.share_paper(paper=shared, on=on, by=member)


def _invent_friends(on: date, chance: random.Random, by: Any) -> None:
    first = (on.replace(day=1) - timedelta(days=150)).replace(day=1)
    fields = _fields(
        "friends-and-family-therapies",
        "Friends and Family Test: children’s therapies",
        SurveyKind.FRIENDS,
        first,
        None,
    )
    survey = surveys.make_survey(
        fields=fields | {"asked": "Whoever has used the service", "easy_summary": ""}, questions=[], by=by
    )
    scale = survey.questions.get(kind="experience")
    for number in range(150):
        answering.send(survey=survey, answers={scale.number: _pick(scale, chance, LIKELY)}, way=Way.ONLINE,
                       on=first + timedelta(days=number), by=None)  # fmt: skip
    surveys.publish_results(survey=survey, on=on, by=by)
