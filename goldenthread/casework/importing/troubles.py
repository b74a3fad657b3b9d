"""What is wrong with a file or a row of it, in sentences that say how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.kit.received.tables import UnreadableFile

__all__ = ["Trouble", "UnreadableFile"]


@dataclass(frozen=True)
class Trouble:
    """Something wrong in one row: where, what, and how to mend it."""

    row: int
    column: str
    sentence: str
