"""A plan as JSON: what is like its default is left out, so that a plan keeps its words and its hash when the form grows."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import Any

from goldenthread.casework.plan.shapes import Plan


def as_data(value: Any) -> Any:
    """Plain values for JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            one.name: as_data(getattr(value, one.name))
            for one in fields(value)
            if getattr(value, one.name) != _default(one)
        }
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [as_data(one) for one in value]
    if isinstance(value, dict):
        return {key: as_data(one) for key, one in value.items()}
    return value


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def plan_data(plan: Plan) -> dict[str, Any]:
    """The whole file, with its format named."""
    return {"format": plan.format, **as_data(plan)}


def as_json(plan: Plan) -> str:
    """The whole file to read by eye."""
    return json.dumps(plan_data(plan), ensure_ascii=False, indent=1) + "\n"


def canonical(data: Any) -> bytes:
    """One way of writing for each content: sorted keys, no spaces, UTF-8. Hashes are over this.

    >>> canonical({"b": 1, "a": "é"}).decode()
    '{"a":"é","b":1}'
    """
    return json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()
