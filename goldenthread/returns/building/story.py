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
        self.told = [Told(*row) for row in rows]
        self.first: dict[str, Told] = {}
        self.last: dict[str, Told] = {}
        for one in self.told:
            self.first.setdefault(one.kind, one)
            self.last[one.kind] = one

    def earliest(self, *kinds: str) -> Told | None:
        """The first event of any of these kinds."""
        held = [found for kind in kinds if (found := self.first.get(kind))]
        return min(held, key=_when) if held else None

    def latest(self, *kinds: str) -> Told | None:
        """The last event of any of these kinds."""
        held = [found for kind in kinds if (found := self.last.get(kind))]
        return max(held, key=_when) if held else None

    def all_of(self, kind: str) -> list[Told]:
        """Every event of a kind."""
        return [one for one in self.told if one.kind == kind] if kind in self.first else []


def _when(one: Told) -> tuple[str, int]:
    return one.day, one.event
