"""What all requests of one return have in common."""

from __future__ import annotations

from datetime import date

from goldenthread.returns.building.places import Places
from goldenthread.sen2.years import CollectionYear


class Period:
    """A return's year and its days as text (ccyy-mm-dd: they compare as they are), the places, and the names of its items."""

    __slots__ = ("blanks", "ends", "names", "places", "starts", "upto", "year")

    def __init__(self, year: CollectionYear, upto: date, places: Places) -> None:
        self.year, self.places = year, places
        self.upto, self.starts, self.ends = upto.isoformat(), year.starts.isoformat(), year.ends.isoformat()
        self.blanks = year.blanks
        self.names = {table: {tag: f"{table}/{tag}" for tag in tags} for table, tags in year.blanks.items()}
