"""Cases put together as persons: a child with two cases is one person with two requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from goldenthread.returns.building.period import Period
from goldenthread.returns.building.places import Places
from goldenthread.returns.building.request import Request
from goldenthread.returns.building.story import Story
from goldenthread.sen2.record import Record, new_record
from goldenthread.sen2.years import CENSUS_DAYS, CollectionYear


class Case(NamedTuple):
    """A case as it is read, with its child and what happened in it."""

    child: int
    family_name: str
    given_names: str
    born_on: str
    sex: str
    ethnicity: str
    postcode: str
    upn: str
    uln: str
    no_number: str
    case: int
    reference: str
    events: list[Any] | None
    taught: list[Any] | None


class Part(NamedTuple):
    """What became of one case: a request, or the reason why there is none."""

    case: int
    reason: str
    sources: dict[str, int]


class Made(NamedTuple):
    """What became of one child's cases: a person, unless every case was left out."""

    person: Record | None
    inside: list[Part]
    outside: list[Part]


def persons(cases: Iterable[Case], year: CollectionYear, upto: date, places: Places) -> Iterator[Made]:
    """Every child's cases, which come in the order of their children."""
    period, number = Period(year, upto, places), 0
    for _, held in groupby(cases, key=itemgetter(0)):
        inside: list[Part] = []
        outside: list[Part] = []
        requests: list[Record] = []
        one: Any = None
        for one in held:
            made = Request(Story(one.events or ()), period, one.taught or [])
            part = Part(one.case, made.reason, made.sources)
            (outside if made.reason else inside).append(part)
            if not made.reason:
                requests.append(made.record)
        person = None
        if requests:
            number += 1
            person = _person(one, year, number)
            for request in requests:
                person.hold(request)
        yield Made(person, inside, outside)


def _person(one: Case, year: CollectionYear, number: int) -> Record:
    person = new_record("Person", year.blanks["Person"], 0)
    sex = one.sex if one.sex in ("M", "F") else ""
    has_number = bool(one.upn or one.uln)
    values = {
        "Surname": one.family_name, "Forename": one.given_names, "PersonBirthDate": one.born_on, "Sex": sex,
        "GenderCurrent": sex, "Ethnicity": one.ethnicity, "PostCode": one.postcode, "UPN": one.upn,
        "UniqueLearnerNumber": one.uln, "UPNunknown": "" if has_number else one.no_number,
    }  # fmt: skip
    for tag, value in values.items():
        if tag in person:
            person[tag] = value
    person.number = number
    return person


class Census(NamedTuple):
    """For which year's return a draft is, and up to which day it counts."""

    year: int
    upto: date


def census_for(on: date, year: int | None = None) -> Census | None:
    """The return that somebody works on on a day: until June that of the January past or near, then the next one.

    Events count up to the census day, or up to the day itself while that is to come; corrections count until the day. None for
    a year whose census day is not known here.

    >>> census_for(date(2026, 11, 26)), census_for(date(2027, 2, 10)).upto
    (Census(year=2027, upto=datetime.date(2026, 11, 26)), datetime.date(2027, 1, 21))
    """
    year = year or (on.year if on.month <= 6 else on.year + 1)
    day = CENSUS_DAYS.get(year)
    return Census(year, min(on, day)) if day else None
