"""PLN-CEASE-DATE: a reason to cease has its day."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(plan: Record, _: Around) -> Said:
    """A reason without a date."""
    return bool(plan["CeaseReason"]) and not plan["CeaseDate"]


CHECK = Check(
    code="PLN-CEASE-DATE",
    about="NamedPlan",
    item="CeaseDate",
    title="A reason to cease has its day",
    says="CeaseReason is given without CeaseDate.",
    todo="Give the day, or take the reason out.",
    basis=GUIDE,
    only=("CeaseReason", ()),
    find=find,
)
