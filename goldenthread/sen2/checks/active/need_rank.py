"""ACT-NEED-RANK: one need is primary."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Held, Said
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """Not exactly one of rank 1."""
    needs = active.of("SENneed")
    count = [one["SENtypeRank"] for one in needs].count("1")
    return str(count) if needs and count != 1 else None


CHECK = Check(
    code="ACT-NEED-RANK",
    about="ActivePlans",
    title="One need is primary",
    says="{0} needs have rank 1.",
    todo="Give rank 1 to the primary need.",
    basis=GUIDE,
    find=find,
    holds=("SENneed", Held.SOME),
)
