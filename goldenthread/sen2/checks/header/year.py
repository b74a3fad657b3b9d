"""HDR-YEAR: the year is that of the reference date."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.record import Record


def find(header: Record, _: Around) -> Said:
    """Year and ReferenceDate differ."""
    day = header["ReferenceDate"]
    return bool(day and header["Year"] and day[:4] != header["Year"])


CHECK = Check(
    code="HDR-YEAR",
    about="Header",
    item="Year",
    title="The year is that of the reference date",
    says="Year is not the year of ReferenceDate.",
    todo="Put the return year in both.",
    basis=REASON,
    find=find,
)
