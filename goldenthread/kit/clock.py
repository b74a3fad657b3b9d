"""The clock: what must happen, by when, who acts and why that day. It computes no limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.kit.dates import PartialDate, in_words

DAYS_SAID_AS_DAYS = 28
DAYS_SAID_AS_WEEKS = 182
MONTHS_SAID_AS_MONTHS = 24


def days_words(due: date | PartialDate, today: date) -> str:
    """How far a due day is from today, as people say it.

    A month or a year is not late before it is over, and is "this month" while it runs.

    >>> days_words(date(2027, 1, 25), date(2026, 11, 23)), days_words(date(2022, 2, 16), date(2022, 2, 28))
    ('in 9 weeks', '12 days late')
    """
    if isinstance(due, PartialDate):
        if due.precision != "day" and today <= due.last:
            return _until(due, today)
        due = due.last
    if due == today:
        return "today"
    if (due - today).days == 1:
        return "tomorrow"
    span = _span(min(due, today), max(due, today))
    return f"in {span}" if due > today else f"{span} late"


def _until(due: PartialDate, today: date) -> str:
    """How far off a month or a year is, counted in months or years and never in days."""
    away = due.year - today.year
    if due.month:
        away = away * 12 + due.month - today.month
    if away == 0:
        return f"this {due.precision}"
    return f"next {due.precision}" if away == 1 else f"in {_count(away, due.precision)}"


def _span(first: date, last: date) -> str:
    days = (last - first).days
    if days < DAYS_SAID_AS_DAYS:
        return _count(days // 7, "week") if days >= 14 and days % 7 == 0 else _count(days, "day")
    if days < DAYS_SAID_AS_WEEKS:
        return _count(days // 7, "week")
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if months < MONTHS_SAID_AS_MONTHS:
        return _count(months, "month")
    return _count(months // 12, "year")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def weekday_words(day: date) -> str:
    """The day with its weekday: "Monday 25 January 2027".

    >>> weekday_words(date(2027, 1, 25))
    'Monday 25 January 2027'
    """
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return f"{names[day.weekday()]} {in_words(day)}"


@dataclass(frozen=True)
class Clock:
    """One limit as the people it concerns read it, on the day that they read it.

    `what` reads on into "by …": "The council must send its decision". `done_on` stops the clock. `aim` is an
    earlier day to be safe by, and `aim_why` the reason.
    """

    what: str
    due: date | PartialDate
    today: date
    who: str
    why: str
    citation: str = ""
    citation_href: str = ""
    reader_can: str = ""
    done_on: date | None = None
    aim: date | None = None
    aim_why: str = ""

    @property
    def is_done(self) -> bool:
        """Whether what had to happen has happened."""
        return self.done_on is not None and self.done_on <= self.today

    @property
    def is_late(self) -> bool:
        """Whether the day passed, or was passed when it was done."""
        last = self.due.last if isinstance(self.due, PartialDate) else self.due
        return (self.done_on if self.is_done and self.done_on else self.today) > last

    @property
    def state(self) -> str:
        """One of "done", "due", "late"; done late is done."""
        return "done" if self.is_done else "late" if self.is_late else "due"

    @property
    def due_words(self) -> str:
        """The due day in full, with its weekday where a day is known."""
        if isinstance(self.due, PartialDate):
            return weekday_words(self.due.first) if self.due.precision == "day" else str(self.due)
        return weekday_words(self.due)

    @property
    def span(self) -> str:
        """ "in 9 weeks", "12 days late"; once done, "done in time" or "done 3 days late"."""
        if self.is_done and self.done_on:
            return f"done {days_words(self.due, self.done_on)}" if self.is_late else "done in time"
        return days_words(self.due, self.today)
