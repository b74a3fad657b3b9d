"""Where many cases stood on a day: today from the projection, a past day from the events as they were known then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import BigIntegerField, QuerySet
from django.db.models.functions import Coalesce

from goldenthread.casework.models import Case, Event, Standing
from goldenthread.casework.process.course import Happening, follow
from goldenthread.casework.process.stages import Stage


@dataclass(frozen=True, slots=True)
class Stood:
    """One open case on a day."""

    case: int
    stage: Stage
    since: date
    next_due_on: date | None
    plan_made_on: date | None

    def is_late_on(self, day: date) -> bool:
        """Whether something of it was late on a day."""
        return self.next_due_on is not None and self.next_due_on < day


def standings_on(cases: QuerySet[Case], day: date, *, today: date) -> list[Stood]:
    """The cases among these that were open on a day, each as it stood at its end."""
    return list(_now(cases) if day >= today else _then(cases, day))


def _now(cases: QuerySet[Case]) -> Iterator[Stood]:
    held = Standing.objects.filter(case__in=cases, ended_on=None)
    for case, stage, since, due, made in held.values_list(
        "case", "stage", "since", "next_due_on", "plan_made_on"
    ):
        yield Stood(case, Stage(stage), since, due, made)


def _then(cases: QuerySet[Case], day: date) -> Iterator[Stood]:
    known = Event.objects.as_known_on(day).filter(case__in=cases, is_struck=False)
    rows = (
        known.annotate(first=Coalesce("root", "pk", output_field=BigIntegerField()))
        .order_by("case", "occurred_on", "first")
        .values_list("case", "first", "kind", "occurred_on", "facts", "answers")
    )
    for case, events in groupby(rows.iterator(chunk_size=20_000), key=lambda row: row[0]):
        course = follow(Happening(*row[1:]) for row in events)
        if course.ended_on is None and course.stage is not None and course.since is not None:
            due = course.next_due
            yield Stood(case, course.stage, course.since, due.due_on if due else None, course.plan_made_on)
