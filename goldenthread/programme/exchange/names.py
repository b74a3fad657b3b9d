"""How records are named across a file: their keys from the plan down, with slashes."""

from __future__ import annotations

from typing import Any

from goldenthread.partners.models import Body

PARENTS = {
    "findings": ("inspection_id", "inspections"),
    "areas": ("plan_id", "plans"),
    "actions": ("area_id", "areas"),
}


class Names:
    """Names of records by their ids, and the other way about."""

    def __init__(self, rows: dict[str, list[Any]]) -> None:
        self._names: dict[str, dict[int, str]] = {}
        for kind in ("inspections", "findings", "plans", "areas", "actions", "reviews"):
            self.add(kind, rows.get(kind, []))
        self._names["bodies"] = dict(Body.objects.values_list("pk", "name"))

    def add(self, kind: str, rows: list[Any]) -> None:
        """Learn the names of records; their parents must be known already."""
        known = self._names.setdefault(kind, {})
        for row in rows:
            own = str(row.number if kind == "findings" else row.key)
            parent, above = PARENTS.get(kind, ("", ""))
            known[row.pk] = f"{self._names[above][getattr(row, parent)]}/{own}" if parent else own

    def of(self, kind: str, pk: int) -> str:
        """The name of the record with this id."""
        return self._names[kind][pk]

    def ids(self, kind: str) -> dict[str, int]:
        """All names of a kind, each with its id."""
        return {name: pk for pk, name in self._names.get(kind, {}).items()}
