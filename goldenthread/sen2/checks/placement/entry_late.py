"""PLC-ENTRY-LATE: a placement begins by the census."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(place: Record, around: Around) -> Said:
    """Entered after the census day."""
    return DAYS[place["EntryDate"]] > around.census


CHECK = Check(
    code="PLC-ENTRY-LATE",
    about="PlacementDetail",
    item="EntryDate",
    severity=QUERY,
    title="A placement begins by the census",
    says="EntryDate is after the census day.",
    todo="Confirm, or give the placement of the census day.",
    basis=REASON,
    find=find,
)
