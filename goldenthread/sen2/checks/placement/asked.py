"""PLC-ASKED: oTH and NIEO are rare, in a placement."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import COLLECT, QUERY, Check, Said
from goldenthread.sen2.record import Record


def find(place: Record, _: Around) -> Said:
    """OTH or NIEO."""
    return place["SENSetting"] if place["SENSetting"] in ("OTH", "NIEO") else None


CHECK = Check(
    code="PLC-ASKED",
    about="PlacementDetail",
    item="SENSetting",
    severity=QUERY,
    title="OTH and NIEO are rare, in a placement",
    says="SENSetting is {0}.",
    todo="See whether a URN or another code fits; COLLECT will ask.",
    basis=COLLECT,
    only=("SENSetting", ("OTH", "NIEO")),
    find=find,
)
