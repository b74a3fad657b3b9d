"""The JSON Schema of a programme file, made from the table of its shape and kept in schema.json beside this module."""

from __future__ import annotations

from typing import Any

from django.db import models

from goldenthread.kit.columns import PartialDateField
from goldenthread.programme.file.shape import FORMAT, OWN, PROGRAMME, SHARED, Part

DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": "A day: 2024-04-17."}
PARTIAL = {
    "type": "string",
    "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
    "description": "A day, a month or a year, never more exact than was said: 2024-04-17, 2024-04 or 2024.",
}
TEXTS = {"type": "array", "items": {"type": "string", "minLength": 1}}
VALUE = {
    "type": "object",
    "description": "A figure as it was written, and what can be read from it. A bound such as “>85%” stays a bound.",
    "required": ["as_written"],
    "additionalProperties": False,
    "properties": {
        "as_written": {"type": "string"},
        "number": {"type": ["string", "null"], "pattern": r"^-?\d+(\.\d+)?$"},
        "op": {"enum": ["=", ">", "≥", "<", "≤", "~"]},
        "unit": {"type": "string"},
        "note": {"type": "string"},
        "base": {"type": ["integer", "null"], "minimum": 0},
        "base_status": {"type": "string"},
    },
}
GRADE = {
    "type": "object",
    "required": ["code", "word", "shape"],
    "additionalProperties": False,
    "properties": {
        **{name: {"type": "string", "minLength": 1} for name in ("code", "word", "shape")},
        "meaning": {"type": "string"},
        "is_finished": {"type": "boolean"},
        "needs_evidence": {"type": "boolean"},
    },
}
GRADES = {"type": "array", "minItems": 1, "items": GRADE}
ANYTHING = {"type": "object"}
RATING_KEY = {
    "type": "object",
    "required": ["delivery", "confidence", "impact"],
    "additionalProperties": False,
    "properties": {"delivery": GRADES, "confidence": GRADES, "impact": GRADES},
}
SHAPED: dict[str, dict[str, Any]] = {
    **{name: VALUE for name in ("baseline", "target", "milestone", "actual")},
    "rating_key": RATING_KEY,
    "library": {"type": "object", "additionalProperties": {"type": "string"}},
    "detail": ANYTHING,
    "content": ANYTHING,
    "better": {"enum": ["lower", "higher", ""]},
}


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of a programme file. Fields that it does not name are refused, everywhere."""
    lists = {part.name: {"type": "array", "items": {"$ref": f"#/$defs/{part.name}"}} for part in (*SHARED, *OWN)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Golden Thread programme file",
        "type": "object",
        "required": ["format", "programme"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "programme": {"$ref": "#/$defs/programme"},
            **lists,
        },
        "$defs": {part.name: _item(part) for part in (*SHARED, PROGRAMME, *OWN)},
    }


def _item(part: Part) -> dict[str, Any]:
    path = {"type": "string", "minLength": 1}
    properties = {name: _value(part, name) for name in part.fields}
    properties |= {ref.name: path | {"description": _naming(ref.kind)} for ref in part.refs}
    properties |= {ref.name: {"type": "array", "items": path, "description": _naming(ref.kind)} for ref in part.many}
    properties |= {child.name: _children(child) for child in part.parts}
    required = [name for name in (*part.fields, *(ref.name for ref in part.refs)) if part.is_required(name)]
    required += [child.name for child in part.parts if child.is_version]
    return {
        "type": "object", "required": sorted(required), "additionalProperties": False, "properties": properties
    }  # fmt: skip


def _children(part: Part) -> dict[str, Any]:
    listed: dict[str, Any] = {"type": "array", "items": _item(part)}
    return listed | {"minItems": 1} if part.is_version else listed


def _naming(kind: str) -> str:
    return {
        "area": "An area as plan/area.",
        "action": "An action as plan/area/action.",
        "finding": "A finding as inspection/number.",
    }.get(kind, f"The {'name' if kind in ('body', 'organisation') else 'key'} of a {kind} of this file.")


def _value(part: Part, name: str) -> dict[str, Any]:
    field = part.field(name)
    if name in SHAPED:
        return SHAPED[name]
    if field.choices:
        return {"enum": [code for code, _ in field.choices]}
    if isinstance(field, PartialDateField):
        return PARTIAL
    if isinstance(field, models.DateField):
        return DAY
    if isinstance(field, models.JSONField):
        return TEXTS
    if isinstance(field, models.BooleanField):
        return {"type": "boolean"}
    if isinstance(field, models.IntegerField):
        return _whole_number(name)
    return _text(part, field)


def _whole_number(name: str) -> dict[str, Any]:
    if name in ("likelihood", "severity"):
        return {"type": "integer", "minimum": 1, "maximum": 5}
    return {"type": "integer", "minimum": 0, "maximum": 32767}


def _text(part: Part, field: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "string"}
    if part.is_required(field.name):
        found["minLength"] = 1
    if isinstance(field, models.SlugField):
        found["pattern"] = r"^[-a-zA-Z0-9_]+$"
    if field.max_length:
        found["maxLength"] = field.max_length
    return found
