"""Putting a programme file's records into the database: what is new is added, what is there is left as it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.kit.columns import Encoder
from goldenthread.kit.dates import PartialDate
from goldenthread.programme.exchange import shapes
from goldenthread.programme.exchange.names import Names
from goldenthread.programme.exchange.read import BadProgrammeFile
from goldenthread.programme.models import Programme

BATCH = 2000
Progress = Callable[[int, int, str], None]


@dataclass
class ImportResult:
    """What an import did. `differing` names what the file gives otherwise than the record; the record was kept."""

    added: int = 0
    revised: int = 0
    unchanged: int = 0
    differing: list[str] = field(default_factory=list)


def value_of(model: Any, name: str, value: Any) -> Any:
    """A value of the file as the database's column holds it."""
    return shapes.field_of(model, name).to_python(value) if value is not None else None


def state_of(model: Any, content: dict[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    """The fields that the file gives, as the columns hold them."""
    return {name: value_of(model, name, content[name]) for name in fields if name in content}


class Loader:
    """Loads one file into one programme, kind by kind, in the order in which they link."""

    def __init__(self, programme: Programme, *, by: Any, on: date, progress: Progress | None) -> None:
        self.programme, self.by, self.on = programme, by, on
        self.progress = progress or (lambda done, total, what: None)
        self.result = ImportResult()
        self.names = Names({})
        self._pending: dict[str, list[tuple[Any, dict[str, Any]]]] = {}

    def load(self, content: dict[str, Any]) -> ImportResult:
        """All kinds. Call it inside a transaction."""
        for name in shapes.TOP:
            self._pending[name] = [(self.programme, one) for one in content.get(name, [])]
        for done, name in enumerate(shapes.ORDER):
            self.progress(done, len(shapes.ORDER), name)
            self._kind(shapes.KINDS[name])
        self.progress(len(shapes.ORDER), len(shapes.ORDER), "done")
        return self.result

    def learn_bodies(self) -> None:
        """Know the bodies that have just been added."""
        self.names = Names({})

    def _kind(self, kind: shapes.Kind) -> None:
        given = self._pending.pop(kind.name, [])
        held = {
            self._identity(kind, row): row
            for row in kind.model.objects.filter(**{kind.scope: self.programme})
        }
        new, rows = [], []
        for parent, content in given:
            row = self._row(kind, parent, content)
            identity = self._identity(kind, row)
            known = held.get(identity)
            if known is None:
                held[identity] = row
                new.append(row)
            else:
                self._compare(kind, known, row)
            rows.append((known or row, content))
        kind.model.objects.bulk_create(new, batch_size=BATCH)
        self.result.added += len(new)
        self.names.add(kind.name, list(held.values())) if kind.name in _NAMED else None
        self._below(kind, rows, {id(row) for row in new})

    def _row(self, kind: shapes.Kind, parent: Any, content: dict[str, Any]) -> Any:
        row = kind.model(**{kind.parent: parent}, **state_of(kind.model, content, kind.fields))
        for name, to in kind.refs:
            if content.get(name):
                setattr(row, f"{name}_id", self._id(to, content[name], kind, content))
        if hasattr(row, "known_on") and row.known_on is None:
            dated = getattr(row, kind.known_by) if kind.known_by else None
            row.known_on = dated.last if isinstance(dated, PartialDate) else self.on
        if hasattr(row, "recorded_by_id"):
            row.recorded_by = self.by
        return row

    def _id(self, to: str, name: str, kind: shapes.Kind, content: dict[str, Any]) -> int:
        found = self.names.ids(to).get(name)
        if found is None:
            what = content.get("key") or content.get("title") or content.get("text") or ""
            raise BadProgrammeFile(
                [f"{kind.name} {what}: it links to “{name}”, and there is no such one among {to}."]
            )
        return found

    def _identity(self, kind: shapes.Kind, row: Any) -> tuple[Any, ...]:
        """What makes a row the same one: its parent and its natural key."""
        links = dict(kind.refs)
        values = (getattr(row, f"{name}_id" if name in links else name) for name in kind.key)
        return (
            getattr(row, f"{kind.parent}_id"),
            *(
                json.dumps(value, sort_keys=True) if isinstance(value, dict) else str(value)
                for value in values
            ),
        )

    def _compare(self, kind: shapes.Kind, known: Any, row: Any) -> None:
        names = [*kind.fields, *(f"{ref}_id" for ref, _ in kind.refs)]
        other = [name for name in names if name != "known_on" and getattr(known, name) != getattr(row, name)]
        if other:
            fields = ", ".join(name.replace("_", " ") for name in other)
            self.result.differing.append(
                f"{kind.name} {'/'.join(str(part) for part in self._identity(kind, row)[1:])}: {fields}"
            )
        else:
            self.result.unchanged += 1

    def _below(self, kind: shapes.Kind, rows: list[tuple[Any, dict[str, Any]]], new: set[int]) -> None:
        for child in kind.children:
            pending = self._pending.setdefault(child, [])
            taken = [pair for pair in rows if id(pair[0]) in new] if child in shapes.PARTS else rows
            pending += [(row, one) for row, content in taken for one in content.get(child, [])]
        if kind.versions:
            self._versions(kind, rows)
        for attribute, to in kind.many:
            self._many(kind, attribute, to, rows)

    def _many(
        self, kind: shapes.Kind, attribute: str, to: str, rows: list[tuple[Any, dict[str, Any]]]
    ) -> None:
        through = getattr(kind.model, attribute).through
        ends = [one for one in through._meta.get_fields() if one.many_to_one]
        links = []
        for row, content in rows:
            for name in content.get(attribute, []):
                linked = self._id(to, name, kind, content)
                links.append(through(**{ends[0].attname: row.pk, ends[1].attname: linked}))
        through.objects.bulk_create(links, batch_size=BATCH, ignore_conflicts=True)

    def _versions(self, kind: shapes.Kind, rows: list[tuple[Any, dict[str, Any]]]) -> None:
        held: dict[int, list[Any]] = {}
        known = kind.versions.objects.filter(**{f"record__{kind.scope}": self.programme})
        for version in known.order_by("known_from", "pk"):
            held.setdefault(version.record_id, []).append(version)
        self.add_versions(kind.versions, [(row, content.get("versions", [])) for row, content in rows], held)

    def add_versions(
        self, model: Any, rows: list[tuple[Any, list[dict[str, Any]]]], held: dict[int, list[Any]]
    ) -> None:
        """Each record's versions in order; those already there are left, later ones follow the last."""
        made, closed = [], []
        for row, given in rows:
            known = held.get(row.pk, [])
            last = known[-1] if known else None
            for content in given:
                version = self._version(model, row, content)
                says_nothing_new = (
                    bool(known) and last is known[-1] and _plain(version.state()) == _plain(last.state())
                )
                if says_nothing_new or any(_same(version, one) for one in known):
                    self.result.unchanged += 1
                    continue
                if last is not None and version.known_from < last.known_from:
                    self.result.differing.append(
                        f"{row}: a version known from {version.known_from}, before the last"
                    )
                    continue
                if last is not None:
                    last.known_until = version.known_from
                    closed += [last] if last.pk else []
                made.append(version)
                last = version
            self.result.revised += 1 if known and last is not known[-1] else 0
        for version in closed:
            model.objects.filter(pk=version.pk).update(known_until=version.known_until)
        model.objects.bulk_create(made, batch_size=BATCH)
        self.result.added += len(made)

    def _version(self, model: Any, row: Any, content: dict[str, Any]) -> Any:
        return model(
            record=row, recorded_by=self.by, **state_of(model, content, shapes.version_fields(model))
        )


_NAMED = {"inspections", "findings", "plans", "areas", "actions", "reviews"}


def _same(one: Any, other: Any) -> bool:
    return one.known_from == other.known_from and _plain(one.state()) == _plain(other.state())


def _plain(state: dict[str, Any]) -> str:
    return json.dumps(state, cls=Encoder, sort_keys=True)
