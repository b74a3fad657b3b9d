"""Reading the standard's JSON: what can be used is used, and everything that cannot is listed with where it stands.

A part inside a record that lacks its `id` gets one made from its parent's, the same each time; a wrong value of an optional
field is left out and listed; a record without what is required of it is refused.
"""

from __future__ import annotations

import uuid
from dataclasses import Field, dataclass, field, fields
from typing import Any, TypeVar

from goldenthread.openreferral.kinds import Unreadable, identifier
from goldenthread.openreferral.shapes import SHAPES, Service, Taxonomy, TaxonomyTerm

NAMESPACE = uuid.UUID("6f1a4c0e-6c2e-4b0b-9d0a-1f5f6f9c3b11")
LONGEST_LIST = 500
FILLED = {
    "description": "No description was given.",
    "state_province": "",
    "country": "GB",
    "address_1": "",
    "city": "",
    "postal_code": "",
    "address_type": "physical",
    "location_type": "physical",
}
"""What stands in a required field of a part that left it out, so that one gap does not cost the whole record."""
Shape = TypeVar("Shape")


@dataclass(frozen=True)
class Problem:
    """Something in a record that could not be used. `is_fatal`: the record was refused for it."""

    where: str
    sentence: str
    is_fatal: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}"


@dataclass
class Read:
    """A record as far as it could be read, and what was wrong with it."""

    record: Any = None
    problems: list[Problem] = field(default_factory=list)


def read_service(data: Any) -> Read:
    """A service, fully nested."""
    return _read(Service, data)


def read_taxonomy(data: Any) -> Read:
    """A vocabulary."""
    return _read(Taxonomy, data)


def read_term(data: Any) -> Read:
    """A word of a vocabulary."""
    return _read(TaxonomyTerm, data)


def made_identifier(*parts: Any) -> str:
    """An identifier that the same parts always give."""
    return str(uuid.uuid5(NAMESPACE, "\x1f".join(str(part) for part in parts)))


def _read(shape: type[Shape], data: Any) -> Read:
    outcome = Read()
    if not isinstance(data, dict):
        outcome.problems.append(
            Problem("the record", "should be an object with names and values", is_fatal=True)
        )
        return outcome
    record = _Reader(outcome.problems).shape(shape, data, "", parent="", is_whole=True)
    if not any(problem.is_fatal for problem in outcome.problems):
        outcome.record = record
    return outcome


class _Reader:
    """Walks the dataclasses' fields; keeps the list of problems."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def shape(
        self, shape: type[Any], data: dict[str, Any], at: str, parent: str, is_whole: bool = False
    ) -> Any:
        own = self._identify(data, at, parent, is_whole)
        values: dict[str, Any] = {}
        for one in fields(shape):
            values[one.name] = self._field(one, data, at, own, is_whole)
        if "id" in values:
            values["id"] = own
        return shape(**values)

    def _identify(self, data: dict[str, Any], at: str, parent: str, is_whole: bool) -> str:
        given = data.get("id")
        try:
            return identifier(given)
        except Unreadable as trouble:
            if isinstance(given, str | int) and str(given).strip():
                self._say(at, "id", f"{trouble}; we made one from it")
                return made_identifier("given", given)
            if is_whole:
                self._say(at, "id", "is missing: a record needs a UUID of its own", is_fatal=True)
            return made_identifier(parent, at)

    def _field(self, one: Field[Any], data: dict[str, Any], at: str, own: str, is_whole: bool) -> Any:
        value = data.get(one.name)
        if one.name == "id":
            return own
        if "shape" in one.metadata:
            return self._inside(one, value, at, own)
        if value is None or value == "":
            return self._missing(one, at, is_whole)
        try:
            return one.metadata["kind"](value)
        except Unreadable as trouble:
            self._say(
                at,
                one.name,
                f"{trouble}, and is “{str(value)[:60]}”",
                is_fatal=self._is_needed(one, is_whole),
            )
            return FILLED.get(one.name) if one.metadata["required"] else None

    @staticmethod
    def _is_needed(one: Field[Any], is_whole: bool) -> bool:
        return bool(one.metadata["required"] and is_whole and one.name not in FILLED)

    def _missing(self, one: Field[Any], at: str, is_whole: bool) -> Any:
        if not one.metadata["required"]:
            return None
        if self._is_needed(one, is_whole):
            self._say(at, one.name, "is missing", is_fatal=True)
        return FILLED.get(one.name, "")

    def _inside(self, one: Field[Any], value: Any, at: str, own: str) -> Any:
        shape, where = SHAPES[one.metadata["shape"]], f"{at}.{one.name}".lstrip(".")
        if not one.metadata.get("many"):
            if value in (None, {}):
                return None
            if not isinstance(value, dict):
                self._say(at, one.name, "should be an object; it was left out")
                return None
            return self.shape(shape, value, where, own)
        if value is None:
            return []
        if not isinstance(value, list) or len(value) > LONGEST_LIST:
            self._say(at, one.name, f"should be a list of at most {LONGEST_LIST}; it was left out")
            return []
        parts = []
        for number, part in enumerate(value):
            if isinstance(part, dict):
                parts.append(self.shape(shape, part, f"{where}.{number}", own))
            else:
                self._say(where, str(number), "should be an object; it was left out")
        return parts

    def _say(self, at: str, name: str, sentence: str, is_fatal: bool = False) -> None:
        self.problems.append(Problem(f"{at}.{name}".lstrip("."), sentence, is_fatal))
