"""A list of where young people are, as CSV, in and out: every mistake named by its row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from goldenthread.kit.reading import read_date
from goldenthread.kit.received.tables import UnreadableFile, csv_lines
from goldenthread.kit.spreadsheets import safe_cell
from goldenthread.transitions.choices import Evidence, Where

HEADINGS = ("Reference", "Family name", "Given names", "Date of birth", "Where", "Place", "Date last known", "Evidence", "Told",
            "Not known since")  # fmt: skip
"""The columns of the list that goes out. Coming in, names and “Not known since” are passed over."""
NEEDED = ("Reference", "Date of birth", "Where", "Date last known", "Evidence")
MOST_ROWS = 5_000
MOST_LETTERS = {"Place": 200, "Told": 300}
ALSO = {
    "neet": Where.NEET, "unknown": Where.NOT_KNOWN, "sixth form": Where.SCHOOL, "school": Where.SCHOOL, "employment": Where.WORK,
    "apprenticeship": Where.TRAINING, "training": Where.TRAINING, "internship": Where.INTERNSHIP,
    "further education": Where.COLLEGE,
}  # fmt: skip
"""Other words for where somebody is."""


@dataclass
class Listed:
    """One row, as it will be kept."""

    row: int
    reference: str
    born_on: date
    where: str
    place: str
    known_on: date
    evidence: str
    told: str
    case: int = 0


@dataclass
class List:
    """The rows of a file, and what is wrong: [row, sentence]."""

    rows: list[Listed] = field(default_factory=list)
    troubles: list[tuple[int, str]] = field(default_factory=list)


def read_list(data: bytes) -> List:
    """Read a list. Raises UnreadableFile where it is no list at all."""
    lines = csv_lines(data)
    _, head = next(lines, (0, []))
    plain = [re.sub(r"\s+", " ", one).strip().casefold() for one in head]
    places = {name: plain.index(name.casefold()) for name in HEADINGS if name.casefold() in plain}
    missing = [name for name in NEEDED if name not in places]
    if missing:
        raise UnreadableFile(f"The first row must have the headings: {', '.join(missing)}.")
    found, seen = List(), dict[tuple[str, date], int]()
    for number, cells in lines:
        if any(cells):
            given = {name: cells[place] if place < len(cells) else "" for name, place in places.items()}
            _take(found, number, given, seen)
        if len(found.rows) + len(found.troubles) > MOST_ROWS:
            raise UnreadableFile(f"The list has more than {MOST_ROWS:,} rows. Send it in parts.")
    if not found.rows and not found.troubles:
        raise UnreadableFile("The list has headings and no rows.")
    return found


def _take(found: List, number: int, given: dict[str, str], seen: dict[tuple[str, date], int]) -> None:
    troubles = [f"“{name}” is empty." for name in NEEDED if not given[name]]
    days = {name: _day(name, given[name], troubles) for name in ("Date of birth", "Date last known")}
    where = _one_of(Where, given["Where"], troubles, ALSO)
    evidence = _one_of(Evidence, given["Evidence"], troubles)
    troubles += [
        f"“{name}” is longer than {most} letters."
        for name, most in MOST_LETTERS.items()
        if len(given.get(name, "")) > most
    ]
    born_on, known_on = days["Date of birth"], days["Date last known"]
    if known_on and (first := seen.setdefault((given["Reference"].upper(), known_on), number)) != number:
        troubles.append(f"The same young person and day stand in row {first}.")
    if troubles or born_on is None or known_on is None:
        found.troubles += [(number, one) for one in troubles]
        return
    found.rows.append(Listed(number, given["Reference"].upper(), born_on, where, given.get("Place", ""), known_on, evidence,
                             given.get("Told", "")))  # fmt: skip


def _day(name: str, text: str, troubles: list[str]) -> date | None:
    if not text:
        return None
    try:
        read = read_date(text)
    except ValueError:
        read = None
    if read is None or read.precision != "day":
        troubles.append(f"“{text[:20]}” is no day for “{name}”. Write it like 31/03/2010.")
        return None
    return read.first


def _one_of(
    words: type[Where] | type[Evidence], text: str, troubles: list[str], also: dict[str, Where] | None = None
) -> str:
    plain = text.casefold().strip()
    for one in words:
        if plain in (one.value, str(one.label).casefold()):
            return str(one.value)
    if also and plain in also:
        return str(also[plain].value)
    if plain:
        allowed = ", ".join(str(one.label) for one in words)
        troubles.append(f"“{text[:40]}” is none of: {allowed}.")
    return ""


def as_csv(rows: Iterable[tuple[object, ...]]) -> bytes:
    """The list as a file that spreadsheet programs open and do not run."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    writer.writerows([safe_cell("" if cell is None else cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()
