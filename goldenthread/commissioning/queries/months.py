"""Waits as they were sent, every number of them, as they were known on a day."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from goldenthread.commissioning.models import ServiceLine, WaitMonthVersion
from goldenthread.kit.dates import PartialDate


def month_of_all(
    lines: QuerySet[ServiceLine], month: PartialDate, day: date
) -> list[tuple[ServiceLine, WaitMonthVersion | None]]:
    """Each service with one month as it was known on a day; None where it was not sent by then. Two queries."""
    ordered = list(lines.select_related("provider").order_by("series", "name"))
    rows = WaitMonthVersion.objects.as_known_on(day).filter(
        record__month=month, record__line__in=[one.pk for one in ordered]
    )
    found = {one.record.line_id: one for one in rows.select_related("record")}
    return [(line, found.get(line.pk)) for line in ordered]


def months_known(line: ServiceLine, day: date) -> list[WaitMonthVersion]:
    """Every month of a service as it was known on a day, the newest first."""
    rows = WaitMonthVersion.objects.as_known_on(day).filter(record__line=line).select_related("record")
    return list(rows.order_by("-record__month"))


def versions_of(line: ServiceLine) -> list[WaitMonthVersion]:
    """Everything that was ever sent of a service, the newest first."""
    rows = WaitMonthVersion.objects.filter(record__line=line).select_related("record")
    return list(rows.order_by("-record__month", "-known_from", "-pk"))
