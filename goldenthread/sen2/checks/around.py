"""What a check may look at around its record."""

from __future__ import annotations

from goldenthread.sen2.record import Record
from goldenthread.sen2.years import CollectionYear

NOBODY = Record("", {})


class Around:
    """The records above the one that is checked, and the year’s days as numbers."""

    __slots__ = (
        "active",
        "assessment",
        "census",
        "first",
        "last",
        "oldest",
        "person",
        "plan",
        "request",
        "year",
    )

    def __init__(self, year: CollectionYear) -> None:
        self.year = year
        self.census = year.census.toordinal()
        self.first = year.starts.toordinal()
        self.last = year.ends.toordinal()
        self.oldest = f"{year.year - 26}-09-01"
        """Who was born before this day was 25 before the school year of the census began."""
        self.person = self.request = self.assessment = self.plan = self.active = NOBODY

    def in_period(self, day: int) -> bool:
        """Whether a day is in the calendar year of the return."""
        return self.first <= day <= self.last
