"""Whatever in a text could show who somebody is: numbers with their check digits, addresses, telephones, days of birth.

It finds forms, not meanings: a name is found only where it is told beforehand. A number is an NHS number or a UPN only when its
check digit or letter fits, so that reference numbers seldom raise a false alarm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from goldenthread.sen2.checks.person.upn import UPN, check_letter


@dataclass(frozen=True)
class Trace:
    """Something that could show who somebody is: what it is, in words, and where it stands."""

    what: str
    begins: int
    ends: int


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits have the check digit of an NHS number (modulus 11, NHS Data Dictionary).

    >>> is_nhs_number("9434765919"), is_nhs_number("9434765918")
    (True, False)
    """
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return rest != 10 and int(digits[9]) == rest % 11


def is_upn(text: str) -> bool:
    """Whether a text is a UPN in capitals, with the letter that fits the rest.

    >>> is_upn("N301000000011"), is_upn("A301000000011")
    (True, False)
    """
    return bool(UPN.fullmatch(text)) and check_letter(text[1:]) == text[0]


_BIRTH = (
    r"\b(?:born\b[^.!?;\n\d]{0,40}?|(?:d\.?o\.?b\b\.?|date of birth|birth ?date|birthday)[^.!?;\n\d]{0,30}?)"
)
_DAY = (
    r"\d{1,2}(?:st|nd|rd|th)?[ ./-](?:of )?(?:\d{1,2}|[a-z]{3,9})[ ./-]\d{2,4}|\d{4}-\d\d-\d\d"
    r"|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("an e-mail address", re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"), bool),
    ("a UPN", re.compile(r"\b[A-Z]\d{11}[\dA-Z]\b", re.IGNORECASE), lambda text: is_upn(text.upper())),
    ("an NHS number", re.compile(r"(?<![\d-])\d{3}[ .\u00a0–-]?\d{3}[ .\u00a0–-]?\d{4}(?![\d-])"),
     lambda text: is_nhs_number(re.sub(r"\D", "", text))),
    ("an NHS number", re.compile(
        r"\bNHS (?:no\.?|number)\W{0,3}(?:is )?\d{3}[ .–-]?\d{3}[ .–-]?\d{4}\b", re.IGNORECASE), bool),
    ("a telephone number", re.compile(r"(?<![\d-])(?:\+44[ ]?\(?0?\)?|\(?0)(?:[ ()-]{0,2}\d){9,10}(?!\d)"), bool),
    ("a postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE), bool),
    ("a date of birth", re.compile(
        rf"{_BIRTH}(?<![\w-])(?:the )?(?:{_DAY})"
        rf"|(?:{_DAY})[^.!?;\n\d]{{0,30}}\b(?:d\.?o\.?b\b|date of birth|birth ?date|birthday)",
        re.IGNORECASE), bool),
)  # fmt: skip


def traces(text: str) -> list[Trace]:
    """What in a text could show who somebody is, in the order of the text. What lies inside something longer is told once.

    >>> [one.what for one in traces("Ring 01902 556 556 about 943 476 5919, born 3 May 2016, WV1 1RE")]
    ['a telephone number', 'an NHS number', 'a date of birth', 'a postcode']
    """
    found = sorted(_found(text), key=lambda one: (one.begins, -one.ends))
    kept: list[Trace] = []
    for one in found:
        if not kept or one.begins >= kept[-1].ends:
            kept.append(one)
    return kept


_KEY = re.compile(r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b[0-9a-f]{32,64}\b")
"""Keys of rows and hashes, made by a program: ten figures in a row in one of them are nobody's number."""


def _found(text: str) -> Iterator[Trace]:
    text = _KEY.sub(lambda match: "x" * len(match.group()), text)
    for what, pattern, fits in _KINDS:
        for match in pattern.finditer(text):
            if fits(match.group()):
                yield Trace(what, match.start(), match.end())


def kinds_of_traces(text: str) -> list[str]:
    """What kinds of traces a text holds, each once, in words."""
    return list(dict.fromkeys(one.what for one in traces(text)))
