"""PLC-BOTH-UNITS: a place in a placement is not both in a unit and in resourced provision."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Said
from goldenthread.sen2.record import Record


def find(place: Record, _: Around) -> Said:
    """Both indicators."""
    return place["SENunitIndicator"] == "1" and place["ResourcedProvisionIndicator"] == "1"


CHECK = Check(
    code="PLC-BOTH-UNITS",
    about="PlacementDetail",
    item="SENunitIndicator",
    severity=QUERY,
    title="A place in a placement is not both in a unit and in resourced provision",
    says="SENunitIndicator and ResourcedProvisionIndicator are both 1.",
    todo="Confirm, or keep the one that is right.",
    basis=REASON,
    only=("SENunitIndicator", ("1",)),
    find=find,
)
