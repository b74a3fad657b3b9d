"""What a case told up to a day, sorted so that the return can ask: the first and the last event of each kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

Row = tuple[int, str, str, dict[str, Any]]
"""An event as it is read: its number, its kind, its day (ccyy-mm-dd), its facts."""


class Told(NamedTuple):
    """One event. Days are text, ccyy-mm-dd, as the return writes them: they compare as they are."""

    event: int
    kind: str
    day: str
    facts: dict[str, Any]


class Story:
    """The events of one case that the return asks for, in order."""

    __slots__ = ("first", "last", "told")

    def __init__(self, rows: Iterable[Row]) -> None:
        self.told = list(map(_told, rows))
        self.last: dict[str, Told] = {one[1]: one for one in self.told}
        self.first: dict[str, Told] = {one[1]: one for one in reversed(self.told)}

    def earliest(self, *kinds: str) -> Told | None:
        """The first event of any of these kinds."""
        found: Told | None = None
        for kind in kinds:
            one = self.first.get(kind)
            if one and (found is None or _when(one) < _when(found)):
                found = one
        return found

    def latest(self, *kinds: str) -> Told | None:
        """The last event of any of these kinds."""
        found: Told | None = None
        for kind in kinds:
            one = self.last.get(kind)
            if one and (found is None or _when(one) > _when(found)):
                found = one
        return found

    def all_of(self, kind: str) -> list[Told]:
        """Every event of a kind."""
        return [one for one in self.told if one.kind == kind] if kind in self.first else []


_told = Told._make


def _when(one: Told) -> tuple[str, int]:
    return one.day, one.event
