"""DET-SETTING-TOO: a plan detail with a URN needs no setting code."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Said
from goldenthread.sen2.record import Record


def find(detail: Record, _: Around) -> Said:
    """A URN and a code."""
    return bool(detail["URN"] and detail["SENSetting"])


CHECK = Check(
    code="DET-SETTING-TOO",
    about="PlanDetail",
    item="SENSetting",
    severity=QUERY,
    title="A plan detail with a URN needs no setting code",
    says="There is a URN, and a SENSetting as well.",
    todo="Keep the URN.",
    basis=REASON,
    only=("SENSetting", ()),
    find=find,
)
