"""The JSON shape of what was understood, as `goldenthread programme preview FILE --json` prints it.

```
{"kind": "plan" | "measures" | "plan and measures" | "roadmap" | "nothing understood",
 "title": "…",
 "areas":    [{"key", "number" | null, "title", "text", "actions": [action keys], "other", "where"}],
 "actions":  [{"key", "number" | null, "text", "area": area key | null, "due": ISO | null, "due_as_written",
               "start", "leads": […], "accountable": […], "agency", "success_criteria": […],
               "progress": [{"label", "date": ISO | null, "text"}], "status_as_written", "rating_as_written",
               "other": [{"label", "text"}], "where"}],
 "dues":             {action key: "2025-05" | "2025-05-31" | "2025"},   only actions with a due date
 "leads":            {action key: ["…"]},                               only actions that have one
 "accountable":      {action key: ["…"]},
 "success_criteria": {action key: ["…"]},
 "measures": [{"name", "section", "baseline": VALUE | null, "target": VALUE | null,
               "points": [{"label", "period": ISO | null, "target": VALUE | null, "actual": VALUE | null}],
               "better": "lower" | "higher" | null, "better_how": "its name" | …, "where"}],
 "milestones": {"2024-01": ["…"]},
 "missing":  {action key or measure name: ["number", "due date", "lead", "accountable officer",
              "success criteria", "start date" | "baseline", "target", "milestones", "actuals"]},
 "suspect":  [{"where", "kind": "unit change" | "tenfold gap" | "target moved" | "reset" | "duplicate",
               "sentence", "values": […]}],
 "counts":   {"areas", "actions", "measures", "with_due", "with_owner", "with_actual", "months",
              "milestones"},
 "problems": ["…"]}
VALUE = {"as_written", "number": "10.9" | null, "op", "unit", "note", "base" | null, "base_status"}
```

An action's key is its number where that is unique in the plan, otherwise area and number, or area and words.
`milestones` has one shape for both kinds: months in order, each with a list. For a roadmap the list is the
items under the month (a heading that is no month, "Autumn term 2024", keeps its words as the key, after the
months); for measures it is the names of the measures that have a figure at that month. `list(milestones)`
gives the months. Numbers are strings, so that no digit changes on the way.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from goldenthread.kit.dates import PartialDate

if TYPE_CHECKING:
    from goldenthread.programme.reading.understood import Understood


def shown(understood: Understood) -> dict[str, Any]:
    """The dictionary described above."""
    actions = understood.actions
    return {
        "kind": understood.kind,
        "title": understood.title,
        "areas": _areas(understood),
        "actions": [_labelled(_plain(action)) | {"area": action.area or None} for action in actions],
        "dues": {action.key: action.due.isoformat() for action in actions if action.due},
        "leads": {action.key: list(action.leads) for action in actions if action.leads},
        "accountable": {action.key: list(action.accountable) for action in actions if action.accountable},
        "success_criteria": {a.key: list(a.success_criteria) for a in actions if a.success_criteria},
        "measures": [_plain(measure) for measure in understood.measures],
        "milestones": _milestones(understood),
        "missing": {key: list(names) for key, names in understood.missing},
        "suspect": [_plain(suspect) for suspect in understood.suspects],
        "counts": _counts(understood),
        "problems": list(understood.problems),
    }


def _areas(understood: Understood) -> list[dict[str, Any]]:
    listed = []
    for area in understood.areas:
        keys = [action.key for action in understood.actions if action.area == area.key]
        listed.append(_labelled(_plain(area)) | {"actions": keys})
    return listed


def _milestones(understood: Understood) -> dict[str, list[str]]:
    dated: dict[str, list[str]] = {}
    named: dict[str, list[str]] = {}
    for group in understood.milestones:
        home = dated if group.month else named
        home.setdefault(group.month.isoformat() if group.month else group.label, []).extend(group.items)
    for measure in understood.measures:
        for point in measure.points:
            if point.period:
                dated.setdefault(point.period.isoformat(), []).append(measure.name)
    return dict(sorted(dated.items())) | named


def _counts(understood: Understood) -> dict[str, int]:
    actions, measures = understood.actions, understood.measures
    return {
        "areas": len(understood.areas),
        "actions": len(actions),
        "measures": len(measures),
        "with_due": sum(1 for action in actions if action.due),
        "with_owner": sum(1 for action in actions if action.leads),
        "with_actual": sum(1 for measure in measures if any(p.actual for p in measure.points)),
        "months": len(_milestones(understood)),
        "milestones": sum(len(group.items) for group in understood.milestones),
    }


def _labelled(thing: dict[str, Any]) -> dict[str, Any]:
    return thing | {"other": [{"label": label, "text": text} for label, text in thing["other"]]}


def _plain(thing: Any) -> Any:
    if isinstance(thing, PartialDate):
        return thing.isoformat()
    if isinstance(thing, Decimal):
        return format(thing, "f")
    if isinstance(thing, tuple):
        return [_plain(part) for part in thing]
    if is_dataclass(thing):
        return {field.name: _plain(getattr(thing, field.name)) for field in fields(thing)}
    return thing
