"""Invented persons of a return. The same seed gives the same persons on every machine; nobody is real.

They are meant to pass every check, so that what the checks find in a council’s return is the return’s. `faults` plants
mistakes in a share of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from goldenthread.sen2.checks.person.upn import check_letter
from goldenthread.sen2.generating import mistakes, stories
from goldenthread.sen2.generating.stories import Days
from goldenthread.sen2.record import Record
from goldenthread.sen2.years import CollectionYear

_SURNAMES = """
Ashworth Bairstow Calloway Dunmore Ellerby Fairburn Garstang Hollis Iqbal Jessop Kaur Lindqvist Marlowe Nwosu Okafor
Pemberton Quigley Rahman Sedgwick Thistlewood Underhill Verity Whitlock Yardley Zielinska
"""
_FORENAMES = """
Ada Bilal Cora Dev Esme Felix Gwen Hari Isla Jonah Kemi Leo Maya Noor Orla Priya Quinn Rowan Sana Theo Uma Viktor Wren
Yusuf Zara
"""
SURNAMES, FORENAMES = _SURNAMES.split(), _FORENAMES.split()
ETHNICITIES = ("WBRI", "WBRI", "WBRI", "AIND", "APKN", "BAFR", "MWBC", "OOTH", "NOBT")
_AUTHORITY = "301"


def header(year: CollectionYear, seed: int) -> Record:
    """The header of an invented return."""
    made = Record("Header", year.blanks["Header"], 1)
    known = {
        "Collection": "SEN2",
        "Year": str(year.year),
        "ReferenceDate": year.census.isoformat(),
        "SourceLevel": "L",
        "LEA": _AUTHORITY,
        "SoftwareCode": "GoldenThread",
        "Release": "1",
        "SerialNo": str(seed % 1000 + 1),
        "DateTime": f"{year.census.isoformat()}T10:00:00",
        "DMO": "1",
        "DCO": "1",
        "DSCO": "0",
    }
    made.update({tag: value for tag, value in known.items() if tag in made})
    return made


def persons(count: int, seed: int, year: CollectionYear, *, faults: float = 0.0) -> Iterator[Record]:
    """So many persons, one after the other; `faults` is the share of them with a planted mistake."""
    random = Random(seed)  # noqa: S311 (nothing secret: the same persons are wanted again)
    days = Days(year)
    for number in range(1, count + 1):
        person = _person(random, number, year, days)
        person.number = number
        if faults and random.random() < faults:
            mistakes.plant(person, random, days)
        yield person


def _person(random: Random, number: int, year: CollectionYear, days: Days) -> Record:
    age = random.randint(2, 23)
    born = days.census - age * 365 - age // 4 - random.randint(1, 200)
    person = Record("Person", year.blanks["Person"])
    person["Surname"] = random.choice(SURNAMES)
    person["Forename"] = random.choice(FORENAMES)
    person["PersonBirthDate"] = days.text(born)
    person["Sex" if "Sex" in person else "GenderCurrent"] = "M" if random.random() < 0.7 else "F"
    person["Ethnicity"] = random.choice(ETHNICITIES)
    person["PostCode"] = (
        f"RM{number % 9 + 1} {number % 10}{'ABDEFGHJLN'[number % 10]}{'ABDEFGHJLN'[number // 10 % 10]}"
    )
    if age >= 5:
        rest = f"{_AUTHORITY}{number // 1_000_000 % 100:02}{number % 1_000_000:06}{random.randint(0, 9)}"
        person["UPN"] = check_letter(rest) + rest
    else:
        person["UPNunknown"] = "UN1"
    person.hold(stories.request(random, year, days, age))
    return person
