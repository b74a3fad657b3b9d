"""ACT-PHASE-LATE: a phase transfer is done in time."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """After the due date."""
    due, done = DAYS[active["PhaseTransferDueDate"]], DAYS[active["PhaseTransferFinalDate"]]
    return str(done - due) if due and done > due else None


CHECK = Check(
    code="ACT-PHASE-LATE",
    about="ActivePlans",
    item="PhaseTransferFinalDate",
    severity=QUERY,
    title="A phase transfer is done in time",
    says="The final plan came {0} days after it was due.",
    todo="Confirm the dates, or mend them.",
    basis=GUIDE,
    only=("PhaseTransferFinalDate", ()),
    find=find,
    since=2025,
)
