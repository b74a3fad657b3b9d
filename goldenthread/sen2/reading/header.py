"""The year of a return, from its header or from whoever asks."""

from __future__ import annotations

from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.notes import Notes, refusal, shown
from goldenthread.sen2.record import Record
from goldenthread.sen2.years import CENSUS_DAYS, FIRST, LAST, CollectionYear, collection_year


def year_of(header: Record, notes: Notes, asked: int | None = None) -> CollectionYear:
    """The year that was asked for, or the header’s; a header that says otherwise is noted.

    Raises `BadReturn` when no year is known: without one nothing can be read, because items differ from year to year.
    """
    said = header["Year"] or header["ReferenceDate"][:4]
    if asked is not None:
        if said and said != str(asked):
            notes.add(
                "READ-YEAR",
                f"the header says {shown(said)}, and it is read as {asked}",
                table="Header",
                item="Year",
            )
        return _known(str(asked))
    if not said:
        raise BadReturn(refusal("READ-YEAR", "the header has none"))
    if said not in {str(one) for one in CENSUS_DAYS} and DAYS[header["ReferenceDate"]]:
        said = header["ReferenceDate"][:4]
        notes.add(
            "READ-YEAR",
            f"the header’s Year is {shown(header['Year'])}; the reference date’s is used",
            table="Header",
            item="Year",
        )
    return _known(said)


def _known(said: str) -> CollectionYear:
    try:
        return collection_year(int(said))
    except (KeyError, ValueError):
        words = f"{shown(said)} is not one from {FIRST} to {LAST}"
        raise BadReturn(refusal("READ-YEAR", words)) from None
