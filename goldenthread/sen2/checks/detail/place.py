"""DET-PLACE: a plan detail says where."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(detail: Record, _: Around) -> Said:
    """None of the three."""
    return not (detail["URN"] or detail["UKPRN"] or detail["SENSetting"])


CHECK = Check(
    code="DET-PLACE",
    about="PlanDetail",
    item="URN",
    title="A plan detail says where",
    says="There is neither a URN nor a UKPRN nor a SENSetting.",
    todo="Give one of them.",
    basis=GUIDE,
    find=find,
)
