"""PLN-CEASE-PERIOD: a plan ceased in the period."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(plan: Record, around: Around) -> Said:
    """Ceased before or after the period."""
    ceased = DAYS[plan["CeaseDate"]]
    return bool(ceased) and not around.in_period(ceased)


CHECK = Check(
    code="PLN-CEASE-PERIOD",
    about="NamedPlan",
    item="CeaseDate",
    title="A plan ceased in the period",
    says="CeaseDate is not in the calendar year of the return.",
    todo="Take the plan out, keep it for the next return, or mend the date.",
    basis=GUIDE,
    only=("CeaseDate", ()),
    find=find,
)
