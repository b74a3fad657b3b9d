"""Two files that follow each other made one, and the key by which an action is known again."""

from __future__ import annotations

from dataclasses import replace

from goldenthread.programme.reading.assembly import plain_words
from goldenthread.programme.reading.direction import better_of
from goldenthread.programme.reading.missing import missing_fields
from goldenthread.programme.reading.suspects import suspects_in
from goldenthread.programme.reading.understood import Point, Suspect, Understood, UnderstoodMeasure


def same_action_key(area_key: str, number: str | None, text: str) -> str:
    """What makes two actions the same when a plan is imported again.

    Area and number; without a number, area and words. The same words under two areas are two actions.

    >>> same_action_key("2", None, "Train  staff.") == same_action_key("2", None, "train staff")
    True
    """
    return f"{area_key}|{number}" if number else f"{area_key}|{plain_words(text)}"


def same_measure_key(name: str) -> str:
    """What makes two measures the same: the words of the name, whatever their case and stops."""
    return plain_words(name)


def merge(earlier: Understood, later: Understood) -> Understood:
    """The measures of both as one series each, looked over again for suspects across the join.

    The later file's baseline, target and figures stand where both have one; where they differ that is a
    suspect. Actions, areas and months of both are kept; an action of the later file stands for the same one
    of the earlier.
    """
    changed: list[Suspect] = []
    measures = {same_measure_key(measure.name): measure for measure in earlier.measures}
    for measure in later.measures:
        key = same_measure_key(measure.name)
        measures[key] = _joined(measures[key], measure, changed) if key in measures else measure
    actions = {same_action_key(a.area, a.number, a.text): a for a in (*earlier.actions, *later.actions)}
    areas = {area.key: area for area in (*earlier.areas, *later.areas)}
    kept, acts = tuple(measures.values()), tuple(actions.values())
    return replace(
        later,
        title=later.title or earlier.title,
        kind="plan and measures" if acts and kept else "plan" if acts else "measures" if kept else later.kind,
        areas=tuple(areas.values()),
        actions=acts,
        measures=kept,
        milestones=tuple(dict.fromkeys((*earlier.milestones, *later.milestones))),
        missing=missing_fields(acts, kept),
        suspects=(*suspects_in(acts, kept), *changed),
        problems=tuple(dict.fromkeys((*earlier.problems, *later.problems))),
    )


def _joined(old: UnderstoodMeasure, new: UnderstoodMeasure, changed: list[Suspect]) -> UnderstoodMeasure:
    for name, before, after in (("baseline", old.baseline, new.baseline), ("target", old.target, new.target)):
        if before and after and before.as_written != after.as_written:
            _differs(new, f"The {name}", before.as_written, after.as_written, changed)
    points = {_time(point): point for point in old.points}
    for point in new.points:
        points[_time(point)] = _point(points.get(_time(point)), point, new, changed)
    baseline, target = new.baseline or old.baseline, new.target or old.target
    better, how = better_of(new.name, baseline, target)
    dated = all(point.period for point in points.values())
    ordered = sorted(points.values(), key=_time) if dated else list(points.values())
    return replace(
        new, baseline=baseline, target=target, points=tuple(ordered), better=better, better_how=how
    )


def _point(before: Point | None, after: Point, measure: UnderstoodMeasure, changed: list[Suspect]) -> Point:
    if before is None:
        return after
    for name, old, new in (
        ("milestone", before.target, after.target),
        ("actual", before.actual, after.actual),
    ):
        if old and new and old.as_written != new.as_written:
            _differs(measure, f"The {name} for {after.label}", old.as_written, new.as_written, changed)
    return replace(after, target=after.target or before.target, actual=after.actual or before.actual)


def _differs(measure: UnderstoodMeasure, what: str, old: str, new: str, changed: list[Suspect]) -> None:
    sentence = f"{what} is {old} in the earlier file and {new} in the later one."
    changed.append(Suspect(measure.name, "target moved", sentence, (old, new)))


def _time(point: Point) -> str:
    return point.period.isoformat() if point.period else point.label
