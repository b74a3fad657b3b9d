"""Which column means what: suggested from the headings, settled by a person, kept for the next file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from goldenthread.casework.importing.fields import BEGINNINGS, FIELDS, NEEDED
from goldenthread.law.words import listed


def plain(heading: str) -> str:
    """A heading without its capitals and marks.

    >>> plain("Date-of-Birth (dd/mm/yyyy)")
    'date of birth'
    """
    without = re.sub(r"\([^)]*\)|\[[^]]*\]", " ", heading.lower())
    return " ".join(re.sub(r"[^a-z0-9]+", " ", without).split())


def suggested(headings: Iterable[str]) -> dict[str, str]:
    """The field that each heading most likely means, each field once. A heading that means nothing known is left out.

    >>> suggested(["Surname", "DOB", "Shoe size"])
    {'Surname': 'family_name', 'DOB': 'born_on'}
    """
    found: dict[str, str] = {}
    for heading in headings:
        key = _meaning(plain(heading))
        if key and key not in found.values():
            found[heading] = key
    return found


def _meaning(heading: str) -> str:
    for key, field in FIELDS.items():
        if heading in (plain(field.words), key.replace("_", " "), *field.known_as):
            return key
    return ""


def fits(columns: Mapping[str, str], headings: Iterable[str]) -> bool:
    """Whether a mapping that was kept is for a file with these headings: all that it uses are there."""
    return bool(columns) and set(columns) <= set(headings)


def missing(columns: Mapping[str, str]) -> list[str]:
    """What a mapping lacks, in sentences: without these no row can be a case."""
    given = set(columns.values())
    lacking = [FIELDS[key].words for key in NEEDED if key not in given]
    said = [f"Say which column holds: {listed([one.lower() for one in lacking])}."] if lacking else []
    if not given & set(BEGINNINGS):
        begin = " or ".join(f"“{FIELDS[key].words}”" for key in BEGINNINGS)
        said.append(f"Say which column holds the day on which a case begins: {begin}.")
    twice = sorted({FIELDS[key].words for key in given if list(columns.values()).count(key) > 1})
    if twice:
        said.append(f"Two columns are said to hold the same: {listed(twice)}. Choose one of them.")
    return said
