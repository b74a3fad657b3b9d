"""ACT-PHASE-DUE: a phase transfer has its due date."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """A final plan without a due date."""
    return bool(active["PhaseTransferFinalDate"]) and not active["PhaseTransferDueDate"]


CHECK = Check(
    code="ACT-PHASE-DUE",
    about="ActivePlans",
    item="PhaseTransferDueDate",
    severity=QUERY,
    title="A phase transfer has its due date",
    says="PhaseTransferFinalDate is given without PhaseTransferDueDate.",
    todo="Give 15 February or 31 March of the year of transfer.",
    basis=GUIDE,
    only=("PhaseTransferFinalDate", ()),
    find=find,
    since=2025,
)
