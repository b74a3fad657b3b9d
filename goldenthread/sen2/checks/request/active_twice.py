"""REQ-ACTIVE-TWICE: a request has one active plan."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Held, Said
from goldenthread.sen2.record import Record


def find(request: Record, _: Around) -> Said:
    """More than one."""
    count = len(request.of("ActivePlans"))
    return str(count) if count > 1 else None


CHECK = Check(
    code="REQ-ACTIVE-TWICE",
    about="Requests",
    title="A request has one active plan",
    says="There are {0} active plans on one request.",
    todo="Keep the one that is in force.",
    basis=GUIDE,
    find=find,
    holds=("ActivePlans", Held.SEVERAL),
)
