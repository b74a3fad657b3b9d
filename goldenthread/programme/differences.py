"""What two published texts of a plan give differently, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Difference:
    """One field that two publications give differently. `where` is "area / action"."""

    where: str
    field: str
    before: Any
    after: Any


def differences(before: dict[str, Any], after: dict[str, Any], where: str = "") -> list[Difference]:
    """What two publications' contents give differently, field by field, in the order of the later one."""
    found: list[Difference] = []
    for name in [*after, *(name for name in before if name not in after)]:
        old, new = before.get(name), after.get(name)
        if isinstance(old, dict) and isinstance(new, dict):
            inner = where if name in {"areas", "actions"} else f"{where} / {name}" if where else name
            found += differences(old, new, inner)
        elif old != new:
            found.append(Difference(where, name, old, new))
    return found
