"""What was promised in the plan and what was given, term by term."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldenthread.casework.models import Case, Delivery, PlanVersion, VersionStage
from goldenthread.casework.plan.language.amounts import durations, frequencies
from goldenthread.casework.plan.lines import Provision
from goldenthread.casework.queries.plans import plan_of

TERMS = {"autumn": ((9, 1), (12, 31), 14), "spring": ((1, 1), (4, 15), 12), "summer": ((4, 16), (8, 31), 12)}
"""Each term's first and last day, and about how many weeks of school it has: schools set their own days, and say so where
a term was shorter."""
A_SCHOOL_WEEK = 5
WEEKS = {
    "day": 1 / A_SCHOOL_WEEK, "morning": 1 / A_SCHOOL_WEEK, "afternoon": 1 / A_SCHOOL_WEEK, "week": 1, "fortnight": 2,
    "month": 4.33,
}  # fmt: skip
"""Weeks of school in each unit in which provision is promised."""
IN_A_TERM = {"half-term": 2, "term": 1, "year": 1 / 3}
"""Longer units: how many of each a term has."""


def term_of(day: date) -> str:
    """The term of a day, under the year in which it begins.

    >>> term_of(date(2026, 11, 24)), term_of(date(2027, 4, 15)), term_of(date(2027, 4, 16))
    ('2026-autumn', '2027-spring', '2027-summer')
    """
    for name, (first, last, _) in TERMS.items():
        if first <= (day.month, day.day) <= last:
            return f"{day.year}-{name}"
    raise AssertionError("the terms cover the year")


def term_words(term: str) -> str:
    """The term as people say it.

    >>> term_words("2026-autumn")
    'Autumn term 2026'
    """
    year, name = term.split("-")
    return f"{name.capitalize()} term {year}"


def plan_in_force(case: Case) -> PlanVersion | None:
    """The last final or amended version."""
    return case.versions.filter(stage__in=[VersionStage.FINAL, VersionStage.AMENDED]).first()


def provision_in(version: PlanVersion) -> list[Provision]:
    """The lines of provision of a version, in their order."""
    return [
        line
        for section in plan_of(version).sections.values()
        for line in section.lines
        if isinstance(line, Provision)
    ]


def promised_minutes(line: Provision, term: str) -> int | None:
    """How many minutes a line promises in a term, worked out from how often and how long; None where it says no such amount.

    It is a start for the school's own figure, never a figure to hold somebody to.
    """
    often, long = frequencies(f"{line.how_often}. {line.text}"), durations(f"{line.how_long}. {line.text}")
    if not often or not long:
        return None
    unit, weeks = often[0].unit, TERMS[term.split("-")[1]][2]
    units = weeks / WEEKS[unit] if unit in WEEKS else IN_A_TERM.get(unit)
    return round(often[0].value * long[0].value * units) if units else None


@dataclass(frozen=True)
class Delivered:
    """One line of provision with what was said of it in a term."""

    line: Provision
    promised: int | None
    said: Delivery | None

    @property
    def state(self) -> str:
        """How it stands, as a state of the kit."""
        if self.said is None:
            return "not_yet"
        return "late" if self.said.is_missed else "done"

    @property
    def state_words(self) -> str:
        """The same in words."""
        if self.said is None:
            return "Not confirmed yet"
        return "Not given as promised" if self.said.is_missed else "Given"


def delivered_in(case: Case, term: str) -> list[Delivered]:
    """Each line of the plan in force with the last word of the setting about a term."""
    version = plan_in_force(case)
    if version is None:
        return []
    said = {one.line: one for one in case.deliveries.filter(term=term).order_by("pk")}
    return [
        Delivered(line, promised_minutes(line, term), said.get(line.id)) for line in provision_in(version)
    ]


@dataclass(frozen=True)
class Sum:
    """Promised against delivered minutes of one term, over the lines for which both are known."""

    term: str
    promised: int
    delivered: int
    lines: int
    missed: int

    @property
    def words(self) -> str:
        """The term as people say it."""
        return term_words(self.term)


def sums(case: Case) -> list[Sum]:
    """Term by term, the latest first, what was promised and what was given."""
    held: dict[str, dict[str, Delivery]] = {}
    for one in case.deliveries.order_by("pk"):
        held.setdefault(one.term, {})[one.line] = one
    return [
        _sum(term, lines.values())
        for term, lines in sorted(held.items(), key=lambda pair: _place(pair[0]), reverse=True)
    ]


def _place(term: str) -> tuple[int, int]:
    year, name = term.split("-")
    return int(year), ("spring", "summer", "autumn").index(name)


def _sum(term: str, said: Iterable[Delivery]) -> Sum:
    rows = list(said)
    known = [one for one in rows if one.promised_minutes is not None and one.delivered_minutes is not None]
    return Sum(
        term, sum(one.promised_minutes or 0 for one in known), sum(one.delivered_minutes or 0 for one in known), len(rows),
        sum(one.is_missed for one in rows),
    )  # fmt: skip
