"""Figures that a plan records by hand, each with its bound, its base and its origin."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.kit.figures import Figure
from goldenthread.programme.models import Area, Programme, Reading
from goldenthread.programme.queries.sources import sources_of

BASE_MISSING = "The number of people who answered was not published, so this is a bound and not a share that can be checked"


def published_figures(programme: Programme, day: date, area: Area | None = None) -> list[Figure]:
    """The latest reading of each public measure that the area knew of on a day; of one area only, if it is given."""
    readings = (
        Reading.objects.as_known_on(day)
        .filter(measure__plan__programme=programme, measure__plan__is_public=True, actual__isnull=False)
        .select_related("measure")
        .order_by("measure_id", "-period", "-pk")
        .distinct("measure_id")
    )
    if area is not None:
        readings = readings.filter(measure__area=area)
    return [_figure(reading, reading.actual or {}) for reading in readings]


def _figure(reading: Reading, value: dict[str, Any]) -> Figure:
    """A reading as the kit shows it. A base that nobody published is said to be missing."""
    base = value.get("base")
    period = str(reading.period)
    return Figure(
        value=value.get("as_written", ""),
        counts=reading.measure.name,
        period=f"of {base:,}, {period}" if base is not None else "",
        base_missing=f"{period}. {BASE_MISSING}" if base is None else "",
        how=reading.measure.definition,
        sources=sources_of(reading),
    )
