"""The families of invented children as rows: parents, homes kept apart, a withheld address, schools, who speaks for whom."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from goldenthread.casework.generator import Invented
from goldenthread.casework.invented_life import COMPULSORY
from goldenthread.casework.invented_words import POSTCODE, ROADS, TOWN

SPAN = ("id", "recorded_at", "starts_on")
TABLES = {
    "people_adult": ("id", "recorded_at", "public_id", "name", "email", "telephone", "contact_by", "first_language",
                     "needs_interpreter", "is_invented"),
    "people_relationship": (*SPAN, "child_id", "adult_id", "tie", "has_parental_responsibility", "may_follow", "order"),
    "people_household": ("id", "label"),
    "people_address": (*SPAN, "household_id", "lines", "postcode"),
    "people_residence": (*SPAN, "household_id", "child_id", "adult_id", "share"),
    "people_withholding": (*SPAN, "household_id", "adult_id", "reason"),
    "people_capacity": (*SPAN, "child_id", "representative_id", "basis"),
    "people_schooling": (*SPAN, "child_id", "setting_id", "attends"),
}  # fmt: skip
"""In the order in which they link."""
WITHOUT_RESPONSIBILITY = ("step-parent", "foster-carer")
WAYS = ("post", "email", "text")
MOST = {"people_adult": 2, "people_relationship": 2, "people_household": 2, "people_address": 2, "people_residence": 5,
        "people_withholding": 1, "people_capacity": 1, "people_schooling": 1}  # fmt: skip
"""Rows that one child has at most."""


class Families:
    """The rows of one turn."""

    def __init__(
        self, children: int, settings: dict[str, int], now: datetime, reserve: Callable[[str, int], int]
    ) -> None:
        self.settings, self.now = settings, now
        self.next = {table: reserve(table, children * most) for table, most in MOST.items()}
        self.of: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}

    def _add(self, table: str, *values: Any) -> int:
        number = self.next[table]
        self.next[table] += 1
        self.of[table].append((number, *values))
        return number

    def add(self, child: int, one: Invented) -> None:
        """The family of one child, since the child was born."""
        since = (self.now, one.born_on)
        home = self._home("Main home", child, since)
        self._add("people_residence", *since, home, child, None, "main")
        adults = [self._adult(child, place, name, tie, one) for place, (name, tie) in enumerate(one.parents)]
        for place, adult in enumerate(adults):
            self._lives(child, adult, home, since, one, is_second=bool(place))
        grown = one.born_on + timedelta(days=round((COMPULSORY + 1) * 365.25))
        if one.is_represented and adults and grown < self.now.date():
            basis = "Assessed by the social worker; order of the Court of Protection (invented)."
            self._add("people_capacity", self.now, grown, child, adults[0], basis)
        if setting := self.settings.get(one.school):
            starts_on = max(one.born_on, one.events[0].occurred_on)
            self._add("people_schooling", self.now, starts_on, child, setting, "full")

    def _home(self, label: str, number: int, since: tuple[datetime, date]) -> int:
        home = self._add("people_household", label)
        lines = f"{1 + number % 97} {ROADS[(number + home) % len(ROADS)]}, {TOWN}"
        self._add(
            "people_address",
            *since,
            home,
            lines,
            f"{POSTCODE} {home % 10}{'ABDEF'[home % 5]}{'GHJLN'[home // 5 % 5]}",
        )
        return home

    def _adult(self, child: int, place: int, name: str, tie: str, one: Invented) -> int:
        telephone = f"07700 900{(child * 2 + place) % 1000:03}"  # kept free by Ofcom for invented people
        email = f"{name.split()[0].lower()}.{child}.{place}@example.org"
        adult = self._add("people_adult", self.now, uuid.uuid4(), name, email, telephone, WAYS[(child + place) % 3],
                          one.language, bool(one.language) and child % 2 == 0, True)  # fmt: skip
        responsible = tie not in WITHOUT_RESPONSIBILITY
        self._add("people_relationship", self.now, one.born_on, child, adult, tie, responsible, False, "")
        return adult

    def _lives(
        self,
        child: int,
        adult: int,
        home: int,
        since: tuple[datetime, date],
        one: Invented,
        *,
        is_second: bool,
    ) -> None:
        """With the child, or in a home of their own, in which the child lives part of the time unless it is kept from them."""
        if not (is_second and one.has_two_homes):
            self._add("people_residence", *since, home, None, adult, "main")
            return
        other = self._home("Other home", child + 41, since)
        self._add("people_residence", *since, other, None, adult, "main")
        if one.is_withheld:
            self._add("people_withholding", *since, home, adult, "Order of the family court (invented).")
        else:
            self._add("people_residence", *since, other, child, None, "part")
