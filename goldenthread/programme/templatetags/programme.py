"""Filters that the programme's pages use."""

from __future__ import annotations

from typing import Any

from django import template

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.queries.sources import sources_of

register = template.Library()
register.filter("sources", sources_of)


@register.filter
def get(mapping: dict[Any, Any], key: Any) -> Any:
    """The value that a dictionary holds for a key; None without one."""
    return mapping.get(key)


@register.filter
def replace_underscores(text: str) -> str:
    """A field's name as words."""
    return str(text).replace("_", " ")


@register.filter
def iso_partial(text: str) -> PartialDate:
    """A date that a published text holds as "2024-04", to be shown in words."""
    return PartialDate.parse(text)
