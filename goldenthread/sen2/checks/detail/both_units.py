"""DET-BOTH-UNITS: a place in a plan detail is not both in a unit and in resourced provision."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Said
from goldenthread.sen2.record import Record


def find(detail: Record, _: Around) -> Said:
    """Both indicators."""
    return detail["SENunitIndicator"] == "1" and detail["ResourcedProvisionIndicator"] == "1"


CHECK = Check(
    code="DET-BOTH-UNITS",
    about="PlanDetail",
    item="SENunitIndicator",
    severity=QUERY,
    title="A place in a plan detail is not both in a unit and in resourced provision",
    says="SENunitIndicator and ResourcedProvisionIndicator are both 1.",
    todo="Confirm, or keep the one that is right.",
    basis=REASON,
    only=("SENunitIndicator", ("1",)),
    find=find,
)
