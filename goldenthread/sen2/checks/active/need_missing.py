"""ACT-NEED-MISSING: an active plan has a need."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Held, Said
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """No need."""
    return not active.of("SENneed")


CHECK = Check(
    code="ACT-NEED-MISSING",
    about="ActivePlans",
    title="An active plan has a need",
    says="There is no need.",
    todo="Add the primary need.",
    basis=GUIDE,
    find=find,
    holds=("SENneed", Held.NONE),
)
