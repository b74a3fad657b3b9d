"""Plain values of JSON into the shapes, by the types of their fields. All troubles are gathered, none stops the reading."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from goldenthread.casework.plan.errors import Trouble
from goldenthread.law.words import listed

Shape = TypeVar("Shape")
NAMES = {str: "text in quotes", int: "a whole number", bool: "true or false", date: "a day like 2026-09-07"}


class Reader:
    """Reads values and keeps what was wrong with them."""

    def __init__(self) -> None:
        self.troubles: list[Trouble] = []

    def trouble(self, where: str, sentence: str) -> None:
        """Keep one trouble."""
        self.troubles.append(Trouble(where, sentence))

    def shape(
        self, kind: type[Shape], value: Any, where: str, instead: dict[str, Any] | None = None
    ) -> Shape | None:
        """An object of a shape, or None with its troubles kept. `instead` gives other types for some fields."""
        if not isinstance(value, dict):
            self.trouble(where or "the file", f"an object with fields is needed here, not {_shown(value)}.")
            return None
        where = f"{where} “{value['id']}”" if isinstance(value.get("id"), str) else where
        shape: Any = kind
        known, before = _fields(shape), len(self.troubles)
        for name in sorted(value.keys() - known.keys()):
            near = get_close_matches(name, known, n=1)
            hint = f"Did you mean “{near[0]}”?" if near else f"The fields here are {listed(sorted(known))}."
            self.trouble(where or "the file", f"the field “{name}” is not known. {hint}")
        given: dict[str, Any] = {}
        for name, (one, hint) in known.items():
            if name in value:
                place = f"{where}, {name}" if where else name
                given[name] = self.value((instead or {}).get(name, hint), value[name], place, one)
            elif one.default is MISSING and one.default_factory is MISSING:
                self.trouble(where or "the file", f"“{name}” is missing. {one.metadata['says']}")
        return kind(**given) if len(self.troubles) == before else None

    def value(self, hint: Any, value: Any, where: str, field: Field[Any] | None = None) -> Any:
        """A value of a type."""
        if get_origin(hint) in {Union, UnionType}:
            if value is None:
                return None
            hint = next(one for one in get_args(hint) if one is not NoneType)
        if get_origin(hint) is tuple:
            return self._list(get_args(hint)[0], value, where, field)
        if get_origin(hint) is dict:
            return self._table(get_args(hint)[1], value, where, field)
        if is_dataclass(hint):
            return self.shape(hint, value, where)  # type: ignore[arg-type]
        return self._plain(hint, value, where, field)

    def _list(self, hint: Any, value: Any, where: str, field: Field[Any] | None) -> tuple[Any, ...]:
        if not isinstance(value, list):
            self.trouble(where, f"a list in square brackets is needed here, not {_shown(value)}.")
            return ()
        named = where.removesuffix(", lines")
        return tuple(self.value(hint, one, f"{named}, {place}.", field) for place, one in enumerate(value, 1))

    def _table(self, hint: Any, value: Any, where: str, field: Field[Any] | None) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.trouble(where, f"an object in braces is needed here, not {_shown(value)}.")
            return {}
        for key in value:
            self._choice(key, where, field)
        return {key: self.value(hint, one, f"{where}, {key}") for key, one in value.items()}

    def _plain(self, hint: Any, value: Any, where: str, field: Field[Any] | None) -> Any:
        if hint is date:
            return self._day(value, where)
        if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
            self.trouble(where, f"{NAMES[hint]} is needed here, not {_shown(value)}.")
        elif hint is str and not _is_text(value):
            self.trouble(
                where, "this holds half a character, or one that cannot be kept. Type the words again."
            )
        elif hint is str:
            self._choice(value, where, field)
        return value

    def _day(self, value: Any, where: str) -> date | None:
        try:
            if isinstance(value, str) and len(value) == 10:
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.trouble(where, f"{NAMES[date]} is needed here, not {_shown(value)}.")
        return None

    def _choice(self, value: str, where: str, field: Field[Any] | None) -> None:
        choices = field.metadata.get("choices") if field else ()
        if choices and value not in choices and not (value == "" and field and field.default == ""):
            self.trouble(where, f"“{value}” is not one of {listed(list(choices))}.")


@cache
def _fields(kind: Any) -> dict[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(kind)
    return {one.name: (one, hints[one.name]) for one in fields(kind)}


def _is_text(value: str) -> bool:
    """Whether a database keeps it: no half characters, and not the character of number 0."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in value


def _shown(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    if isinstance(value, bool):
        return str(value).lower()
    words = str(value)
    return f"“{words[:40]}{'…' if len(words) > 40 else ''}”" if isinstance(value, str) else words[:40]
