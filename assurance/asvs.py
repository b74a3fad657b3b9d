"""OWASP ASVS 5.0.0: each requirement of levels 1 and 2 with its test, or why it does not apply, or what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PLACE = Path(__file__).with_name("asvs.txt")


@dataclass(frozen=True)
class Requirement:
    """A requirement in our words. `kind` is "test", "n/a" or "open"; `said` the test's path, or the reason."""

    number: str
    level: int
    words: str
    kind: str
    said: str


def requirements() -> list[Requirement]:
    """Every row, in order."""
    lines = PLACE.read_text(encoding="utf-8").splitlines()
    names = dict(line.removeprefix("# @").split(" = ") for line in lines if line.startswith("# @"))
    found = []
    for line in lines:
        if line and not line.startswith("#"):
            number, level, words, said = (part.strip() for part in line.split(" | "))
            kind, _, reason = said.partition(": ")
            if kind in ("n/a", "open") and reason:
                found.append(Requirement(number, int(level), words, kind, reason))
            else:
                found.append(
                    Requirement(number, int(level), words, "test", names.get(said.removeprefix("@"), said))
                )
    return found
