"""A plan's measures as they were known on a day, with what looks odd about their figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from goldenthread.kit import charts
from goldenthread.programme.models import Measure, Plan, Reading
from goldenthread.programme.reading.suspects import suspects_in
from goldenthread.programme.reading.understood import Point, UnderstoodMeasure, Value
from goldenthread.programme.reading.values import read_value


@dataclass(frozen=True)
class MeasureNow:
    """A measure with its readings in order of time, the latest that says what it was, and what a person should look at."""

    measure: Measure
    readings: list[Reading]
    suspects: list[str]

    @property
    def latest(self) -> Reading | None:
        """The latest reading that says what it was."""
        return next((one for one in reversed(self.readings) if one.actual), None)

    @property
    def points(self) -> list[charts.Point]:
        """The readings that hold a number, for a drawing; bounds are left out, because a drawing would make them exact."""
        return [
            charts.Point(one.period, float(one.actual["number"]))
            for one in self.readings
            if one.actual and one.actual.get("number") is not None and one.actual.get("op", "=") == "="
        ]

    @property
    def target(self) -> float | None:
        """The target's number, if it has one."""
        number = (self.measure.target or {}).get("number")
        return float(number) if number is not None else None

    @property
    def unit(self) -> str:
        """The unit of the latest reading."""
        return str((self.latest.actual or {}).get("unit", "")) if self.latest else ""


def measures_as_known(plan: Plan, day: date) -> list[MeasureNow]:
    """The measures of a plan that the area knew of on a day. Two queries."""
    measures = plan.measures.filter(known_on__lte=day).select_related("area").order_by("area__number", "name")
    by_measure: dict[int, list[Reading]] = {}
    for reading in Reading.objects.as_known_on(day).filter(measure__plan=plan).order_by("period", "pk"):
        by_measure.setdefault(reading.measure_id, []).append(reading)
    return [measure_now(measure, by_measure.get(measure.pk, [])) for measure in measures]


def measure_now(measure: Measure, readings: list[Reading]) -> MeasureNow:
    """A measure with its readings, looked over as an import is: flagged in words, never corrected."""
    read = UnderstoodMeasure(
        name=measure.name, section="", baseline=_value(measure.baseline), target=_value(measure.target),
        points=tuple(Point(str(one.period), one.period, _value(one.milestone), _value(one.actual)) for one in readings),
        better=measure.better if measure.better in ("lower", "higher") else None,  # type: ignore[arg-type]
        better_how="", where="",
    )  # fmt: skip
    return MeasureNow(measure, readings, [suspect.sentence for suspect in suspects_in((), (read,))])


def _value(kept: dict[str, Any] | None) -> Value | None:
    """A kept figure as the reader of plans knows it."""
    if not kept:
        return None
    fresh = read_value(kept.get("as_written", ""))
    number = kept.get("number")
    return Value(
        kept.get("as_written", ""), Decimal(number) if number is not None else None, kept.get("op") or "=",
        kept.get("unit") or "", kept.get("note") or "", kept.get("base"),
        fresh.base_status if fresh and kept.get("base") is None else "",
    )  # fmt: skip


def is_base_missing(kept: dict[str, Any] | None) -> bool:
    """Whether a figure is a bound of which nobody published how many it is out of."""
    value = _value(kept)
    return bool(value and value.base_status)
