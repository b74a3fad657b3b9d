"""ACT-NEED-SECOND: at most one need is secondary."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Held, Said
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """More than one of rank 2."""
    if len(active.of("SENneed")) < 2:
        return None
    count = sum(1 for one in active.of("SENneed") if one["SENtypeRank"] == "2")
    return str(count) if count > 1 else None


CHECK = Check(
    code="ACT-NEED-SECOND",
    about="ActivePlans",
    title="At most one need is secondary",
    says="{0} needs have rank 2.",
    todo="Keep the one that matters most after the primary need.",
    basis=GUIDE,
    find=find,
    holds=("SENneed", Held.SEVERAL),
)
