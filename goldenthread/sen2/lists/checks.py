"""The checks of the lists. Ages are those of a day that is given; nothing depends on today."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from goldenthread.sen2.checks.person.uln import ULN as ULN_FORM
from goldenthread.sen2.checks.person.uln import fits
from goldenthread.sen2.checks.person.upn import UPN as UPN_FORM
from goldenthread.sen2.checks.person.upn import check_letter
from goldenthread.sen2.finding import Severity
from goldenthread.sen2.lists.columns import (
    ABSENCE,
    BORN,
    DATES,
    DISABILITY,
    ETHNICITY,
    EXCLUSIONS,
    GENDER,
    INITIAL,
    LISTS,
    NEED,
    NEEDS,
    PHASE,
    PHASES,
    REVIEWED,
    SUBSIDIARY,
    SUSPENSIONS,
    ULN,
    UNIQUE_ID,
    UPDATED,
    UPN,
    URN,
    plain,
)  # fmt: skip

ERROR, QUERY = Severity.ERROR, Severity.QUERY
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_COUNT = re.compile(r"\d{1,3}")
_UNKNOWN = re.compile(r"UN\d{1,2}")
NEEDED = (BORN, GENDER, ETHNICITY, NEED)


class Found(NamedTuple):
    """One finding of a list: in which row, about which column, what it says."""

    code: str
    severity: Severity
    sheet: str
    row: int
    column: str
    says: str


Row = dict[str, str]
Say = Callable[[str, Severity, str, str], None]


class ListChecker:
    """The checks of one list, row by row, as at a day."""

    def __init__(self, sheet: str, on: date) -> None:
        self.sheet = sheet
        self.on = on
        self._days: dict[str, date | None] = {"": None}
        self._first: dict[tuple[str, str], int] = {}
        self._found: list[Found] = []
        self._dates = tuple(one for one in DATES if one in LISTS[sheet])
        self._row = 0

    def headings(self, given: list[str]) -> Iterator[Found]:
        """Columns that are missing, near misses among them, and columns that nobody asked for."""
        wanted = LISTS[self.sheet]
        near = {plain(one): one for one in given}
        for one in wanted:
            if one not in given:
                words = f"it is headed “{near[plain(one)]}”" if plain(one) in near else "it is missing"
                yield Found("LST-COLUMN", ERROR, self.sheet, 1, one, f"The column “{one}”: {words}.")
        known = {plain(one) for one in wanted}
        for one in given:
            if one and plain(one) not in known:
                yield Found(
                    "LST-COLUMN", QUERY, self.sheet, 1, one, f"The column “{one}” is not of this list."
                )

    def row(self, number: int, row: Row) -> list[Found]:
        """What is found in a row."""
        self._row = number
        days = {column: self._day(column, row.get(column, "")) for column in self._dates}
        for column in NEEDED:
            if not row.get(column):
                self._say("LST-MISSING", ERROR, column, f"{column} is missing.")
        if not row.get(DISABILITY):
            self._say("LST-DISABILITY", ERROR, DISABILITY, "Whether there is a disability is not said.")
        self._order(days)
        self._numbers(row)
        if born := days[BORN]:
            self._age(row, _years(born, self.on))
        self._codes(row)
        found, self._found = self._found, []
        return found

    def _say(self, code: str, severity: Severity, column: str, says: str) -> None:
        self._found.append(Found(code, severity, self.sheet, self._row, column, says))

    def _day(self, column: str, value: str) -> date | None:
        try:
            day = self._days[value]
        except KeyError:
            day = self._days[value] = _as_day(value)
        if value and day is None:
            self._say("LST-DATE", ERROR, column, f"{column} is not a day written DD/MM/YYYY.")
        elif day and day > self.on:
            self._say("LST-FUTURE", ERROR, column, f"{column} is after the day of the list.")
        return day

    def _order(self, days: dict[str, date | None]) -> None:
        initial = days.get(INITIAL)
        for column in (UPDATED, REVIEWED):
            later = days.get(column)
            if initial and later and initial > later:
                self._say("LST-ORDER", ERROR, column, f"{column} is before the plan was first issued.")

    def _numbers(self, row: Row) -> None:
        upn, uln = row.get(UPN, ""), row.get(ULN, "")
        if upn and not _UNKNOWN.fullmatch(upn):
            if not UPN_FORM.fullmatch(upn) or check_letter(upn[1:]) != upn[0]:
                self._say("LST-UPN", ERROR, UPN, "The UPN is not well formed.")
            self._once(UPN, upn)
        if uln and (not ULN_FORM.fullmatch(uln) or not fits(uln)):
            self._say("LST-ULN", ERROR, ULN, "The ULN is not well formed.")
        if row.get(UNIQUE_ID):
            self._once(UNIQUE_ID, row[UNIQUE_ID])
        else:
            self._say("LST-MISSING", ERROR, UNIQUE_ID, f"{UNIQUE_ID} is missing.")

    def _once(self, column: str, value: str) -> None:
        before = self._first.setdefault((column, value), self._row)
        if before != self._row:
            self._say("LST-DUPLICATE", ERROR, column, f"The {column} is also that of row {before}.")

    def _age(self, row: Row, age: int) -> None:
        if age == 25:
            self._say("LST-AGE-25", QUERY, BORN, "Aged 25: support ends with the school year at the latest.")
        elif age > 25:
            self._say("LST-AGE-26", ERROR, BORN, "Aged 26 or over.")
        if age >= 6 and not (row.get(UPN) or row.get(ULN)):
            self._say(
                "LST-NO-NUMBER", ERROR, UPN, "Aged 6 or over, with neither a UPN nor a ULN nor a reason."
            )
        if 5 <= age < 16 and not (
            row.get(URN) or row.get(SUBSIDIARY) or row.get("Elective home education") == "Yes"
        ):
            self._say(
                "LST-SCHOOL", ERROR, URN, "Of school age, with neither a main nor a subsidiary establishment."
            )

    def _codes(self, row: Row) -> None:
        need = row.get(NEED, "")
        if need and need.upper() not in NEEDS:
            self._say("LST-NEED", ERROR, NEED, "The need is not one of the codes of the list.")
        for column in (PHASE, SUBSIDIARY):
            phase = row.get(column, "")
            if phase and phase not in PHASES:
                self._say("LST-PHASE", ERROR, column, f"“{phase[:40]}” is not a phase of the list.")
        for column in (SUSPENSIONS, EXCLUSIONS):
            if (count := row.get(column, "")) and not _COUNT.fullmatch(count):
                self._say("LST-COUNT", ERROR, column, f"{column} is not a number of times.")
        if (absence := row.get(ABSENCE, "")) and not _is_percent(absence):
            self._say("LST-ABSENCE", ERROR, ABSENCE, "Absence is not a percentage from 0 to 100.")


def _as_day(value: str) -> date | None:
    found = _DAY.fullmatch(value)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _years(born: date, on: date) -> int:
    """Whole years on a day.

    >>> _years(date(2000, 2, 29), date(2026, 2, 28)), _years(date(2000, 2, 29), date(2026, 3, 1))
    (25, 26)
    """
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _is_percent(value: str) -> bool:
    try:
        return 0 <= float(value.removesuffix("%")) <= 100
    except ValueError:
        return False
