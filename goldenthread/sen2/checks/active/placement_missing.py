"""ACT-PLACEMENT-MISSING: an active plan has a placement."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Held, Said
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """No placement."""
    return not active.of("PlacementDetail")


CHECK = Check(
    code="ACT-PLACEMENT-MISSING",
    about="ActivePlans",
    title="An active plan has a placement",
    says="There is no placement.",
    todo="Add the placement of the census day, or its code if there is none.",
    basis=GUIDE,
    find=find,
    holds=("PlacementDetail", Held.NONE),
)
