"""DET-UNITS: a school in a plan detail says whether it is a unit or resourced provision."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(detail: Record, _: Around) -> Said:
    """A URN without an indicator."""
    return bool(detail["URN"]) and not (detail["SENunitIndicator"] and detail["ResourcedProvisionIndicator"])


CHECK = Check(
    code="DET-UNITS",
    about="PlanDetail",
    item="SENunitIndicator",
    title="A school in a plan detail says whether it is a unit or resourced provision",
    says="There is a URN, and SENunitIndicator or ResourcedProvisionIndicator is missing.",
    todo="Give 1 or 0 for both.",
    basis=GUIDE,
    only=("URN", ()),
    find=find,
)
