"""ACT-NEED-SAME: the needs differ."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Held, Said
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """One type twice."""
    needs = active.of("SENneed")
    return len(needs) > 1 and len({one["SENtype"] for one in needs}) < len(needs)


CHECK = Check(
    code="ACT-NEED-SAME",
    about="ActivePlans",
    title="The needs differ",
    says="Two needs are of the same type.",
    todo="Keep one.",
    basis=REASON,
    find=find,
    holds=("SENneed", Held.SEVERAL),
)
