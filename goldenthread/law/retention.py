"""How long a file is kept: years after a day, by a dated rule that says where it comes from.

None of these was read in an instrument or in the toolkit itself, so each citation is unconfirmed and every page says so. A
council that keeps by another schedule enters its own years with its reason; these are the years where it has entered none.

A file is kept for the whole of its years. Somebody born on 29 February completes a year on 28 February and begins the next one on
1 March in a year without that day: nothing goes before 1 March.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.law.citation import Citation, Dated, Limit, in_force

FIRST = date(2014, 9, 1)
"""The first files of this kind: part 3 of the Act came into force."""
_PRACTICE = "https://www.sencoforum.com/forums/reply/1918/"
_LIMITATION = "https://www.legislation.gov.uk/ukpga/1980/58/section/9"
_NO_LONGER = "https://www.legislation.gov.uk/eur/2016/679/article/5"


@dataclass(frozen=True)
class Keeping:
    """What is kept, after which event, and how many years."""

    key: str
    what: str
    event: str
    years: Limit[int]


def _for(years: int, text: str, url: str) -> Limit[int]:
    return (Dated(years, Citation(text, url, FIRST, unconfirmed=True)),)


CHILD_FILE = Keeping(
    "child-file",
    "A child’s file, with everything about the child",
    "the child was born",
    _for(31, "IRMS toolkit, practice as told: a file about special educational needs, 25 years and 6 more", _PRACTICE),
)  # fmt: skip
SEN_SUPPORT = Keeping(
    "sen-support",
    "A school’s record of SEN support",
    "the child was born",
    _for(25, "IRMS toolkit, older schedules as told: 25 years after birth", _PRACTICE),
)
BUDGET = Keeping(
    "personal-budget",
    "A personal budget",
    "it ended",
    _for(6, "Limitation Act 1980, section 9: six years for sums recoverable by statute", _LIMITATION),
)
SHARED = Keeping(
    "shared-cost",
    "A placement or package that is paid together",
    "it ended",
    _for(6, "Limitation Act 1980, section 9: six years for sums recoverable by statute", _LIMITATION),
)
UNDATED = Keeping(
    "undated",
    "A name that came without a date of birth",
    "it was settled who it is",
    _for(1, "UK GDPR article 5(1)(e): no longer than is necessary; a year is our own choice", _NO_LONGER),
)
KEEPINGS = {one.key: one for one in (CHILD_FILE, SEN_SUPPORT, BUDGET, SHARED, UNDATED)}


def anniversary(day: date, years: int) -> date:
    """The day on which so many years are complete.

    >>> anniversary(date(1996, 2, 29), 31), anniversary(date(1996, 2, 29), 32)
    (datetime.date(2027, 3, 1), datetime.date(2028, 2, 29))
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def years_kept(keeping: Keeping, on: date) -> Dated[int]:
    """The years by the rule in force on a day, with where they come from."""
    return in_force(keeping.years, on, name=keeping.key)


def due_on(event_on: date, years: int) -> date:
    """The first day on which a file may go.

    >>> due_on(date(1995, 11, 27), 31)
    datetime.date(2026, 11, 27)
    """
    return anniversary(event_on, years)


def is_due(event_on: date, years: int, on: date) -> bool:
    """Whether it may go on a day."""
    return on >= due_on(event_on, years)


def latest_event(years: int, on: date) -> date:
    """The latest day of an event whose file is due on a day: what a list is asked for.

    >>> latest_event(31, date(2027, 2, 28)), latest_event(31, date(2027, 3, 1)), latest_event(32, date(2028, 2, 29))
    (datetime.date(1996, 2, 28), datetime.date(1996, 3, 1), datetime.date(1996, 2, 29))
    """
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return date(on.year - years, 2, 28)
