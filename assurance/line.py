"""The lines of the ledger: what is asked for, the tests that show it, and what they leave open."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PLACE = Path(__file__).with_name("ledger.toml")


@dataclass(frozen=True)
class Line:
    """`tests` are names of files or tests in pytest's words. `open` says what is not shown, and why; without it all is."""

    id: str
    title: str
    asked: str
    tests: tuple[str, ...] = ()
    open: str = ""
    only_full: bool = False

    def has(self, nodeid: str) -> bool:
        """Whether a test belongs to this line."""
        return any(holds(one, nodeid) for one in self.tests)

    def is_done(self, to_do: list[str], found: dict[str, Any]) -> bool:
        """Whether each of its tests came to something; a line without tests is."""
        return all(nodeid in found for nodeid in to_do if self.has(nodeid))


def holds(named: str, nodeid: str) -> bool:
    """Whether a test is the one that is named, or within it."""
    return nodeid == named or nodeid.startswith((f"{named}::", f"{named}[", f"{named}/"))


def ledger() -> tuple[Line, ...]:
    """Every line, in order."""
    lines = tomllib.loads(PLACE.read_text(encoding="utf-8"))["line"]
    return tuple(Line(**{**line, "tests": tuple(line.get("tests", ()))}) for line in lines)
