"""Waits as anybody may read them: only what was published, never the counts behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import OuterRef, QuerySet, Subquery

from goldenthread.commissioning.models import ServiceLine, WaitMonth, WaitMonthVersion
from goldenthread.commissioning.waits.disclosure import PublicMonth
from goldenthread.commissioning.waits.series import Series, one_series
from goldenthread.kit.dates import PartialDate

STALE_AFTER = timedelta(days=45)
"""So long after a month has ended its numbers are old news, and the page says so."""


@dataclass(frozen=True)
class Wait:
    """A service and what anybody may read of one of its months; no month where none was ever sent."""

    line: ServiceLine
    month: PartialDate | None
    shown: PublicMonth | None
    census_on: date | None = None
    note: str = ""

    @property
    def series(self) -> Series:
        """How it is counted."""
        return self.line.counted

    @property
    def median_weeks(self) -> int | None:
        """Half wait up to so many weeks, counted up."""
        return None if not self.shown or self.shown.median_days is None else -(-self.shown.median_days // 7)

    @property
    def longest(self) -> str:
        """The longest band whose number is shown."""
        if self.shown is None or self.shown.longest is None:
            return ""
        return self.series.bands[self.shown.longest].words

    def is_stale(self, today: date) -> bool:
        """Whether the newest month is too old to speak of today."""
        return self.month is None or today > self.month.last + STALE_AFTER


def newest_waits(lines: QuerySet[ServiceLine]) -> list[Wait]:
    """Each service with its newest month. Two queries."""
    newest = WaitMonth.objects.filter(line=OuterRef("pk")).order_by("-month").values("pk")[:1]
    ordered = list(lines.select_related("provider").annotate(newest=Subquery(newest)))
    return _with_months(ordered, {one.newest: one for one in ordered if one.newest})


def waits_in(lines: QuerySet[ServiceLine], month: PartialDate) -> list[Wait]:
    """Each service in one month. Three queries."""
    ordered = list(lines.select_related("provider"))
    by_line = {one.pk: one for one in ordered}
    months = WaitMonth.objects.filter(line__in=by_line, month=month).values_list("pk", "line")
    return _with_months(ordered, {pk: by_line[line] for pk, line in months})


def _with_months(lines: Sequence[ServiceLine], months: Mapping[int, ServiceLine]) -> list[Wait]:
    rows = WaitMonthVersion.objects.latest_known().filter(record__in=months)
    found = {
        months[record].pk: (month, PublicMonth.of(shown), counted, note)
        for record, month, shown, counted, note in rows.values_list(
            "record", "record__month", "published", "census_on", "note"
        )
    }
    return [Wait(line, *found.get(line.pk, (None, None))) for line in lines]


def history(line: ServiceLine) -> list[Wait]:
    """Every month of a service, the newest first. One query. Raises DifferentSeries."""
    rows = WaitMonthVersion.objects.latest_known().filter(record__line=line).order_by("-record__month")
    values = list(rows.values_list("record__month", "published", "census_on", "note", "series"))
    if values:
        one_series({row[-1] for row in values})
    return [
        Wait(line, month, PublicMonth.of(shown), counted, note) for month, shown, counted, note, _ in values
    ]
