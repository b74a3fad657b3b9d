"""PER-REASON-TOO: a reason stands only where no number does."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.record import Record


def find(person: Record, _: Around) -> Said:
    """A reason and a number."""
    return bool(person["UPNunknown"] and (person["UPN"] or person["UniqueLearnerNumber"]))


CHECK = Check(
    code="PER-REASON-TOO",
    about="Person",
    item="UPNunknown",
    severity=QUERY,
    title="A reason stands only where no number does",
    says="UPNunknown is given together with a number.",
    todo="Take the reason out.",
    basis=GUIDE,
    only=("UPNunknown", ()),
    find=find,
)
