"""A small survey for tests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from goldenthread.kit.dates import PartialDate
from goldenthread.participation.actions import answering, hearing, surveys, workspace
from goldenthread.participation.choices import SurveyKind, Way
from goldenthread.participation.models import GroupMember, GroupPaper, Outreach, Response, Survey
from goldenthread.participation.question_text import read_questions
from goldenthread.participation.wording import AWARENESS
from goldenthread.partners.models import Organisation

TODAY = date(2026, 11, 26)
QUESTIONS = """\
The plan is right.
answer: agree
easy: Is it a good plan?
symbol: smile

Where do you live?
answer: North | South | Rather not say
cut: yes

How old are you?
answer: Under 18 | 18 or over
cut: yes

What should change?
answer: words
"""

SAID = {
    "said": "Nobody tells us how long the wait is.",
    "heard_from": "parents",
    "heard_on": PartialDate(2026, 3, 2),
}
ACTIVITY = {"title": "A day about waiting", "held_on": PartialDate(2026, 3, 2), "level": "engage"}


def make_survey(slug: str = "plan", questions: str = QUESTIONS, **fields: Any) -> Survey:
    """A survey that anybody can answer today."""
    given = {
        "slug": slug, "kind": SurveyKind.SURVEY, "title": "Is the plan right?", "summary": "Tell us.", "run_by": "The council",
        "asked": "Everybody", "opens_on": TODAY - timedelta(days=10), "closes_on": TODAY + timedelta(days=10), "is_shown": True,
    }  # fmt: skip
    return surveys.make_survey(
        fields=given | fields,
        questions=[]
        if fields.get("kind") == SurveyKind.FRIENDS or fields.get("ran_elsewhere")
        else read_questions(questions),
        by=None,
    )


def answer(
    survey: Survey, *chosen: int | str, on: date = TODAY, way: str = Way.ONLINE, **more: Any
) -> Response:
    """Somebody answers the questions in their order."""
    return answering.send(
        survey=survey, answers=dict(enumerate(chosen, 1)), way=way, on=on, by=more.pop("by", None), **more
    )


def wave(slug: str, yes: int, no: int, closes_on: date, words: str = AWARENESS, **fields: Any) -> Survey:
    """A survey that asked one question, has closed, and whose results are out."""
    fields |= {"opens_on": closes_on - timedelta(days=30), "closes_on": closes_on}
    survey = make_survey(slug, f"{words}\nanswer: knows", **fields)
    for place, times in ((1, yes), (2, no)):
        for _ in range(times):
            answer(survey, place, on=closes_on)
    surveys.publish_results(survey=survey, on=closes_on + timedelta(days=1), by=None)
    return survey


def outreach(**fields: Any) -> Outreach:
    """Something that will be done to hear a group."""
    given = {"about": "place", "group": "South", "will_do": "Go to the market.", "who": "Participation officer",
             "due_on": TODAY + timedelta(days=20)}  # fmt: skip
    return hearing.plan_outreach(**given | fields, on=TODAY, by=None)


def room(member: Any, name: str = "HY5! of tests") -> GroupPaper:
    """A draft in the room of a group to which somebody belongs."""
    group = Organisation.objects.get_or_create(name=name, defaults={"kind": "voluntary"})[0]
    if not GroupMember.objects.filter(group=group, user=member).exists():
        workspace.open_room(group=group, email=member.email, on=TODAY, by=None)
    return workspace.write_paper(
        group=group, title="What we think", words="Nobody asks us in time.", on=TODAY, by=member
    )
