"""What every list of a school has in common: headings in the words of many systems, and who a row is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from goldenthread.kit.reading import read_date
from goldenthread.kit.received.tables import UnreadableFile, csv_lines
from goldenthread.people.identifiers import tidied, upn_fault

Headings = Mapping[str, tuple[str, ...]]
"""Our columns, and the headings by which schools' systems call them."""
Trouble = tuple[int, str]
"""A row, and what is wrong with it in a sentence."""
WHO: Headings = {
    "given_names": ("given names", "given name", "forename", "forenames", "first name", "legal forename"),
    "family_name": ("family name", "surname", "last name", "legal surname"),
    "born_on": ("date of birth", "dob", "birth date", "born"),
    "upn": ("upn", "unique pupil number"),
}
MOST_ROWS = 3_000


@dataclass(frozen=True)
class Line:
    """A row's number and its cells by our names; a column that the file has not is empty."""

    row: int
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")


def lines(data: bytes, headings: Headings, needed: tuple[str, ...]) -> Iterator[Line]:
    """The rows below the headings that say anything. Raises UnreadableFile where it is no list, or too long a one."""
    rows = csv_lines(data)
    _, head = next(rows, (0, []))
    columns = _columns(head, headings)
    missing = [headings[name][0] for name in needed if name not in columns]
    if missing:
        raise UnreadableFile(f"The first row must have the headings: {', '.join(missing)}.")
    read = 0
    for number, cells in rows:
        if not any(cells):
            continue
        read += 1
        if read > MOST_ROWS:
            raise UnreadableFile(f"The list has more than {MOST_ROWS:,} rows. Send it in parts.")
        yield Line(
            number, {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
        )
    if not read:
        raise UnreadableFile("The list has headings and no rows.")


def _columns(head: list[str], headings: Headings) -> dict[str, int]:
    plain = [re.sub(r"[^a-z0-9]+", " ", one.casefold()).strip() for one in head]
    found = {}
    for name, called in headings.items():
        place = next((plain.index(one) for one in called if one in plain), None)
        if place is not None:
            found[name] = place
    return found


@dataclass
class Seen:
    """The children and UPNs of a file so far, each with its row."""

    rows: dict[tuple[str, ...], int] = field(default_factory=dict)

    def faults(self, line: Line, born: date | None) -> list[str]:
        """What is wrong with who a row is about: a child or a UPN that stands above, or a UPN that is none."""
        found = []
        who = (line["given_names"].casefold(), line["family_name"].casefold(), str(born))
        if who in self.rows:
            found.append(f"The same child stands in row {self.rows[who]}.")
        self.rows.setdefault(who, line.row)
        if upn := tidied(line["upn"]):
            if ("upn", upn) in self.rows:
                found.append(f"The same UPN stands in row {self.rows['upn', upn]}.")
            self.rows.setdefault(("upn", upn), line.row)
            found += [fault for fault in [upn_fault(upn)] if fault]
        return found


def birthday(text: str, on: date, faults: list[str]) -> date | None:
    """A date of birth; None where it is missing or cannot be, which is then among the faults unless it is missing."""
    if not text:
        return None
    try:
        read = read_date(text)
    except ValueError:
        faults.append(f"“{text[:20]}” is no date of birth. Write it like 31/03/2017.")
        return None
    if read.precision != "day" or read.first > on:
        faults.append(f"“{text[:20]}” is no date of birth: give day, month and year, not after today.")
        return None
    return read.first
