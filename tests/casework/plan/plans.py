"""The example plan, changed in one place or another."""

from __future__ import annotations

import json
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from goldenthread.casework.plan.checks.check import Finding
from goldenthread.casework.plan.checks.run import check_plan
from goldenthread.casework.plan.generator import EXAMPLE, ON
from goldenthread.casework.plan.guard.index import CaseloadIndex, child_entry, entry_of
from goldenthread.casework.plan.plan_types import section_set
from goldenthread.casework.plan.reading import plan_from
from goldenthread.casework.plan.shapes import Child, Plan

GONE = object()
Edit = tuple[str, Any]
HOLDS = {kind.key: kind.holds for kind in section_set("ehc-plan", ON).sections}
_EXAMPLE = json.loads(EXAMPLE.read_text(encoding="utf-8"))


def changed(*edits: Edit) -> dict[str, Any]:
    """The example as data, with edits of a line ("F.f1.text"), a section ("D") or another field ("child.pronouns")."""
    data = deepcopy(_EXAMPLE)
    for path, value in edits:
        _edit(data, path.split("."), value)
    return data


def _edit(data: dict[str, Any], path: list[str], value: Any) -> None:
    place: Any = data["sections"] if path[0] in HOLDS else data
    for step in path[:-1]:
        place = _step(place, step)
    last = path[-1]
    if path[0] in HOLDS and len(path) == 2 and "lines" not in place:
        place["lines"] = []
    if isinstance(place, dict) and "lines" in place and last not in place:
        place["lines"] = [one for one in place["lines"] if one["id"] != last] + (
            [] if value is GONE else [value]
        )
    elif isinstance(place, list):
        place[:] = [one for one in place if _id(one) != last] + ([] if value is GONE else [value])
    elif value is GONE:
        place.pop(last, None)
    else:
        place[last] = value


def _step(place: Any, step: str) -> Any:
    if isinstance(place, dict) and step in place:
        return place[step]
    if isinstance(place, dict) and "lines" not in place:
        return place.setdefault(step, {} if step == "clock" else [])
    among = place["lines"] if isinstance(place, dict) else place
    return next(one for one in among if _id(one) == step)


def _id(one: Any) -> Any:
    return str(one.get("id", one.get("number"))) if isinstance(one, dict) else one


def plan(*edits: Edit) -> Plan:
    """The example as a plan, with edits."""
    return plan_from(changed(*edits), on=ON)


def findings(*edits: Edit, caseload: CaseloadIndex | None = None, on: Any = ON) -> list[Finding]:
    """What the checks find in the example with edits."""
    return list(check_plan(plan(*edits), on=on, caseload=caseload).findings)


def found(check: str, *edits: Edit, **more: Any) -> list[Finding]:
    """What one check finds."""
    return [one for one in findings(*edits, **more) if one.check == check]


def caseload(*children: Child, plans: Iterable[Plan] = ()) -> CaseloadIndex:
    """An index of children, with or without plans."""
    index = CaseloadIndex()
    for child in children:
        index.add(child_entry(child))
    for one in plans:
        index.add(entry_of(one, HOLDS))
    return index
