"""What should have come for each measure, what came, what is late, and what the board should hear of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.commissioning.models import MeasureReturn, ServiceMeasure
from goldenthread.kit.dates import MONTHS, months_from

DAYS_TO_RETURN = 30
"""Days after a period has ended in which its return is in time. Ours: contracts may say otherwise."""
MISSED_FOR_THE_BOARD = 2
"""So many returns of a measure missed in a row go to the board."""


@dataclass(frozen=True)
class Period:
    """One period of a measure: what came, newest correction last, or by when it is due."""

    measure: ServiceMeasure
    ends_on: date
    returned: MeasureReturn | None

    @property
    def begins_on(self) -> date:
        """Its first day."""
        return months_from(self.ends_on + timedelta(days=1), -self.measure.every_months)

    @property
    def words(self) -> str:
        """The period as people say it: "April to June 2026"."""
        first, last = self.begins_on, self.ends_on
        if (first.year, first.month) == (last.year, last.month):
            return f"{MONTHS[last.month]} {last.year}"
        year = "" if first.year == last.year else f" {first.year}"
        return f"{MONTHS[first.month]}{year} to {MONTHS[last.month]} {last.year}"

    @property
    def key(self) -> str:
        """How addresses name it: by its last month."""
        return f"{self.ends_on.year}-{self.ends_on.month:02}"

    @property
    def due_on(self) -> date:
        """The last day on which the return is in time."""
        return self.ends_on + timedelta(days=DAYS_TO_RETURN)

    def is_missed(self, day: date) -> bool:
        """Whether nothing came in time, and nothing has come since."""
        return self.returned is None and day > self.due_on


@dataclass(frozen=True)
class Owed:
    """A measure with its periods, the newest last."""

    measure: ServiceMeasure
    periods: list[Period]

    def missed(self, day: date) -> list[Period]:
        """The periods for which nothing came and the day has passed."""
        return [one for one in self.periods if one.is_missed(day)]

    def missed_in_a_row(self, day: date) -> int:
        """How many of the newest due periods were missed, one after another."""
        count = 0
        for one in reversed([one for one in self.periods if one.returned or day > one.due_on]):
            if one.returned:
                break
            count += 1
        return count

    def is_for_the_board(self, day: date) -> bool:
        """Whether so many were missed in a row that the board should hear of it."""
        return self.missed_in_a_row(day) >= MISSED_FOR_THE_BOARD


def periods_until(measure: ServiceMeasure, day: date) -> list[date]:
    """The last day of each period of a measure that was over at the end of a day, oldest first.

    >>> periods_until(ServiceMeasure(every_months=3, begins_on=date(2026, 1, 1)), date(2026, 6, 30))
    [datetime.date(2026, 3, 31), datetime.date(2026, 6, 30)]
    """
    found: list[date] = []
    start = measure.begins_on.year * 12 + measure.begins_on.month - 1
    while True:
        start += measure.every_months
        end = date(start // 12, start % 12 + 1, 1) - timedelta(days=1)
        if end > day:
            return found
        found.append(end)


def owed(measures: Iterable[ServiceMeasure], day: date) -> list[Owed]:
    """Each measure with what came and what should have, as known on a day. One query, and that for the measures."""
    rows: Sequence[ServiceMeasure] = list(measures)
    came: dict[tuple[int, date], MeasureReturn] = {}
    for one in (
        MeasureReturn.objects.as_known_on(day).filter(measure__in=[row.pk for row in rows]).order_by("pk")
    ):
        came[one.measure_id, one.period_ends_on] = one
    return [
        Owed(row, [Period(row, end, came.get((row.pk, end))) for end in periods_until(row, day)])
        for row in rows
    ]


def waited_for(found: Iterable[Owed]) -> list[Period]:
    """The periods that are over and for which nothing came, the one due first on top."""
    waiting = [period for one in found for period in one.periods if period.returned is None]
    return sorted(waiting, key=lambda one: (one.due_on, one.measure.name))


def late_returns(day: date) -> list[Owed]:
    """Measures with a missed return, those for the board first. Two queries."""
    found = [one for one in owed(ServiceMeasure.objects.select_related("service"), day) if one.missed(day)]
    return sorted(found, key=lambda one: -one.missed_in_a_row(day))
