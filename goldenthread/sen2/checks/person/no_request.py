"""PER-NO-REQUEST: a person has a request."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Held, Said
from goldenthread.sen2.record import Record


def find(person: Record, _: Around) -> Said:
    """Nothing hangs from the person."""
    return not person.of("Requests")


CHECK = Check(
    code="PER-NO-REQUEST",
    about="Person",
    title="A person has a request",
    says="The person has no request.",
    todo="Add the request, or take the person out.",
    basis=REASON,
    find=find,
    holds=("Requests", Held.NONE),
)
