"""A school's own list, as CSV: whatever order its columns have, and everything that is wrong named by row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from goldenthread.kit.reading import read_date
from goldenthread.kit.received.tables import UnreadableFile, csv_lines
from goldenthread.people.identifiers import tidied, upn_fault
from goldenthread.sensupport.census import faults

HEADINGS = {
    "given_names": ("given names", "given name", "forename", "forenames", "first name", "legal forename"),
    "family_name": ("family name", "surname", "last name", "legal surname"),
    "born_on": ("date of birth", "dob", "birth date", "born"),
    "upn": ("upn", "unique pupil number"),
    "sex": ("sex", "gender"),
    "code": ("sen", "sen code", "sen status", "sen provision", "provision", "code"),
    "primary_need": ("primary need", "primary type", "sen type 1", "need 1", "need", "sen type"),
    "secondary_need": ("secondary need", "secondary type", "sen type 2", "need 2"),
}
"""Our columns, and the headings by which schools' systems call them."""
NEEDED = ("given_names", "family_name", "born_on", "code")
MOST_ROWS = 3_000
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
    """The rows of a file, and what is wrong: [row, sentence]."""

    rows: list[Listed] = field(default_factory=list)
    troubles: list[tuple[int, str]] = field(default_factory=list)


def read_list(data: bytes, on: date) -> List:
    """Read a school's list. Raises UnreadableFile where it is no list at all."""
    lines = csv_lines(data)
    _, head = next(lines, (0, []))
    columns = _columns(head)
    missing = [HEADINGS[name][0] for name in NEEDED if name not in columns]
    if missing:
        raise UnreadableFile(f"The first row must have the headings: {', '.join(missing)}.")
    found = List()
    seen: dict[tuple[str, ...], int] = {}
    for number, cells in lines:
        if not any(cells):
            continue
        if len(found.rows) + len(found.troubles) >= MOST_ROWS:
            raise UnreadableFile(f"The list has more than {MOST_ROWS:,} rows. Send it in parts.")
        given = {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
        _take(found, number, given, on, seen)
    if not found.rows and not found.troubles:
        raise UnreadableFile("The list has headings and no rows.")
    return found


def _columns(head: list[str]) -> dict[str, int]:
    plain = [re.sub(r"[^a-z0-9 ]", " ", one.casefold()).strip() for one in head]
    found = {}
    for name, called in HEADINGS.items():
        place = next((plain.index(one) for one in called if one in plain), None)
        if place is not None:
            found[name] = place
    return found


def _take(
    found: List, number: int, given: dict[str, str], on: date, seen: dict[tuple[str, ...], int]
) -> None:
    troubles = [f"The {HEADINGS[name][0]} is missing." for name in NEEDED if not given.get(name)]
    born = _born(given.get("born_on", ""), on, troubles)
    code, primary, secondary = (
        given.get(name, "").upper() for name in ("code", "primary_need", "secondary_need")
    )
    if code:
        troubles += faults(code, primary, secondary)
    who = (given["given_names"].casefold(), given["family_name"].casefold(), str(born))
    if who in seen:
        troubles.append(f"The same child stands in row {seen[who]}.")
    seen.setdefault(who, number)
    upn = tidied(given.get("upn", ""))
    if upn and ("upn", upn) in seen:
        troubles.append(f"The same UPN stands in row {seen['upn', upn]}.")
    if upn:
        seen.setdefault(("upn", upn), number)
        troubles += [fault for fault in [upn_fault(upn)] if fault]
    if troubles or born is None:
        found.troubles += [(number, one) for one in troubles]
        return
    found.rows.append(Listed(number, given["given_names"], given["family_name"], born, code, given.get("upn", ""),
                             SEXES.get(given.get("sex", "").casefold(), "U"), primary, secondary))  # fmt: skip


def _born(text: str, on: date, troubles: list[str]) -> date | None:
    if not text:
        return None
    try:
        read = read_date(text)
    except ValueError:
        troubles.append(f"“{text[:20]}” is no date of birth. Write it like 31/03/2017.")
        return None
    if read.precision != "day" or read.first > on:
        troubles.append(f"“{text[:20]}” is no date of birth: give day, month and year, not after today.")
        return None
    return read.first
