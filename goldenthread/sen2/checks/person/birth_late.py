"""PER-BIRTH-LATE: a person is born before the census."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(person: Record, around: Around) -> Said:
    """Born after the census day."""
    return DAYS[person["PersonBirthDate"]] > around.census


CHECK = Check(
    code="PER-BIRTH-LATE",
    about="Person",
    item="PersonBirthDate",
    title="A person is born before the census",
    says="PersonBirthDate is after the census day.",
    todo="Mend the date of birth.",
    basis=REASON,
    find=find,
)
