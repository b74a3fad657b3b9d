"""A school's list of its pupils with special educational needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from goldenthread.sensupport.census import faults
from goldenthread.sensupport.importing.shape import WHO, Headings, Line, Seen, Trouble, birthday, lines

HEADINGS: Headings = {
    **WHO,
    "sex": ("sex", "gender"),
    "code": ("sen", "sen code", "sen status", "sen provision", "provision", "code"),
    "primary_need": ("primary need", "primary type", "sen type 1", "need 1", "need", "sen type"),
    "secondary_need": ("secondary need", "secondary type", "sen type 2", "need 2"),
}
NEEDED = ("given_names", "family_name", "born_on", "code")
SEXES = {"f": "F", "female": "F", "m": "M", "male": "M"}


@dataclass
class Listed:
    """One row, as it will be entered."""

    row: int
    given_names: str
    family_name: str
    born_on: date
    code: str
    upn: str = ""
    sex: str = "U"
    primary_need: str = ""
    secondary_need: str = ""


@dataclass
class List:
    """The rows of a file, and what is wrong with others."""

    rows: list[Listed] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def read_list(data: bytes, on: date) -> List:
    """Read a school's list. Raises UnreadableFile where it is no list at all."""
    found, seen = List(), Seen()
    for line in lines(data, HEADINGS, NEEDED):
        _take(found, line, on, seen)
    return found


def _take(found: List, line: Line, on: date, seen: Seen) -> None:
    troubles = [f"The {HEADINGS[name][0]} is missing." for name in NEEDED if not line[name]]
    born = birthday(line["born_on"], on, troubles)
    code, primary, secondary = (line[name].upper() for name in ("code", "primary_need", "secondary_need"))
    if code:
        troubles += faults(code, primary, secondary)
    troubles += seen.faults(line, born)
    if troubles or born is None:
        found.troubles += [(line.row, one) for one in troubles]
        return
    found.rows.append(Listed(line.row, line["given_names"], line["family_name"], born, code, line["upn"],
                             SEXES.get(line["sex"].casefold(), "U"), primary, secondary))  # fmt: skip
