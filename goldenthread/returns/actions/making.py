"""Making a return: every case read once, put in or listed with its reason, checked and written as it comes."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from goldenthread.casework.models import Case
from goldenthread.returns.building.persons import Census, Made, persons
from goldenthread.returns.queries.known import known_cases, known_places
from goldenthread.sen2.checks.person.duplicate import duplicates
from goldenthread.sen2.checks.run import Checker
from goldenthread.sen2.finding import Finding
from goldenthread.sen2.record import Record, new_record
from goldenthread.sen2.running.part import few_collections
from goldenthread.sen2.writing.xml import XmlWriter
from goldenthread.sen2.years import collection_year

A_STEP = 500


@dataclass(frozen=True)
class Asked:
    """Which return is asked for, and what its header says."""

    census: Census
    known_on: date
    at: datetime
    authority: str
    serial: int = 1
    has_medical_officer: bool = False
    has_clinical_officer: bool = False
    has_care_officer: bool = False

    def header(self) -> Record:
        """The header of the return."""
        year = collection_year(self.census.year)
        record = new_record("Header", year.blanks["Header"], 0)
        values = {
            "Collection": "SEN2", "Year": str(year.year), "ReferenceDate": year.census.isoformat(), "SourceLevel": "L",
            "LEA": self.authority, "SoftwareCode": "Golden Thread", "SerialNo": str(self.serial),
            "DateTime": self.at.strftime("%Y-%m-%dT%H:%M:%S"), "DMO": _flag(self.has_medical_officer),
            "DCO": _flag(self.has_clinical_officer), "DSCO": _flag(self.has_care_officer),
        }  # fmt: skip
        record.update({tag: value for tag, value in values.items() if tag in record})
        return record


def _flag(is_so: bool) -> str:
    return "1" if is_so else "0"


@dataclass
class Counted:
    """What came of it. Cases in are cases inside and cases outside, by reason."""

    cases: int = 0
    inside: int = 0
    persons: int = 0
    outside: Counter[str] = field(default_factory=Counter)
    by_severity: Counter[str] = field(default_factory=Counter)
    by_code: Counter[str] = field(default_factory=Counter)

    def found(self, findings: list[Finding]) -> None:
        """Count findings."""
        for one in findings:
            self.by_severity[str(one.severity)] += 1
            self.by_code[one.code] += 1


Hear = Callable[[Made | None, list[Finding]], None]
Tell = Callable[[int, int, str], None]


def make_return(asked: Asked, path: Path, *, hear: Hear | None = None, tell: Tell | None = None) -> Counted:
    """Write the return as XML. `hear` is given each child's cases with what was found in them, and lastly what concerns all."""
    year = collection_year(asked.census.year)
    checker, counted = Checker(year), Counted()
    whole = Case.objects.count() if tell else 0
    numbers, holders, lines = array("Q"), array("Q"), array("Q")
    header = asked.header()
    with few_collections(), XmlWriter(path, year) as writer:
        writer.header(header)
        known = known_cases(known_on=asked.known_on, upto=asked.census.upto)
        for made in persons(known, year, asked.census.upto, known_places()):
            found: list[Finding] = []
            if made.person:
                writer.add(made.person)
                found = checker.person(made.person)
                if number := checker.packed_upn(made.person):
                    numbers.append(number)
                    holders.append(made.person.number)
                    lines.append(0)
            _count(counted, made, found)
            if hear:
                hear(made, found)
            if tell and counted.cases // A_STEP != (counted.cases - 1) // A_STEP:
                tell(counted.cases, whole, f"case {counted.cases:,}")
    about_all = [*checker.header(header), *duplicates(numbers, holders, lines)]
    counted.found(about_all)
    if hear:
        hear(None, about_all)
    return counted


def _count(counted: Counted, made: Made, found: list[Finding]) -> None:
    counted.cases += len(made.inside) + len(made.outside)
    counted.inside += len(made.inside)
    counted.persons += made.person is not None
    for part in made.outside:
        counted.outside[part.reason] += 1
    counted.found(found)
