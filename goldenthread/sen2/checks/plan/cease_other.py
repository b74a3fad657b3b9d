"""PLN-CEASE-OTHER: the reason other is rare."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import COLLECT, QUERY, Check, Said
from goldenthread.sen2.record import Record


def find(plan: Record, _: Around) -> Said:
    """Reason 9."""
    return plan["CeaseReason"] == "9"


CHECK = Check(
    code="PLN-CEASE-OTHER",
    about="NamedPlan",
    item="CeaseReason",
    severity=QUERY,
    title="The reason other is rare",
    says="CeaseReason is 9, other.",
    todo="See whether another reason fits; COLLECT will ask for more.",
    basis=COLLECT,
    only=("CeaseReason", ("9",)),
    find=find,
)
