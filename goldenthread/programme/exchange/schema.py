"""The JSON Schema of a programme file, made from the shapes. schema.json is its printed form."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from goldenthread.programme import models as held
from goldenthread.programme.exchange import shapes

PARTIAL = r"^\d{4}(-\d{2}(-\d{2})?)?$"
DAY = r"^\d{4}-\d{2}-\d{2}$"
TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}


def schema() -> dict[str, Any]:
    """The whole schema. Every object refuses fields that it does not name."""
    properties: dict[str, Any] = {
        "format": {"const": shapes.FORMAT},
        "programme": _object(
            held.Programme, shapes.PROGRAMME, {"versions": _versions(held.ProgrammeVersion)}
        ),
        "successions": {"type": "array", "items": _succession()},
    }
    for name, model, fields in shapes.PARTNERS:
        properties[name] = {"type": "array", "items": _object(model, fields, _extra(name))}
    properties |= {name: _list(name) for name in shapes.TOP}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Golden Thread programme file",
        **_closed(properties, ["format", "programme"]),
    }


def _extra(name: str) -> dict[str, Any]:
    if name != "bodies":
        return {}
    sourced = {"sources": TEXTS, "certainty": TEXT}
    named = {"name": TEXT, "from_on": _partial(), "until_on": _partial(), **sourced}
    met = {"held_on": _partial(), "title": TEXT, **sourced}
    return {
        "reports_to": TEXTS,
        "earlier_names": {"type": "array", "items": _closed(named, ["name"])},
        "meetings": {"type": "array", "items": _closed(met, ["held_on"])},
    }


def _succession() -> dict[str, Any]:
    day = {"type": "string", "pattern": DAY}
    fields = {
        "predecessor": TEXT,
        "successor": TEXT,
        "on": day,
        "note": TEXT,
        "sources": TEXTS,
        "certainty": TEXT,
    }
    return _closed(fields, ["predecessor", "successor", "on"])


def _list(name: str) -> dict[str, Any]:
    kind = shapes.KINDS[name]
    more: dict[str, Any] = {child: _list(child) for child in kind.children}
    more |= {ref: TEXT for ref, _ in kind.refs}
    more |= {many: TEXTS for many, _ in kind.many}
    if kind.versions:
        more["versions"] = _versions(kind.versions)
    required = ["versions"] if kind.versions else []
    return {"type": "array", "items": _object(kind.model, kind.fields, more, kind.known_by, required)}


def _versions(model: Any) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": _object(model, shapes.version_fields(model), {})}


def _object(
    model: Any,
    fields: tuple[str, ...],
    more: dict[str, Any],
    known_by: str = "",
    required: list[str] | None = None,
) -> dict[str, Any]:
    columns = {name: shapes.field_of(model, name) for name in fields}
    needed = [
        name
        for name, column in columns.items()
        if not (column.blank or column.null or column.has_default() or (name == "known_on" and known_by))
    ]
    return _closed(
        {name: _type(column) for name, column in columns.items()} | more, needed + (required or [])
    )


def _closed(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _partial(*, may_be_none: bool = True) -> dict[str, Any]:
    return {"type": ["string", "null"] if may_be_none else "string", "pattern": PARTIAL}


def _type(column: Any) -> dict[str, Any]:
    if isinstance(column, DateRangeField):
        return _partial(may_be_none=column.null)
    if isinstance(column, models.DateField):
        return {"type": ["string", "null"] if column.null else "string", "pattern": DAY}
    if isinstance(column, models.BooleanField):
        return {"type": "boolean"}
    if isinstance(column, models.IntegerField):
        return {"type": ["integer", "null"] if column.null else "integer"}
    if isinstance(column, models.JSONField):
        return _json(column)
    if column.choices:
        return {"enum": [value for value, _ in column.choices] + ([""] if column.blank else [])}
    return {"type": "string", **({"maxLength": column.max_length} if column.max_length else {})}


def _json(column: Any) -> dict[str, Any]:
    if column.default is not list:
        return {"type": ["object", "null"] if column.null else "object"}
    return TEXTS
