"""PLC-PLACE: a placement says where."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(place: Record, _: Around) -> Said:
    """None of the three."""
    return not (place["URN"] or place["UKPRN"] or place["SENSetting"])


CHECK = Check(
    code="PLC-PLACE",
    about="PlacementDetail",
    item="URN",
    title="A placement says where",
    says="There is neither a URN nor a UKPRN nor a SENSetting.",
    todo="Give one of them.",
    basis=GUIDE,
    find=find,
)
