"""A case as its page tells it: the clocks that run, and the thread of what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from goldenthread.casework.models import Case, Event
from goldenthread.casework.process.course import Course, Done, Open, follow
from goldenthread.casework.process.duties import explain, reminder_day
from goldenthread.casework.process.kinds import KINDS, Kind
from goldenthread.casework.queries.files import happenings, in_order
from goldenthread.kit.clock import Clock
from goldenthread.kit.dates import in_words


@dataclass(frozen=True)
class Told:
    """One event on the page: its kind, its facts in words, and the event itself with what it corrected."""

    event: Event
    kind: Kind
    facts: list[tuple[str, str]]
    corrected: Event | None


@dataclass(frozen=True)
class CaseStory:
    """Everything that a case's page needs, as known on a day."""

    course: Course
    clocks: list[Clock]
    undated: list[Open]
    done: list[Done]
    told: list[Told]
    last: int


AIM_WHY = "Some count the day of receipt as the first day."


def story_of(case: Case, day: date, *, today: date, is_for_staff: bool = False) -> CaseStory:
    """A case as it was known at the end of `day`. Three queries, however long the file.

    Staff are told an earlier day to aim for where sources count otherwise, if the council wishes (`LAW_REMINDERS`).
    """
    known = case.events.as_known_on(day).select_related("supersedes", "recorded_by", "answers")
    events = in_order(list(known))
    course = follow(happenings(events))
    dated = sorted((one for one in course.open.values() if one.due_on), key=lambda one: one.due_on or day)
    return CaseStory(
        course=course,
        clocks=[
            clock_of(one, min(day, today), is_careful=is_for_staff and settings.LAW_REMINDERS == "careful")
            for one in dated
        ],
        undated=[one for one in course.open.values() if one.due_on is None],
        done=sorted(course.done, key=lambda one: (one.done_on, one.duty)),
        told=[_told(event) for event in reversed(events)],
        last=max((event.pk for event in events), default=0),
    )


def clock_of(one: Open | Done, today: date, *, is_careful: bool = False) -> Clock:
    """A running or finished duty as people read it; with `is_careful`, with the earlier day to aim for."""
    assert one.due_on is not None
    why = explain(one.duty, one.started_on, one.due_on)
    aim = reminder_day(one.duty, one.started_on, one.due_on) if is_careful else None
    return Clock(
        what=one.duty.words, due=one.due_on, today=today, who=why.who, why=why.sentence, citation=why.citation,
        citation_href=why.address, done_on=one.done_on if isinstance(one, Done) else None,
        aim=aim if aim and aim >= today else None, aim_why=AIM_WHY,
    )  # fmt: skip


def _told(event: Event) -> Told:
    kind = KINDS[event.kind]
    asked = event.answers.facts if event.answers else {}
    whom = (
        [("From", str(asked.get("body") or asked.get("school")))]
        if asked.get("body") or asked.get("school")
        else []
    )
    return Told(event, kind, whom + facts_in_words(kind, event.facts), event.supersedes)


def facts_in_words(kind: Kind, facts: dict[str, Any]) -> list[tuple[str, str]]:
    """What an event says, as (label, words) pairs in the order of its form."""
    return [
        (fact.label, _words(dict(fact.choices), facts[fact.name]))
        for fact in kind.facts
        if facts.get(fact.name) not in (None, "")
    ]


def _words(choices: dict[str, str], value: Any) -> str:
    if value is True:
        return "Yes"
    if isinstance(value, str) and len(value) == 10 and value[4:5] == "-":
        return _day(value)
    return choices.get(value, str(value))


def _day(value: str) -> str:
    try:
        return in_words(date.fromisoformat(value))
    except ValueError:
        return value


def possible_kinds(course: Course) -> Sequence[Kind]:
    """What can be recorded next, what moves the case on first."""
    able = [kind for kind in KINDS.values() if course.stage in kind.places and not kind.is_from_record]
    return sorted(able, key=lambda kind: not kind.moves)
