"""REQ-DATE-EARLY: only a decision has a date."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(request: Record, _: Around) -> Said:
    """A, W or H with a date."""
    outcome = request["RequestOutcome"]
    return outcome if outcome in ("A", "W", "H") and request["RequestOutcomeDate"] else None


CHECK = Check(
    code="REQ-DATE-EARLY",
    about="Requests",
    item="RequestOutcomeDate",
    title="Only a decision has a date",
    says="RequestOutcome is {0}, and there is a RequestOutcomeDate.",
    todo="Take the date out, or put the decision, Y or N.",
    basis=GUIDE,
    only=("RequestOutcome", ("A", "W", "H")),
    find=find,
)
