"""ACT-RANK-ONE: a placement is first."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Held, Said
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """Placements, but none of rank 1."""
    places = active.of("PlacementDetail")
    return bool(places) and "1" not in [one["PlacementRank"] for one in places]


CHECK = Check(
    code="ACT-RANK-ONE",
    about="ActivePlans",
    title="A placement is first",
    says="No placement has rank 1.",
    todo="Give rank 1 to the main placement.",
    basis=GUIDE,
    find=find,
    holds=("PlacementDetail", Held.SOME),
)
