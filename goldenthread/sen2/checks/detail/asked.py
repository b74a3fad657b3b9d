"""DET-ASKED: oTH and NIEO are rare, in a plan detail."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import COLLECT, QUERY, Check, Said
from goldenthread.sen2.record import Record


def find(detail: Record, _: Around) -> Said:
    """OTH or NIEO."""
    return detail["SENSetting"] if detail["SENSetting"] in ("OTH", "NIEO") else None


CHECK = Check(
    code="DET-ASKED",
    about="PlanDetail",
    item="SENSetting",
    severity=QUERY,
    title="OTH and NIEO are rare, in a plan detail",
    says="SENSetting is {0}.",
    todo="See whether a URN or another code fits; COLLECT will ask.",
    basis=COLLECT,
    only=("SENSetting", ("OTH", "NIEO")),
    find=find,
)
