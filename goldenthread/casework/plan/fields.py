"""How a field of the form says what it is for, and what it may hold."""

from __future__ import annotations

from dataclasses import field
from typing import Any


def needed(words: str, *, choices: tuple[str, ...] = ()) -> Any:
    """A field that must be there."""
    return field(metadata={"says": words, "choices": choices, "names": ""})


def said(words: str, default: Any = "", *, choices: tuple[str, ...] = (), names: str = "") -> Any:
    """A field that may be left out. `names` is the kind of line whose ids it holds; `dict` makes an empty one."""
    metadata = {"says": words, "choices": choices, "names": names}
    if default is dict:
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)
