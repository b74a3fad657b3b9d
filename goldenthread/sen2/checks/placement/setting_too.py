"""PLC-SETTING-TOO: a placement with a URN needs no setting code."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Said
from goldenthread.sen2.record import Record


def find(place: Record, _: Around) -> Said:
    """A URN and a code."""
    return bool(place["URN"] and place["SENSetting"])


CHECK = Check(
    code="PLC-SETTING-TOO",
    about="PlacementDetail",
    item="SENSetting",
    severity=QUERY,
    title="A placement with a URN needs no setting code",
    says="There is a URN, and a SENSetting as well.",
    todo="Keep the URN.",
    basis=REASON,
    only=("SENSetting", ()),
    find=find,
)
