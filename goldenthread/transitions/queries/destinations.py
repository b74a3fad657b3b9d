"""Where everybody with a plan is after year 11, and who is not known. The number of queries does not depend on how many."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from goldenthread.casework.models import Case
from goldenthread.transitions.choices import Where
from goldenthread.transitions.cohorts import AFTER_YEAR_11, born_by, year_now
from goldenthread.transitions.destinations import not_known_since
from goldenthread.transitions.models import Destination, OutOfYear


@dataclass(frozen=True)
class Stands:
    """Where one young person is on a day, by the last word and how long words hold."""

    case: Case
    where: Where
    since: date
    last: Destination | None

    @property
    def is_known(self) -> bool:
        """Whether anybody knows."""
        return self.where != Where.NOT_KNOWN


def left_year_11_on(born_on: date, offset: int = 0) -> date:
    """The first day of the school year after year 11.

    >>> left_year_11_on(date(2010, 3, 9)), left_year_11_on(date(2010, 3, 9), -1)
    (datetime.date(2026, 9, 1), datetime.date(2027, 9, 1))
    """
    return date(born_on.year + 4 + (born_on.month >= 9) + AFTER_YEAR_11 - offset, 9, 1)


def stands_of(cases: QuerySet[Case], on: date) -> list[Stands]:
    """Everybody of `cases` with a plan in force who is past year 11, those who are not known first and longest first."""
    held: Any = OutOfYear.objects
    offsets: dict[int, int] = dict(held.held_on(on).values_list("child", "offset"))
    young = cases.filter(
        standing__ended_on=None,
        standing__plan_made_on__lte=on,
        child__born_on__lte=born_by(AFTER_YEAR_11 - 2, on),
    )
    said = Destination.objects.filter(case__in=young.values("pk"), known_on__lte=on)
    latest = {one.case_id: one for one in said.order_by("case_id", "-known_on", "-pk").distinct("case_id")}
    known = said.exclude(where=Where.NOT_KNOWN).order_by("case_id", "-known_on", "-pk").distinct("case_id")
    last = {one.case_id: one for one in known}
    asked: dict[int, list[date]] = {}
    for case_id, day in said.filter(where=Where.NOT_KNOWN).values_list("case_id", "known_on"):
        asked.setdefault(case_id, []).append(day)
    found = []
    for case in young.select_related("child"):
        offset = offsets.get(case.child_id, 0)
        if year_now(case.child.born_on, on, offset) >= AFTER_YEAR_11:
            left_on = left_year_11_on(case.child.born_on, offset)
            is_vain = case.pk in latest and latest[case.pk].where == Where.NOT_KNOWN
            found.append(
                _stands(case, last.get(case.pk), asked.get(case.pk, []) if is_vain else [], left_on, on)
            )
    return sorted(found, key=lambda one: (one.is_known, one.since, one.case.child.family_name, one.case.pk))


def _stands(case: Case, last: Destination | None, asked: list[date], left_on: date, on: date) -> Stands:
    """Where one is by the last word. `asked` are the days of asking in vain, if the latest word says so: nobody knows since the
    word ran out, or since the first such day after it, whichever is earlier."""
    if last is None or last.known_on < left_on:
        return Stands(case, Where.NOT_KNOWN, left_on, last)
    ended = [day for day in (not_known_since(last.where, last.known_on, on),) if day]
    ended += [day for day in asked if day >= last.known_on]
    return (
        Stands(case, Where.NOT_KNOWN, min(ended), last)
        if ended
        else Stands(case, Where(last.where), last.known_on, last)
    )


def counts_of(stands: list[Stands]) -> list[tuple[Where, int]]:
    """How many are where."""
    counted = Counter(one.where for one in stands)
    return [(where, counted[where]) for where in Where]
