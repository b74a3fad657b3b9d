"""Everything that is held about a child, row by row, and which rows say something about other people.

The rows are those that lead to the child (`reach`). A row is flagged where it is about an adult who did not ask, or where one of
its texts gives the name of somebody else around the child, or of another child of this authority. A person then decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from goldenthread.casework.models import Case, Paper
from goldenthread.casework.queries.other_children import Others
from goldenthread.keeping.queries.reach import Rows, reach_of
from goldenthread.people.models import Adult, Child

NEVER_SAID = {"content", "elsewhere", "data", "packed", "code_hash", "secret_hash", "password", "key"}
"""Bytes go as files, and secrets do not go at all."""
OF_OTHERS = {"Withholding": "It says where somebody else lives, and from whom that is kept.",
             "Bar": "It is about a member of staff.", "Grant": "It is about a member of staff."}  # fmt: skip
OUR_OWN = {"Disclosure"}
"""Our own work on answering; it goes as what it says, and never with the answer that it holds."""


@dataclass(frozen=True)
class File:
    """Bytes that a row holds."""

    name: str
    content: bytes


@dataclass
class Row:
    """One row: what it says, its files, and why a person must look at it."""

    table: str
    label: str
    key: str
    says: dict[str, Any]
    files: list[File] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(str(value) for value in self.says.values())


def everything(child: Child, on: date, *, asked_by: Adult | None = None) -> list[Row]:
    """Every row about the child in the order of the tables' names, flagged for whoever asked."""
    rows = list(_rows(reach_of(child)))
    others = [one for one in _adults(child) if one != asked_by]
    case = Case.objects.filter(child=child).select_related("child").first()
    index = Others(case, [row.text for row in rows], on) if case else None
    for row in rows:
        row.flags += _flags(row, others)
        if index is not None and index.traces(row.text):
            row.flags.append("It may name another child.")
    return rows


def _rows(found: Rows) -> Iterator[Row]:
    for model in sorted(found, key=lambda one: one._meta.label):
        for one in model._base_manager.filter(pk__in=found[model]).order_by("pk").iterator(chunk_size=500):
            yield _row(one)


def _row(one: models.Model) -> Row:
    label = one._meta.label
    row = Row(str(one._meta.verbose_name_plural), label, f"{label}:{one.pk}", {})
    for column in one._meta.concrete_fields:
        value = getattr(one, column.attname)
        if isinstance(column, models.BinaryField):
            value = one.content if isinstance(one, Paper) else value
            if value and one._meta.object_name not in OUR_OWN:
                row.files.append(File(_file_name(one, str(column.column)), bytes(value)))
        elif column.name not in NEVER_SAID and not isinstance(column, models.GeneratedField):
            row.says[str(column.verbose_name)] = _said(one, column, value)
    return row


def _said(one: models.Model, column: Any, value: Any) -> Any:
    if column.choices and isinstance(value, str | int):
        return getattr(one, f"get_{column.name}_display")()
    return value


def _file_name(one: models.Model, column: str) -> str:
    given = re.sub(r"[^\w. -]", "_", str(getattr(one, "name", "") or column))[-80:]
    return f"files/{one._meta.model_name}-{one.pk}-{given}"


def _adults(child: Child) -> list[Adult]:
    """Everybody else around the child: by a relationship, and by what they wrote or were sent."""
    cases = Case.objects.filter(child=child)
    near = Q(relationships__child=child) | Q(represents__child=child) | Q(letters__case__in=cases)
    return list(Adult.objects.filter(near).distinct())


def _flags(row: Row, others: list[Adult]) -> Iterator[str]:
    name = row.label.rpartition(".")[2]
    if name in OF_OTHERS:
        yield OF_OTHERS[name]
    keys = {one.pk for one in others}
    if name == "Adult" and int(row.key.rpartition(":")[2]) in keys:
        yield "It is about somebody else."
    elif row.says.get("adult") in keys or row.says.get("representative") in keys:
        yield "It is somebody else’s, or to somebody else."
    text = row.text.lower()
    if named := [one.name for one in others if one.name.lower() in text]:
        yield f"It names {named[0]}."
