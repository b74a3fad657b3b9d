"""A caseload from a file: an index that was kept, or children and plans to make one from."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from goldenthread.casework.plan.errors import BadPlan, Trouble
from goldenthread.casework.plan.guard.index import FORMAT, CaseloadIndex, child_entry, load
from goldenthread.casework.plan.plan_types import section_set
from goldenthread.casework.plan.reading import parse, plan_from
from goldenthread.casework.plan.shapes import Child
from goldenthread.casework.plan.values import Reader


def read_caseload(path: Path, *, on: date) -> CaseloadIndex:
    """The index in a file, or one made of the plans and children in it, or of every plan in a folder."""
    index = CaseloadIndex()
    for one in sorted(path.glob("*.json")) if path.is_dir() else [path]:
        content = parse(one.read_bytes())
        if isinstance(content, dict) and content.get("format") == FORMAT:
            return _kept(one)
        for place, entry in enumerate(_entries(content), 1):
            _take(index, entry, f"{one.name}, {place}.", on)
    return index


def _kept(path: Path) -> CaseloadIndex:
    try:
        return load(path.read_bytes())
    except (KeyError, TypeError, ValueError) as trouble:
        raise BadPlan([Trouble(path.name, f"it is no index that can be read: {trouble}.")]) from None


def _entries(content: Any) -> list[Any]:
    if isinstance(content, list):
        return content
    if isinstance(content, dict) and ("children" in content or "plans" in content):
        return [*content.get("children", []), *content.get("plans", [])]
    return [content]


def _take(index: CaseloadIndex, entry: Any, where: str, on: date) -> None:
    try:
        if isinstance(entry, dict) and "sections" in entry:
            plan = plan_from(entry, on=on)
            kinds = section_set(plan.type, plan.dated_on or on, plan.cohort).sections
            index.add_plan(plan, {kind.key: kind.holds for kind in kinds})
            return
        reader = Reader()
        child = reader.shape(Child, entry, "")
        if child is None:
            raise BadPlan(reader.troubles)
        index.add(child_entry(child))
    except BadPlan as bad:
        found = [Trouble(f"{where} {one.where}".strip(), one.sentence) for one in bad.troubles]
        raise BadPlan(found) from None


def as_file(index: CaseloadIndex) -> str:
    """The index as it is kept."""
    return json.dumps(json.loads(index.dump()), ensure_ascii=False) + "\n"
