"""PER-UN3-AGE: UN3 is for children who went to school abroad."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(person: Record, around: Around) -> Said:
    """UN3 under 5 on the census day: too young to have been educated anywhere."""
    born = person["PersonBirthDate"]
    if person["UPNunknown"] != "UN3" or not DAYS[born]:
        return None
    return f"{int(born[:4]) + 5:04}{born[4:]}" > around.year.census.isoformat()


CHECK = Check(
    code="PER-UN3-AGE",
    about="Person",
    item="UPNunknown",
    severity=QUERY,
    title="UN3 is for children who went to school abroad",
    says="UPNunknown is UN3, educated outside England, for a child under 5.",
    todo="Give UN1 if the child has no UPN yet.",
    basis=GUIDE,
    only=("UPNunknown", ("UN3",)),
    find=find,
)
