"""PLN-CEASE-REASON: a plan that ceased has a reason."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(plan: Record, _: Around) -> Said:
    """A date without a reason."""
    return bool(plan["CeaseDate"]) and not plan["CeaseReason"]


CHECK = Check(
    code="PLN-CEASE-REASON",
    about="NamedPlan",
    item="CeaseReason",
    title="A plan that ceased has a reason",
    says="CeaseDate is given without CeaseReason.",
    todo="Give the reason.",
    basis=GUIDE,
    only=("CeaseDate", ()),
    find=find,
)
