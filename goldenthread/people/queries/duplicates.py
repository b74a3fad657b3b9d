"""Whether a child who is about to be entered is here already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, Value
from django.db.models.functions import Concat, Greatest

from goldenthread.people.identifiers import tidied
from goldenthread.people.models import Child

ALIKE = 0.45
"""How much of two names' letters agree (PostgreSQL's trigrams, 0 to 1) for children born on one day to be asked about.
Twins pass it too: a person decides, and the system never merges."""


@dataclass(frozen=True)
class Likeness:
    """A child here who may be the same, and why we ask."""

    child: Child
    why: str
    is_certain: bool = False


def possible_duplicates(
    *, given_names: str, family_name: str, born_on: date, upn: str = "", uln: str = ""
) -> list[Likeness]:
    """Children who may be this one: by number, by birthday and a like name, or by name with day and month turned round."""
    upn, uln = tidied(upn), tidied(uln)
    if numbers := [Q(**{field: value}) for field, value in (("upn", upn), ("uln", uln)) if value]:
        same = Child.objects.filter(numbers[0] | numbers[-1])
        if found := list(same[:5]):
            return [Likeness(child, "has the same UPN or ULN", is_certain=True) for child in found]
    name = f"{given_names} {family_name}"
    likeness = Greatest(
        TrigramSimilarity(Concat("given_names", Value(" "), "family_name"), name),
        TrigramSimilarity(Concat("known_as", Value(" "), "family_name"), name),
    )
    birthdays = {born_on, *_turned_round(born_on)}
    alike = (
        Child.objects.filter(born_on__in=birthdays)
        .annotate(likeness=likeness)
        .filter(likeness__gte=ALIKE)
        .order_by("-likeness", "pk")
    )
    return [Likeness(child, _why(child, born_on)) for child in alike[:5]]


def _turned_round(day: date) -> list[date]:
    return [date(day.year, day.day, day.month)] if day.day <= 12 else []


def _why(child: Child, born_on: date) -> str:
    if child.born_on == born_on:
        return "was born on the same day and has a like name"
    return "has a like name and a birthday with day and month the other way round"
