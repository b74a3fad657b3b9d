"""PLN-CEASE-AGE: higher education and work come after 16."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(plan: Record, around: Around) -> Said:
    """Reason 3 or 4 under 16 on the day."""
    reason, born = plan["CeaseReason"], around.person["PersonBirthDate"]
    if reason not in ("3", "4") or not DAYS[born] or not DAYS[plan["CeaseDate"]]:
        return None
    return reason if f"{int(born[:4]) + 16:04}{born[4:]}" > plan["CeaseDate"] else None


CHECK = Check(
    code="PLN-CEASE-AGE",
    about="NamedPlan",
    item="CeaseReason",
    severity=QUERY,
    title="Higher education and work come after 16",
    says="CeaseReason is {0}, for a child under 16.",
    todo="Mend the reason, or the date of birth.",
    basis=REASON,
    only=("CeaseReason", ("3", "4")),
    find=find,
)
