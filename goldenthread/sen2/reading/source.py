"""What every format is read into: a header, a year, and persons one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from goldenthread.sen2.notes import Notes
from goldenthread.sen2.record import Record
from goldenthread.sen2.years import CollectionYear


class Source(Protocol):
    """A return that can be read once, from its first person to its last."""

    header: Record
    year: CollectionYear
    notes: Notes

    def persons(self) -> Iterator[Record]:
        """Every person with all that hangs from them, numbered from 1."""
        ...

    def progress(self) -> float:
        """How much has been read, from 0 to 1."""
        ...
