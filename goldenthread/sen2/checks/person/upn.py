"""PER-UPN: a UPN has its check letter."""

from __future__ import annotations

import re
from operator import mul

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
UPN = re.compile(rf"[{LETTERS}][0-9]{{11}}[0-9{LETTERS}]")


def check_letter(rest: str) -> str:
    """The letter that belongs before the last 12 places of a UPN.

    >>> check_letter("801200001001")
    'H'
    """
    figures = rest if rest[11].isdigit() else rest[:11] + "0"
    total = sum(map(mul, PLACES, figures.encode())) - ZEROS
    if figures != rest:
        total += PLACES[11] * LETTERS.index(rest[11])
    return LETTERS[total % 23]


PLACES = tuple(range(2, 14))
ZEROS = ord("0") * sum(PLACES)
"""What the sum of the codes of figures has too much: the code of 0 is not 0."""


def find(person: Record, _: Around) -> Said:
    """The UPN is not of its form, or its first letter does not fit."""
    upn = person["UPN"]
    return bool(upn) and (not UPN.fullmatch(upn) or check_letter(upn[1:]) != upn[0])


CHECK = Check(
    code="PER-UPN",
    about="Person",
    item="UPN",
    title="A UPN has its check letter",
    says="The UPN is not well formed: a check letter, 11 figures, then a figure or letter, and the check letter must fit.",
    todo="Look the UPN up at the school.",
    basis=GUIDE,
    only=("UPN", ()),
    find=find,
)
