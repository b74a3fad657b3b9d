"""What a check found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How things are."""

    WELL = "well"
    LOOK = "look"
    BROKEN = "broken"


@dataclass(frozen=True)
class Finding:
    """One line of the doctor: what was looked at, how it is, what was found, and what to do unless it is well."""

    name: str
    state: State
    found: str
    remedy: str = ""

    @property
    def is_well(self) -> bool:
        """Whether nothing need be done."""
        return self.state is State.WELL


Check = Callable[[], Finding]


def well(name: str, found: str) -> Finding:
    """Nothing to do."""
    return Finding(name, State.WELL, found)


def look(name: str, found: str, remedy: str) -> Finding:
    """It works, and somebody should see to it."""
    return Finding(name, State.LOOK, found, remedy)


def broken(name: str, found: str, remedy: str) -> Finding:
    """It does not work."""
    return Finding(name, State.BROKEN, found, remedy)
