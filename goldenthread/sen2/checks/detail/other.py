"""DET-OTHER: only another setting is described, in a plan detail."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(detail: Record, _: Around) -> Said:
    """A description without OTH."""
    return bool(detail["SENSettingOther"]) and detail["SENSetting"] != "OTH"


CHECK = Check(
    code="DET-OTHER",
    about="PlanDetail",
    item="SENSettingOther",
    title="Only another setting is described, in a plan detail",
    says="SENSettingOther is given, and SENSetting is not OTH.",
    todo="Take it out, or put OTH.",
    basis=GUIDE,
    only=("SENSettingOther", ()),
    find=find,
)
