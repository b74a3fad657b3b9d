"""The cells of one row, read as numbers, days, yes or no: what cannot be read is listed and left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.kit.dates import PartialDate
from goldenthread.kit.reading import read_date
from goldenthread.localoffer.search.places import Point, metres
from goldenthread.localoffer.search.postcodes import BadPostcode, place_of
from goldenthread.openreferral.feeds import Row
from goldenthread.openreferral.reading import Problem, Read, read_service

Json = dict[str, Any]
YES, NO = {"true", "yes", "y", "1"}, {"false", "no", "n", "0"}
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?")


def heading(said: str) -> str:
    """A heading as we look it up: small letters, one space between.

    >>> heading("  Provider URN ")
    'provider urn'
    """
    return " ".join(said.lower().split())


@dataclass(frozen=True)
class Near:
    """How far from a place is still of interest."""

    place: Point
    kilometres: float

    def holds(self, point: Point | None) -> bool:
        """Whether a place lies within; one that nobody knows does not."""
        return point is not None and metres(self.place, point) <= self.kilometres * 1000


@dataclass
class Cells:
    """One row: its number in the file, and its cells by heading."""

    number: int
    words: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    def text(self, *names: str) -> str:
        """The first of these columns that says something."""
        return next((self.words[name] for name in names if self.words.get(name)), "")

    def wrong(self, name: str, sentence: str, *, is_fatal: bool = False) -> None:
        """Note something that could not be used."""
        self.problems.append(Problem(name, sentence, is_fatal))

    def number_in(self, name: str) -> float | None:
        """A number."""
        said = self.text(name)
        if not said:
            return None
        try:
            return float(said)
        except ValueError:
            self.wrong(name, f"should be a number, and is “{said[:40]}”")
            return None

    def flag(self, name: str) -> bool | None:
        """Yes or no."""
        said = self.text(name).lower()
        if not said:
            return None
        if said not in YES | NO:
            self.wrong(name, f"should be TRUE or FALSE, and is “{said[:40]}”")
            return None
        return said in YES

    def day(self, name: str) -> str | None:
        """A day, as 2026-11-26."""
        said = self.text(name)
        if not said:
            return None
        try:
            read: PartialDate = read_date(said)
        except ValueError:
            self.wrong(name, f"should be a day like 2026-11-26, and is “{said[:40]}”")
            return None
        if read.day is None or read.month is None:
            self.wrong(name, f"should be a whole day, and is “{said[:40]}”")
            return None
        return date(read.year, read.month, read.day).isoformat()

    def clock(self, name: str) -> str | None:
        """A time of day, as 09:30."""
        said = self.text(name)
        match = _CLOCK.fullmatch(said)
        if said and not match:
            self.wrong(name, f"should be a time like 09:30, and is “{said[:40]}”")
        return f"{int(match[1]):02}:{match[2]}" if match else None

    def many(self, name: str, separators: str = ";,") -> list[str]:
        """The words of a list."""
        return [one.strip() for one in re.split(f"[{separators}]", self.text(name)) if one.strip()]

    def web(self, name: str) -> str | None:
        """An address of the web; one without its beginning gets it."""
        said = self.text(name)
        return f"https://{said}" if said and "://" not in said and "." in said else said or None

    def as_row(self, record: Json) -> Row:
        """The row as a service, with everything that was wrong in it."""
        read = read_service(record)
        read.problems[:0] = self.problems
        if any(problem.is_fatal for problem in self.problems):
            read.record = None
        return Row(f"row {self.number}", read)

    def refused(self, name: str, sentence: str) -> Row:
        """The row as one of which nothing can be used."""
        return Row(f"row {self.number}", Read(None, [*self.problems, Problem(name, sentence, is_fatal=True)]))


def point_of_postcode(postcode: str) -> Point | None:
    """Where a postcode is; nothing for one that we do not know."""
    try:
        return place_of(postcode).point
    except BadPostcode:
        return None
