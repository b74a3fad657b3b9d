"""What is wrong with a file or a row of it, in sentences that say how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


class UnreadableFile(Exception):
    """A file that cannot be read at all; its text says why, and what to do."""


@dataclass(frozen=True)
class Trouble:
    """Something wrong in one row: where, what, and how to mend it."""

    row: int
    column: str
    sentence: str
