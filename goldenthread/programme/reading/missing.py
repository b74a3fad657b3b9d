"""What a person would expect to find and does not, by action and by measure.

Number, due date and lead are expected of every action. The accountable officer, the success criteria and
the start date are expected only where the plan gives them for other actions: a plan without that column has
not left it empty.
"""

from __future__ import annotations

from collections.abc import Callable

from goldenthread.programme.reading.understood import UnderstoodAction, UnderstoodMeasure

Missing = tuple[tuple[str, tuple[str, ...]], ...]
_ALWAYS: tuple[tuple[str, Callable[[UnderstoodAction], object]], ...] = (
    ("number", lambda action: action.number),
    ("due date", lambda action: action.due_as_written),
    ("lead", lambda action: action.leads),
)
_WHERE_USED: tuple[tuple[str, Callable[[UnderstoodAction], object]], ...] = (
    ("accountable officer", lambda action: action.accountable),
    ("success criteria", lambda action: action.success_criteria),
    ("start date", lambda action: action.start),
)


def missing_fields(actions: tuple[UnderstoodAction, ...], measures: tuple[UnderstoodMeasure, ...]) -> Missing:
    """The names of missing fields for each action and measure that lacks any, in the plan's order."""
    used = [(name, of) for name, of in _WHERE_USED if any(of(action) for action in actions)]
    listed = [
        (action.key, tuple(name for name, of in (*_ALWAYS, *used) if not of(action))) for action in actions
    ]
    has_points = any(measure.points for measure in measures)
    listed += [(measure.name, _of_measure(measure, has_points)) for measure in measures]
    return tuple((key, names) for key, names in listed if names)


def _of_measure(measure: UnderstoodMeasure, has_points: bool) -> tuple[str, ...]:
    names = [
        name for name, value in (("baseline", measure.baseline), ("target", measure.target)) if not value
    ]
    if has_points:
        names += ["milestones"] if not any(point.target for point in measure.points) else []
        names += ["actuals"] if not any(point.actual for point in measure.points) else []
    return tuple(names)
