"""The collection years: each is the year before with changes, as dated data.

The structure of 2027 had not been seen when this was written; until it is, 2027 is 2026. What is not confirmed by a source
says so in docs/sen2-items.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from goldenthread.sen2 import first_year
from goldenthread.sen2.codes import codes_of
from goldenthread.sen2.item import Item, Kind
from goldenthread.sen2.tables import TABLES

CENSUS_DAYS = {
    2023: date(2023, 1, 19),
    2024: date(2024, 1, 18),
    2025: date(2025, 1, 16),
    2026: date(2026, 1, 15),
    2027: date(2027, 1, 21),
}
FIRST, LAST = min(CENSUS_DAYS), max(CENSUS_DAYS)


@dataclass(frozen=True)
class Change:
    """An item added to a table (after another), taken out, or made required."""

    table: str
    tag: str
    add: Item | None = None
    after: str = ""
    drop: bool = False
    required: bool | None = None


_RES = Item("RES", "Residential Settings", Kind.CODE, "residential")
_WBP = Item("WBP", "Work Based Learning Activity")
CHANGES: dict[int, tuple[Change, ...]] = {
    2024: (
        Change("Person", "Sex", Item("Sex", "Sex", Kind.CODE, "sex", required=True), after="GenderCurrent"),
        Change("Person", "GenderCurrent", drop=True),
        Change("ActivePlans", "RES", drop=True),
        Change("ActivePlans", "WBP", drop=True),
        Change(
            "ActivePlans",
            "ReviewMeeting",
            Item("ReviewMeeting", "Annual Review Meeting Date", Kind.DATE),
            "TransferLA",
        ),
        Change(
            "ActivePlans",
            "ReviewOutcome",
            Item("ReviewOutcome", "Annual Review Decision", Kind.CODE, "review outcome"),
            "ReviewMeeting",
        ),
        Change("PlacementDetail", "AttendancePattern", drop=True),
        Change("PlacementDetail", "RES", _RES, "ResourcedProvisionIndicator"),
        Change("PlacementDetail", "WBP", _WBP, "RES"),
    ),
    2025: (
        Change("Header", "DSCO", Item("DSCO", "Designated Social Care Officer", Kind.FLAG), "DCO"),
        Change(
            "Requests",
            "RequestSource",
            Item("RequestSource", "Source of request for an EHC needs assessment", Kind.CODE, "source"),
            "ReceivedDate",
        ),
        Change(
            "ActivePlans",
            "ReviewDraft",
            Item("ReviewDraft", "Annual review – date draft amended EHC plan issued", Kind.DATE),
            "ReviewOutcome",
        ),
        Change(
            "ActivePlans",
            "PhaseTransferDueDate",
            Item("PhaseTransferDueDate", "Phase transfer review - due date for any amended plan", Kind.DATE),
            "ReviewDraft",
        ),
        Change(
            "ActivePlans",
            "PhaseTransferFinalDate",
            Item("PhaseTransferFinalDate", "Phase transfer review - final plan date", Kind.DATE),
            "PhaseTransferDueDate",
        ),
    ),
    2026: (
        Change("Header", "DSCO", required=True),
        Change("Requests", "RequestSource", required=True),
    ),
    2027: (),
}


@dataclass(frozen=True)
class CollectionYear:
    """One year’s return: its census day, its period, and its items table by table."""

    year: int
    items: Mapping[str, tuple[Item, ...]]

    @property
    def census(self) -> date:
        """The third Thursday of January, on which active plans are counted."""
        return CENSUS_DAYS[self.year]

    @property
    def starts(self) -> date:
        """The first day of the period: the calendar year before."""
        return date(self.year - 1, 1, 1)

    @property
    def ends(self) -> date:
        """The last day of the period."""
        return date(self.year - 1, 12, 31)

    @cached_property
    def blanks(self) -> dict[str, dict[str, str]]:
        """For each table, a record with nothing in it: every item in order, blank."""
        return {table: {item.tag: "" for item in items} for table, items in self.items.items()}

    def codes(self, name: str) -> dict[str, str]:
        """The codes of a set in this year."""
        return codes_of(name, self.year)


def _changed(items: tuple[Item, ...], change: Change) -> tuple[Item, ...]:
    if change.drop:
        return tuple(one for one in items if one.tag != change.tag)
    if change.add:
        place = next(number for number, one in enumerate(items, 1) if one.tag == change.after)
        return (*items[:place], change.add, *items[place:])
    return tuple(
        replace(one, required=bool(change.required)) if one.tag == change.tag else one for one in items
    )


@cache
def collection_year(year: int) -> CollectionYear:
    """The return of a year; `KeyError` for a year that is not known here."""
    if year == FIRST:
        return CollectionYear(year, first_year.ITEMS)
    if year not in CENSUS_DAYS:
        raise KeyError(year)
    items = dict(collection_year(year - 1).items)
    for change in CHANGES[year]:
        items[change.table] = _changed(items[change.table], change)
    return CollectionYear(year, items)


@cache
def every_tag() -> dict[str, dict[str, str]]:
    """For each table, every item that any year knows, by its tag in lower case."""
    found: dict[str, dict[str, str]] = {table: {} for table in TABLES}
    for year in CENSUS_DAYS:
        for table, items in collection_year(year).items.items():
            found[table].update({one.column: one.tag for one in items})
    return found
