"""Events as literal lines, for tests that need no database."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.casework.process.course import Happening


def file(*lines: tuple[Any, ...]) -> list[Happening]:
    """Lines (kind, day, facts, answers); the number of an event is its place from 1."""
    return [
        Happening(number, line[0], date.fromisoformat(line[1]), line[2] if len(line) > 2 else {},
                  line[3] if len(line) > 3 else None)
        for number, line in enumerate(lines, 1)
    ]  # fmt: skip


REQUEST = ("request-received", "2026-03-02", {"by": "parent"})
AGREED = ("assessment-agreed", "2026-04-07")
WANTED = ("plan-agreed", "2026-06-01")
DRAFT = ("draft-issued", "2026-06-08", {"information": True})
FINAL = ("final-issued", "2026-07-06", {"placement": "Oak School"})
TO_FINAL = (REQUEST, AGREED, WANTED, DRAFT, FINAL)
