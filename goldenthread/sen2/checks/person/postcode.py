"""PER-POSTCODE: a post code is given, and has its form."""

from __future__ import annotations

import re

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.record import Record

POST_CODE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}")


def find(person: Record, _: Around) -> Said:
    """Blank, or not like a post code."""
    return not POST_CODE.fullmatch(person["PostCode"])


CHECK = Check(
    code="PER-POSTCODE",
    about="Person",
    item="PostCode",
    severity=QUERY,
    title="A post code is given, and has its form",
    says="The post code is missing or not in its form.",
    todo="Give the home post code, such as SW1A 1AA.",
    basis=GUIDE,
    find=find,
)
