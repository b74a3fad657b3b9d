"""ACT-RANK-TWICE: one open placement is first."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Held, Said
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """More than one open placement of rank 1."""
    places = active.of("PlacementDetail")
    if len(places) < 2:
        return None
    count = sum(1 for one in places if one["PlacementRank"] == "1" and not one["LeavingDate"])
    return str(count) if count > 1 else None


CHECK = Check(
    code="ACT-RANK-TWICE",
    about="ActivePlans",
    severity=QUERY,
    title="One open placement is first",
    says="{0} placements without LeavingDate have rank 1.",
    todo="Give the leaving date of the earlier one, or rank 2.",
    basis=REASON,
    find=find,
    holds=("PlacementDetail", Held.SEVERAL),
)
