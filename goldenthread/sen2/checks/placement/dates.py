"""PLC-DATES: a placement ends after it begins."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(place: Record, _: Around) -> Said:
    """Left before it was entered."""
    left = DAYS[place["LeavingDate"]]
    return bool(left and left < DAYS[place["EntryDate"]])


CHECK = Check(
    code="PLC-DATES",
    about="PlacementDetail",
    item="LeavingDate",
    title="A placement ends after it begins",
    says="LeavingDate is before EntryDate.",
    todo="Mend the wrong date.",
    basis=REASON,
    only=("LeavingDate", ()),
    find=find,
)
