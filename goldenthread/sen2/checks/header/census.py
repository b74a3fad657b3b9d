"""HDR-CENSUS: the reference date is the census day."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(header: Record, around: Around) -> Said:
    """The reference date is another day."""
    day = around.year.census.isoformat()
    return day if header["ReferenceDate"] and header["ReferenceDate"] != day else None


CHECK = Check(
    code="HDR-CENSUS",
    about="Header",
    item="ReferenceDate",
    title="The reference date is the census day",
    says="ReferenceDate is not the census day, {0}.",
    todo="Put the census day.",
    basis=GUIDE,
    find=find,
)
