"""Deadlines as a calendar (iCalendar, RFC 5545). It names cases by their reference alone: calendars travel far."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from goldenthread.casework.models import OpenDuty
from goldenthread.casework.process.duties import Duty, explain

REMIND = timedelta(days=7)
"""Before each deadline."""


def as_calendar(duties: Iterable[OpenDuty], *, name: str, site: str, on: date) -> bytes:
    """A calendar of deadlines, each an all-day entry with a reminder a week before. No name of a child is in it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Golden Thread//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for duty in duties:
        if duty.due_on is not None:
            calendar.add_component(_entry(duty, duty.due_on, site, on))
    return bytes(calendar.to_ical())


def _entry(duty: OpenDuty, due_on: date, site: str, on: date) -> Event:
    what, why = Duty(duty.duty), explain(Duty(duty.duty), duty.started_on, due_on)
    entry = Event()
    entry.add("uid", f"{duty.duty}-{duty.number}-{duty.case.reference}@goldenthread")
    entry.add("dtstamp", datetime.combine(on, time(0), UTC))
    entry.add("dtstart", due_on)
    entry.add("dtend", due_on + timedelta(days=1))
    entry.add("summary", f"{duty.case.reference}: {what.words[:1].lower()}{what.words[1:]}")
    entry.add("description", f"{why.sentence}\n{why.citation}")
    entry.add("url", f"{site.rstrip('/')}/casework/cases/{duty.case.public_id}/")
    entry.add("transp", "TRANSPARENT")
    entry.add_component(_reminder())
    return entry


def _reminder() -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", "Due in a week")
    alarm.add("trigger", -REMIND)
    return alarm
