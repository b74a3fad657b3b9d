"""An invented survey that can be answered in four languages. Nobody who speaks them from home has checked these translations."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from goldenthread.kit.languages import ENGLISH, language_of
from goldenthread.participation.actions import answering, surveys, translating
from goldenthread.participation.choices import SurveyKind, Way
from goldenthread.participation.models import Survey
from goldenthread.participation.question_text import read_questions

FOLDER = Path(__file__).with_name("translations")
TRANSLATED_BY = "whoever wrote this demonstration; not a translator, not checked"
QUESTIONS = """\
How was the holiday club?
answer: experience
easy: Was the club good or bad?
symbol: people

Was it easy to get a place?
answer: knows
easy: Could you get a place?
symbol: help

What should be better next time?
answer: words
easy: What should be better?
symbol: write
"""
ANSWERED = {ENGLISH.tag: 31, "pa": 9, "pl": 7, "ur": 2}
WRITTEN = {ENGLISH.tag: "Longer days, so that I can work.", "pl": "Więcej zajęć dla starszych dzieci."}


def invent_languages(*, on: date, by: Any) -> Survey:
    """The survey, its translations and its answers; numbers are so that one language is too small to show."""
    survey = surveys.make_survey(
        fields={
            "slug": "holiday-clubs", "kind": SurveyKind.SURVEY, "title": "Holiday clubs: how was it?",
            "summary": "Tell us how the holiday club was. It helps us to plan the next one.",
            "run_by": "City of Wolverhampton Council and its partners", "asked": "Families who used a holiday club",
            "opens_on": on - timedelta(days=12), "closes_on": on + timedelta(days=20), "is_shown": True, "is_invented": True,
        }, questions=read_questions(QUESTIONS), by=by,
    )  # fmt: skip
    for path in sorted(FOLDER.glob("*.json")):
        language = language_of(path.stem)
        translating.translate(language=language, said=json.loads(path.read_text(encoding="utf-8")),
                              translated_by=TRANSLATED_BY, on=on, today=on, by=by)  # fmt: skip
        survey = translating.offer(survey=survey, language=language, by=by)
    for tag, times in ANSWERED.items():
        for number in range(times):
            answers: dict[int, int | str] = {1: 1 + number % 3, 2: 1 + number % 2}
            if number == 0 and tag in WRITTEN:
                answers[3] = WRITTEN[tag]
            answering.send(survey=survey, answers=answers, way=Way.ONLINE, language=tag,
                           on=on - timedelta(days=1 + number % 9), by=None)  # fmt: skip
    return survey
