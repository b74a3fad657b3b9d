"""Where sources read the law differently: which reading counts as the limit, and which as the careful reminder.

The limit is the better legal reading; a reminder is never later than it. Each is a setting, so that a council whose lawyers
read otherwise changes one line and not the code.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from goldenthread.law import calendar
from goldenthread.law.length import Length, Unit


class WeeksFrom(StrEnum):
    """Which day the weeks leave out."""

    AFTER_RECEIPT = (
        "after receipt"  # the day of receipt is not counted: Lester v Garland; IPSEA's worked example
    )
    DAY_ONE = "receipt is day 1"  # one day earlier: as Surrey's SENDIASS counts


class Receipt(StrEnum):
    """When an email or a hand-delivered letter counts as received."""

    AS_IT_CAME = "the day it came"
    NEXT_WORKING_DAY = "the next working day if after 5pm or on no working day"  # IPSEA's guidance


class Before(StrEnum):
    """What "before 15 February" means."""

    STRICT = "the day before"  # the words of regulation 18
    GUIDANCE = "by the day itself"  # the Code of Practice 9.179


class Year(StrEnum):
    """When a year that starts with a day ends."""

    STRICT = "the day before the same day"  # the words of section 44(1)
    SAME_DAY = "the same day"  # IPSEA


@dataclass(frozen=True)
class Readings:
    """The readings in use. The defaults are the limits; `CAREFUL` are the reminders."""

    weeks: WeeksFrom = WeeksFrom.AFTER_RECEIPT
    receipt: Receipt = Receipt.AS_IT_CAME
    before: Before = Before.STRICT
    year: Year = Year.STRICT
    draft_weeks: int = 16


LEGAL = Readings()
CAREFUL = Readings(weeks=WeeksFrom.DAY_ONE, draft_weeks=14)
IPSEA = Readings(receipt=Receipt.NEXT_WORKING_DAY, before=Before.GUIDANCE, year=Year.SAME_DAY, draft_weeks=14)


def received_on(came_on: date, *, after_five: bool = False, readings: Readings = LEGAL) -> date:
    """The day on which something that came counts as received.

    >>> received_on(date(2026, 12, 18), after_five=True, readings=IPSEA)
    datetime.date(2026, 12, 21)
    """
    late = after_five or not calendar.is_working_day(came_on)
    if readings.receipt is Receipt.NEXT_WORKING_DAY and late:
        return calendar.add_working_days(came_on, 1)
    return came_on


def weeks_after(start: date, number: int, readings: Readings = LEGAL) -> date:
    """The last day of a number of weeks, by the reading in use."""
    last = Length(number, Unit.WEEKS).after(start)
    return last if readings.weeks is WeeksFrom.AFTER_RECEIPT else last - timedelta(days=1)


def reminder_on(due_on: date, unit: Unit, readings: Readings = CAREFUL) -> date | None:
    """The day to aim for when a limit in weeks is counted by a more careful reading; None when that gives no earlier day.

    >>> reminder_on(date(2026, 10, 19), Unit.WEEKS)
    datetime.date(2026, 10, 18)
    """
    if unit is Unit.WEEKS and readings.weeks is WeeksFrom.DAY_ONE:
        return due_on - timedelta(days=1)
    return None


def draft_target(received_on: date, readings: Readings = CAREFUL) -> date:
    """The day by which a draft should be with the family so that the 20 weeks can be kept. No law sets it.

    >>> draft_target(date(2026, 9, 7))
    datetime.date(2026, 12, 14)
    """
    return Length(readings.draft_weeks, Unit.WEEKS).after(received_on)


def year_from(start: date, readings: Readings = LEGAL, months: int = 12) -> date:
    """The last day of twelve months that start with a day, by the reading in use."""
    strict = readings.year is Year.STRICT
    return Length(months, Unit.MONTHS, beginning_with=strict).after(start)
