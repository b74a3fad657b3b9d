"""The numbers by which schools and colleges know a child, and what is wrong with one that was mistyped.

A unique pupil number (UPN) has 13 characters: a check letter, then 12 digits; in a temporary one the last is a letter.
The letter is worked out from the other twelve: each times its place (2 to 13), added up, and the remainder after
division by 23 counted along an alphabet without I, O and S. A unique learner number (ULN) has 10 digits, the last of
which checks the nine before it. Both are public rules of the Department for Education and the Learning Records Service.
"""

from __future__ import annotations

import re

from goldenthread.sen2.checks.person.upn import UPN
from goldenthread.sen2.checks.person.upn import check_letter as check_letter


def tidied(number: str) -> str:
    """As it is kept: capitals and no spaces."""
    return re.sub(r"\s", "", number).upper()


def upn_fault(upn: str) -> str:
    """What is wrong with a UPN, in a sentence with how to mend it; empty when nothing is."""
    number = tidied(upn)
    if len(number) != 13:
        return f"A UPN has 13 characters: this has {len(number)}. Copy it again from the school’s record."
    if not UPN.fullmatch(number):
        return (
            "A UPN is a letter and then 12 digits, with no I, O or S. Copy it again from the school’s record."
        )
    letter = check_letter(number[1:])
    if letter != number[0]:
        return (
            f"The first letter of this UPN does not fit its digits: {number[1:]} goes with {letter}. "
            "One of the characters was mistyped."
        )
    return ""


def uln_fault(uln: str) -> str:
    """What is wrong with a ULN, in a sentence; empty when nothing is.

    The first nine digits times 10 down to 2, added up: ten less the remainder after division by 11 is the last digit.
    """
    number = tidied(uln)
    if not re.fullmatch(r"[0-9]{10}", number):
        return "A ULN is 10 digits. Copy it again from the college’s record."
    remainder = sum(int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False)) % 11
    if remainder == 0 or 10 - remainder != int(number[9]):
        return "The last digit of this ULN does not fit the others. One of the digits was mistyped."
    return ""
