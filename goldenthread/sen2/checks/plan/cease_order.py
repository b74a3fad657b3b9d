"""PLN-CEASE-ORDER: a plan ceases after it starts."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(plan: Record, _: Around) -> Said:
    """Ceased before it started."""
    ceased = DAYS[plan["CeaseDate"]]
    return bool(ceased and ceased < DAYS[plan["StartDate"]])


CHECK = Check(
    code="PLN-CEASE-ORDER",
    about="NamedPlan",
    item="CeaseDate",
    title="A plan ceases after it starts",
    says="CeaseDate is before StartDate.",
    todo="Mend the wrong date.",
    basis=REASON,
    only=("CeaseDate", ()),
    find=find,
)
