"""ACT-CEASED: an active plan has not ceased."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(active: Record, around: Around) -> Said:
    """Every plan of the request had ceased."""
    ceased = False
    for assessment in around.request.of("Assessment"):
        for plan in assessment.of("NamedPlan"):
            if not 0 < DAYS[plan["CeaseDate"]] <= around.census:
                return False
            ceased = True
    return ceased


CHECK = Check(
    code="ACT-CEASED",
    about="ActivePlans",
    title="An active plan has not ceased",
    says="The plan ceased on or before the census day, and is still among the active plans.",
    todo="Take the active plan out, or mend CeaseDate.",
    basis=REASON,
    find=find,
)
