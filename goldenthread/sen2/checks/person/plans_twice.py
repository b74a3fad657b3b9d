"""PER-PLANS-TWICE: a person has one active plan."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Held, Said
from goldenthread.sen2.record import Record


def find(person: Record, _: Around) -> Said:
    """Active plans on more than one request."""
    if len(person.of("Requests")) < 2:
        return None
    count = sum(1 for request in person.of("Requests") if request.of("ActivePlans"))
    return str(count) if count > 1 else None


CHECK = Check(
    code="PER-PLANS-TWICE",
    about="Person",
    severity=QUERY,
    title="A person has one active plan",
    says="There are active plans on {0} requests.",
    todo="Keep the one that is in force.",
    basis=REASON,
    find=find,
    holds=("Requests", Held.SEVERAL),
)
