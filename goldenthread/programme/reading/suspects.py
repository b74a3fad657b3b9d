"""Figures that a person should look at before they are believed. Flagged in words, never corrected.

unit change: one row mixes "0.45" and "0.45%". tenfold gap: a target looks like its baseline with the point
moved. target moved: a milestone was loosened after the one before it had been missed. reset: a count fell
to a third or less across 1 September, as a count does that starts again each school year. duplicate: the
same action or measure twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from goldenthread.programme.reading.understood import (
    Point,
    Suspect,
    UnderstoodAction,
    UnderstoodMeasure,
    Value,
)

# A target five or more times its baseline, against the direction wanted or far from every figure of its
# row, is more likely a slipped point than a plan: in a published table 30.8% stood beside 3.99% for a
# national 3.08%.
GAP = Decimal(5)
# Counts that restart fall to 0.30 of the July figure or less by November in published tables; true change
# does not.
RESET = Decimal(1) / 3
NEAR = Decimal(3)


def suspects_in(
    actions: tuple[UnderstoodAction, ...], measures: tuple[UnderstoodMeasure, ...]
) -> tuple[Suspect, ...]:
    """Every suspect of a plan, measures first, in the order of the file."""
    found: list[Suspect] = []
    for measure in measures:
        for look in (_unit_change, _tenfold_gap, _target_moved, _resets):
            found.extend(look(measure))
    found.extend(_duplicate_measures(measures))
    found.extend(_duplicate_actions(actions))
    return tuple(found)


def is_gap(baseline: Value | None, target: Value | None) -> bool:
    """Whether one figure is at least five times the other."""
    low, high = sorted((_size(baseline), _size(target)))
    return low > 0 and high / low >= GAP


def _values(measure: UnderstoodMeasure) -> list[tuple[str, Value]]:
    named = [("baseline", measure.baseline), ("target", measure.target)]
    for point in measure.points:
        named += [(f"milestone {point.label}", point.target), (f"actual {point.label}", point.actual)]
    return [(name, value) for name, value in named if value and value.number is not None]


def _unit_change(measure: UnderstoodMeasure) -> Iterator[Suspect]:
    values = [
        (name, value) for name, value in _values(measure) if value.number or value.unit
    ]  # 0 needs no unit
    units = {value.unit for _, value in values}
    if len(units) < 2:
        return
    by_unit = {unit: [pair for pair in values if pair[1].unit == unit] for unit in sorted(units)}
    odd = min(by_unit.values(), key=len)
    usual = max(by_unit.values(), key=len)[0][1].unit
    listed = ", ".join(f"{name} {value.as_written}" for name, value in odd)
    rest = f"with “{usual}”" if usual else "without a unit"
    sentence = f"{listed}: the other figures of this measure are written {rest}. Check which unit is meant."
    yield Suspect(_place(measure), "unit change", sentence, tuple(value.as_written for _, value in odd))


def _tenfold_gap(measure: UnderstoodMeasure) -> Iterator[Suspect]:
    base, target = measure.baseline, measure.target
    if not base or not target or not is_gap(base, target) or base.unit != target.unit:
        return
    wanted = "higher" if _size(target) > _size(base) else "lower"
    figures = [value for name, value in _values(measure) if name not in ("baseline", "target")]
    all_near = bool(figures) and all(_near(value, base) for value in figures)
    if measure.better == wanted and not all_near:
        return
    sentence = (
        f"The target {target.as_written} is far from the baseline {base.as_written}. "
        "Check for a decimal point in the wrong place."
    )
    yield Suspect(_place(measure), "tenfold gap", sentence, (base.as_written, target.as_written))


def _target_moved(measure: UnderstoodMeasure) -> Iterator[Suspect]:
    planned = [point for point in measure.points if point.target and point.target.number is not None]
    for before, after in pairwise(planned):
        old, new = before.target, after.target
        if not old or not new or old.unit != new.unit or not before.actual or before.actual.unit != old.unit:
            continue
        if _worse(new, old, measure.better) and _worse(before.actual, old, measure.better):
            sentence = (
                f"The milestone goes from {old.as_written} ({before.label}) to {new.as_written} "
                f"({after.label}), "
                f"which is easier, after {before.actual.as_written} missed the first. "
                f"{measure.better.capitalize() if measure.better else ''} is better, judging by "
                f"{measure.better_how}."
            )
            yield Suspect(
                _place(measure),
                "target moved",
                sentence,
                (old.as_written, new.as_written, before.actual.as_written),
            )


def _resets(measure: UnderstoodMeasure) -> Iterator[Suspect]:
    known = [
        point for point in measure.points if point.actual and point.actual.number is not None and point.period
    ]
    for before, after in pairwise(known):
        if not before.actual or not after.actual or before.actual.unit != after.actual.unit:
            continue
        fell = _size(before.actual) > 0 and _size(after.actual) <= _size(before.actual) * RESET
        if fell and _across_september(before, after):
            sentence = (
                f"The figure falls from {before.actual.as_written} ({before.label}) to "
                f"{after.actual.as_written} "
                f"({after.label}) across the start of a school year, as a count does that starts again "
                f"each September. "
                "No trend should be drawn across it."
            )
            yield Suspect(
                _place(measure), "reset", sentence, (before.actual.as_written, after.actual.as_written)
            )


def _duplicate_measures(measures: tuple[UnderstoodMeasure, ...]) -> Iterator[Suspect]:
    seen: dict[tuple[str, str], UnderstoodMeasure] = {}
    for measure in measures:
        name = (measure.section.lower(), " ".join(measure.name.lower().split()))
        first = seen.setdefault(name, measure)
        if first is not measure:
            sentence = f"The measure “{measure.name}” is here twice: also at {first.where}."
            yield Suspect(_place(measure), "duplicate", sentence)


def _duplicate_actions(actions: tuple[UnderstoodAction, ...]) -> Iterator[Suspect]:
    seen: dict[tuple[str, str], UnderstoodAction] = {}
    for action in actions:
        number = action.number or " ".join(action.text.lower().split())
        first = seen.setdefault((action.area, number), action)
        if first is not action:
            what = f"number {action.number}" if action.number else f"“{action.text[:80]}”"
            yield Suspect(
                action.where, "duplicate", f"The action {what} is in this area twice: also at {first.where}."
            )


def _across_september(before: Point, after: Point) -> bool:
    if not before.period or not after.period or "year" in (before.period.precision, after.period.precision):
        return False
    start, end = before.period.last, after.period.last
    return any(start < date(year, 9, 1) <= end for year in (start.year, end.year))


def _worse(value: Value, than: Value, better: str | None) -> bool:
    if better is None or value.number is None or than.number is None:
        return False
    return value.number > than.number if better == "lower" else value.number < than.number


def _near(value: Value, base: Value) -> bool:
    low, high = sorted((_size(value), _size(base)))
    return low > 0 and high / low < NEAR


def _size(value: Value | None) -> Decimal:
    return abs(value.number) if value and value.number is not None else Decimal(0)


def _place(measure: UnderstoodMeasure) -> str:
    return f"{measure.name} ({measure.where})" if measure.where else measure.name
