"""Writing a programme as a programme file: all that the records hold, in a stable order, in a fixed number of queries."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.file.shape import FORMAT, OWN, PROGRAMME, SHARED, Part
from goldenthread.programme.models import Programme

EMPTY: tuple[Any, ...] = (None, "", [], {})


@dataclass
class Node:
    """One row with its id, its item for the file without the lists under it, and those lists."""

    pk: int
    item: dict[str, Any]
    path: str
    under: dict[str, list[Node]] = field(default_factory=dict)

    def whole(self) -> dict[str, Any]:
        """The item with all that stands under it."""
        return self.item | {name: [one.whole() for one in nodes] for name, nodes in self.under.items() if nodes}


def as_file(programme: Programme) -> dict[str, Any]:
    """The programme as a programme file, ready for JSON. Empty fields are left out."""
    trees = trees_of(programme)
    content: dict[str, Any] = {"format": FORMAT, "programme": trees["programme"][0].whole()}
    for part in (*SHARED, *OWN):
        if trees[part.name]:
            content[part.name] = [node.whole() for node in trees[part.name]]
    return content


def as_text(content: dict[str, Any]) -> str:
    """A programme file as it is written to disk."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def trees_of(programme: Programme | None) -> dict[str, list[Node]]:
    """What is held, part by part: all organisations and bodies, and the programme with what is its own."""
    return _Reader(programme).trees()


class _Reader:
    def __init__(self, programme: Programme | None) -> None:
        self.programme = programme
        self.paths: dict[str, dict[int, str]] = defaultdict(dict)

    def trees(self) -> dict[str, list[Node]]:
        trees = {part.name: self._level(part, None, "") for part in SHARED}
        if self.programme is None:
            return trees | {part.name: [] for part in (PROGRAMME, *OWN)}
        trees[PROGRAMME.name] = self._level(PROGRAMME, None, "pk")
        for part in OWN:
            trees[part.name] = self._level(part, None, part.owner)
        return trees

    def _level(self, part: Part, owners: dict[int, Node] | None, reach: str) -> list[Node]:
        """All rows of a part, hung under their owners, and then the parts under it."""
        nodes: dict[int, Node] = {}
        pairs = []
        for row in self._rows(part, reach):
            above = owners[row[f"{part.owner}_id"]] if owners is not None else None
            path = path_of(part, row, above.path if above else "")
            nodes[row["pk"]] = Node(row["pk"], {}, path)
            pairs.append((row, nodes[row["pk"]]))
            if part.kind:
                self.paths[part.kind][row["pk"]] = path
        many = {ref.name: self._many(part, ref, reach) for ref in part.many}
        for row, node in pairs:
            node.item = self._item(part, row, many)
            if owners is not None:
                owners[row[f"{part.owner}_id"]].under.setdefault(part.name, []).append(node)
        self._below(part, nodes, reach)
        return list(nodes.values())

    def _below(self, part: Part, nodes: dict[int, Node], reach: str) -> None:
        for node in nodes.values():
            node.under = {child.name: [] for child in part.parts}
        for child in part.parts:
            up = "" if not reach else child.owner if reach == "pk" else f"{child.owner}__{reach}"
            self._level(child, nodes, up)

    def _rows(self, part: Part, reach: str) -> list[dict[str, Any]]:
        columns = ["pk", *part.fields, *(f"{ref.field}_id" for ref in part.refs)]
        if part.owner:
            columns.append(f"{part.owner}_id")
        held = part.model._default_manager.order_by("pk")
        if reach:
            held = held.filter(**{reach: self.programme.pk if reach == "pk" else self.programme})  # type: ignore[union-attr]
        rows = list(held.values(*columns))
        for name in reversed(part.order):
            rows.sort(key=lambda row: (row[name] is not None, row[name]))
        return rows

    def _many(self, part: Part, ref: Any, reach: str) -> dict[int, list[int]]:
        linked = part.field(ref.field)
        through = linked.remote_field.through._default_manager.order_by("pk")
        near, far = linked.m2m_field_name(), linked.m2m_reverse_field_name()
        if reach:
            through = through.filter(**{f"{near}__{reach}": self.programme})
        found = defaultdict(list)
        for one, other in through.values_list(f"{near}_id", f"{far}_id"):
            found[one].append(other)
        return found

    def _item(self, part: Part, row: dict[str, Any], many: dict[str, dict[int, list[int]]]) -> dict[str, Any]:
        item = {name: plain(row[name]) for name in part.fields if row[name] not in EMPTY}
        for ref in part.refs:
            if row[f"{ref.field}_id"] is not None:
                item[ref.name] = self.paths[ref.kind][row[f"{ref.field}_id"]]
        for ref in part.many:
            if linked := many[ref.name].get(row["pk"]):
                item[ref.name] = sorted(self.paths[ref.kind][pk] for pk in linked)
        return item


def path_of(part: Part, item: dict[str, Any], above: str) -> str:
    """How an item is named from elsewhere in the file: its owner's path, a stroke, its key."""
    if not part.kind:
        return above
    own = str(item[part.key[0]])
    return f"{above}/{own}" if above else own


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    return value.isoformat() if isinstance(value, PartialDate | date) else value
