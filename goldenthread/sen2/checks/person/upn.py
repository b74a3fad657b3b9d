"""PER-UPN: a UPN has its check letter."""

from __future__ import annotations

import re

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
UPN = re.compile(rf"[{LETTERS}][0-9]{{11}}[0-9{LETTERS}]")


def check_letter(rest: str) -> str:
    """The letter that belongs before the last 12 places of a UPN.

    >>> check_letter("801200001001")
    'R'
    """
    values = [*map(int, rest[:11]), int(rest[11]) if rest[11].isdigit() else LETTERS.index(rest[11])]
    return LETTERS[sum(place * value for place, value in enumerate(values, 2)) % 23]


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
    find=find,
)
