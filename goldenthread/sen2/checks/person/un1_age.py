"""PER-UN1-AGE: uN1 is for children under 6."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(person: Record, around: Around) -> Said:
    """UN1 at 6 or over on the census day."""
    born = person["PersonBirthDate"]
    if person["UPNunknown"] != "UN1" or not DAYS[born]:
        return None
    return f"{int(born[:4]) + 6:04}{born[4:]}" <= around.year.census.isoformat()


CHECK = Check(
    code="PER-UN1-AGE",
    about="Person",
    item="UPNunknown",
    severity=QUERY,
    title="UN1 is for children under 6",
    says="UPNunknown is UN1, for a child aged 6 or over.",
    todo="Look for the UPN, or give the reason that fits.",
    basis=GUIDE,
    only=("UPNunknown", ("UN1",)),
    find=find,
)
