"""PER-NO-NUMBER: a person has a UPN, a ULN or a reason."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(person: Record, _: Around) -> Said:
    """None of the three."""
    return not (person["UPN"] or person["UniqueLearnerNumber"] or person["UPNunknown"])


CHECK = Check(
    code="PER-NO-NUMBER",
    about="Person",
    item="UPN",
    title="A person has a UPN, a ULN or a reason",
    says="There is neither a UPN nor a ULN nor a reason.",
    todo="Give the number, or UPNunknown.",
    basis=GUIDE,
    find=find,
)
