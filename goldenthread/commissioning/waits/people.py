"""Whether a file looks as if it were about people. Such a file is turned away before anything of it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HEADINGS = re.compile(
    r"\b(nhs\s*(no|num|number)|(fore|sur|first|last|full|family|given|child|patient|pupil|parent|carer)\s*name"
    r"|name of (child|patient)|patient|pupil|upn|uln|d\.?o\.?b|(date of )?birth(day|date)?|post\s*code|address"
    r"|e-?mail|phone|mobile|ethnicity|gender|sex|gp|diagnosis|hospital (no|number)|case (no|number|id)|person (id|number))\b",
    re.IGNORECASE,
)  # fmt: skip
_TEN_FIGURES = re.compile(r"\b(\d{3})[ -]?(\d{3})[ -]?(\d{4})\b")
_MAIL = re.compile(r"\S+@\S+\.\w+")
_DAY = re.compile(r"\b(\d{1,2}[/.]\d{1,2}[/.](19|20)\d\d|(19|20)\d\d-\d\d-\d\d)\b")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")


def heading_about_people(heading: str) -> bool:
    """Whether a column's heading promises something about one person.

    >>> [heading_about_people(one) for one in ("NHS number", "Date of birth", "Forename", "Median days waiting")]
    [True, True, True, False]
    """
    return bool(_HEADINGS.search(heading.replace("_", " ")))


def is_nhs_number(text: str) -> bool:
    """Whether ten figures carry the check figure of an NHS number.

    >>> is_nhs_number("943 476 5919"), is_nhs_number("943 476 5918")
    (True, False)
    """
    match = _TEN_FIGURES.search(text)
    if not match:
        return False
    figures = [int(one) for one in "".join(match.groups())]
    check = 11 - sum(figure * (10 - place) for place, figure in enumerate(figures[:9])) % 11
    return (0 if check == 11 else check) == figures[9]


def cell_about_people(text: str) -> str:
    """What in a cell looks as if it were about one person; nothing, for most."""
    if is_nhs_number(text):
        return "an NHS number"
    for pattern, what in ((_MAIL, "an email address"), (_DAY, "a date"), (_POSTCODE, "a postcode")):
        if pattern.search(text):
            return what
    return ""


def headings_about_people(headings: Iterable[str]) -> list[str]:
    """The headings that promise something about one person."""
    return [heading for heading in headings if heading_about_people(heading)]
