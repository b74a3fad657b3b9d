"""The JSON Schema of a plan file, made from the shapes: docs/plan-file.schema.json is its printed form."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from goldenthread.casework.plan.lines import LINES
from goldenthread.casework.plan.plan_types import known_types
from goldenthread.casework.plan.shapes import Plan, Section

DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
PLAIN = {str: "string", int: "integer", bool: "boolean"}


def schema() -> dict[str, Any]:
    """The whole schema. Every object refuses fields that it does not name. Links between lines are checked when it is read."""
    made = object_schema(Plan)
    made["properties"]["sections"] = _sections()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Golden Thread plan file",
        **made,
        "$defs": {holds: _section(holds) for holds in LINES},
    }


def _sections() -> dict[str, Any]:
    held = {
        kind.key: kind.holds
        for one in known_types().values()
        for version in one.versions
        for kind in version.sections
    }
    properties = {key: {"$ref": f"#/$defs/{holds}"} for key, holds in held.items()}
    words = "The sections by their keys. One that is left out is named by check S1."
    return {"type": "object", "description": words, "properties": properties, "additionalProperties": False}


def _section(holds: str) -> dict[str, Any]:
    made = object_schema(Section)
    made["title"] = f"A section that holds {holds}"
    made["properties"]["lines"]["items"] = object_schema(LINES[holds])
    return made


def object_schema(shape: Any) -> dict[str, Any]:
    """The schema of one shape: its fields, those that must be there, and no others."""
    hints = get_type_hints(shape)
    properties, required = {}, []
    for one in fields(shape):
        properties[one.name] = {**_type(hints[one.name], one), "description": one.metadata["says"]}
        if one.default is MISSING and one.default_factory is MISSING:
            required.append(one.name)
        elif isinstance(one.default, str | int | bool) and one.default not in ("", False):
            properties[one.name]["default"] = one.default
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _type(hint: Any, field: Field[Any]) -> dict[str, Any]:
    if get_origin(hint) in {Union, UnionType}:
        inner = _type(next(one for one in get_args(hint) if one is not NoneType), field)
        return {"anyOf": [inner, {"type": "null"}]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], field)}
    if get_origin(hint) is dict:
        keys = (
            {"propertyNames": {"enum": list(field.metadata["choices"])}} if field.metadata["choices"] else {}
        )
        return {"type": "object", "additionalProperties": {"type": "string"}, **keys}
    if is_dataclass(hint):
        return object_schema(hint)
    if hint is date:
        return dict(DAY)
    choices = list(field.metadata["choices"])
    if choices and hint is str:
        return {"enum": choices + ([""] if field.default == "" else [])}
    return {"type": PLAIN[hint]}
