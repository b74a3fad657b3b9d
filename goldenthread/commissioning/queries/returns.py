"""What should have come for each measure, what came, what is late, and what the board should hear of, on any day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.commissioning.chasing import Chasing, rule_for
from goldenthread.commissioning.models import MeasureReturn, ServiceMeasure
from goldenthread.kit.dates import MONTHS, in_words, months_from


@dataclass(frozen=True)
class Period:
    """One period of a measure: what came, newest correction last, and when the first of it came."""

    measure: ServiceMeasure
    ends_on: date
    returned: MeasureReturn | None
    came_on: date | None = None

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
    def rule(self) -> Chasing:
        """The days that count for it."""
        return rule_for(self.ends_on)

    @property
    def due_on(self) -> date:
        """The last day on which the return is in time."""
        return self.rule.due_on(self.ends_on)

    def is_missed(self, day: date) -> bool:
        """Whether nothing came in time, and nothing has come since."""
        return self.returned is None and day > self.due_on

    def is_chased(self, day: date) -> bool:
        """Whether its provider has been asked for it by then, and it is still missing."""
        return self.returned is None and day >= self.rule.chased_on(self.ends_on)

    def is_with_the_board(self, day: date) -> bool:
        """Whether the board should hear of it."""
        return self.returned is None and day >= self.rule.escalated_on(self.ends_on)

    @property
    def was_with_the_board(self) -> bool:
        """Whether what came cleared it from the board's list."""
        return self.came_on is not None and self.came_on >= self.rule.escalated_on(self.ends_on)

    def standing(self, day: date) -> tuple[str, str, str]:
        """How it stands on a day: a state, its words, and what is said beside them."""
        if self.came_on:
            late = " It was with the board until then." if self.was_with_the_board else ""
            return (
                "done",
                "Came late" if self.came_on > self.due_on else "Came",
                f"{in_words(self.came_on)}.{late}",
            )
        if self.is_with_the_board(day):
            return "late", "With the board", f"Since {in_words(self.rule.escalated_on(self.ends_on))}"
        if self.is_chased(day):
            return "late", "Missed", f"Chased on {in_words(self.rule.chased_on(self.ends_on))}"
        return ("late", "Missed", "") if self.is_missed(day) else ("due", "Due", "")


@dataclass(frozen=True)
class Owed:
    """A measure with its periods, the newest last."""

    measure: ServiceMeasure
    periods: list[Period]

    def missed(self, day: date) -> list[Period]:
        """The periods for which nothing came and the day has passed."""
        return [one for one in self.periods if one.is_missed(day)]

    def with_the_board(self, day: date) -> list[Period]:
        """The periods of which the board should hear."""
        return [one for one in self.periods if one.is_with_the_board(day)]


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
    first: dict[tuple[int, date], date] = {}
    known = MeasureReturn.objects.as_known_on(day).filter(measure__in=[row.pk for row in rows])
    for one in known.order_by("pk"):
        key = one.measure_id, one.period_ends_on
        came[key] = one
        first[key] = min(one.known_on, first.get(key, one.known_on))
    return [
        Owed(row, [Period(row, end, came.get((row.pk, end)), first.get((row.pk, end)))
                   for end in periods_until(row, day)])
        for row in rows
    ]  # fmt: skip


def waited_for(found: Iterable[Owed]) -> list[Period]:
    """The periods that are over and for which nothing came, the one due first on top."""
    waiting = [period for one in found for period in one.periods if period.returned is None]
    return sorted(waiting, key=lambda one: (one.due_on, one.measure.name))


def late_returns(day: date) -> list[Owed]:
    """Measures with a missed return, those with most before the board first. Two queries."""
    found = [one for one in owed(ServiceMeasure.objects.select_related("service"), day) if one.missed(day)]
    return sorted(found, key=lambda one: (-len(one.with_the_board(day)), -len(one.missed(day))))


def with_the_board(day: date) -> list[Period]:
    """The missed returns of which the board should hear on a day, the oldest first. Two queries."""
    measures = ServiceMeasure.objects.select_related("service__provider")
    return [one for one in waited_for(owed(measures, day)) if one.is_with_the_board(day)]
