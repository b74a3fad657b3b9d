"""A case's file of events, as the process reads it, as at any day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from goldenthread.casework.models import Case, Event
from goldenthread.casework.process.course import Course, Happening, follow


def file_of(case: Case, known_on: date | None = None) -> list[Event]:
    """The events that the file held at the end of a day, or holds now, in order."""
    held = case.events.as_known_on(known_on) if known_on else case.events.in_force()
    return in_order(held)


def in_order(events: Iterable[Event]) -> list[Event]:
    """By the day it happened; on one day, as they were first recorded. Struck events are gone."""
    held = [event for event in events if not event.is_struck]
    return sorted(held, key=lambda event: (event.occurred_on, event.number))


def happenings(events: Iterable[Event]) -> list[Happening]:
    """Events as the process reads them."""
    return [
        Happening(event.number, event.kind, event.occurred_on, event.facts, event.answers_id)
        for event in events
    ]


def course_of(case: Case, known_on: date | None = None) -> Course:
    """How a case stood, as it was known at the end of a day, or stands now."""
    return follow(happenings(file_of(case, known_on)))
