"""PER-ULN: a ULN has its check figure."""

from __future__ import annotations

import re

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record

ULN = re.compile(r"[1-9][0-9]{9}")


def fits(uln: str) -> bool:
    """Whether the last figure of a ULN fits the others.

    >>> fits("1000000027"), fits("1000000028")
    (True, False)
    """
    rest = sum(weight * int(figure) for weight, figure in zip(range(10, 1, -1), uln, strict=False)) % 11
    return rest > 0 and 10 - rest == int(uln[9])


def find(person: Record, _: Around) -> Said:
    """The ULN is not of its form, or its last figure does not fit."""
    uln = person["UniqueLearnerNumber"]
    return bool(uln) and (not ULN.fullmatch(uln) or not fits(uln))


CHECK = Check(
    code="PER-ULN",
    about="Person",
    item="UniqueLearnerNumber",
    title="A ULN has its check figure",
    says="The ULN is not well formed: 10 figures, of which the last must fit the others.",
    todo="Look the ULN up in the Learning Records Service.",
    basis=GUIDE,
    only=("UniqueLearnerNumber", ()),
    find=find,
)
