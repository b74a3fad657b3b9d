"""What an item of the return is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a value of an item is written."""

    TEXT = "text"
    DATE = "date"
    MOMENT = "date and time"
    FLAG = "1 or 0"
    CODE = "code"
    WHOLE = "whole number"
    URN = "6-figure number"
    UKPRN = "8-figure number"
    LA = "3-figure number of an authority"


@dataclass(frozen=True)
class Item:
    """One item: its tag in XML (lower case in COLLECT’s CSV files), its heading in DfE’s workbook, and how it is written.

    `codes` names a set in `codes`. `required` means on every record; items that are needed in some cases have checks.
    """

    tag: str
    heading: str
    kind: Kind = Kind.TEXT
    codes: str = ""
    required: bool = False
    number: str = ""
    """DfE’s number of the item, where a source was found for it."""

    @property
    def column(self) -> str:
        """Its heading in COLLECT’s CSV files."""
        return self.tag.lower()
