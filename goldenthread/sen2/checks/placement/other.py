"""PLC-OTHER: only another setting is described, in a placement."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(place: Record, _: Around) -> Said:
    """A description without OTH."""
    return bool(place["SENSettingOther"]) and place["SENSetting"] != "OTH"


CHECK = Check(
    code="PLC-OTHER",
    about="PlacementDetail",
    item="SENSettingOther",
    title="Only another setting is described, in a placement",
    says="SENSettingOther is given, and SENSetting is not OTH.",
    todo="Take it out, or put OTH.",
    basis=GUIDE,
    only=("SENSettingOther", ()),
    find=find,
)
