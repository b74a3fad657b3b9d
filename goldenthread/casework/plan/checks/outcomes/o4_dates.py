"""O4: a date that is over, or beyond the phase of education."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import OURS
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.goals import due_day
from goldenthread.law.words import in_words

LAST_YEARS = ((-1, "early years"), (6, "primary"), (11, "secondary"), (14, "post-16"))
"""The last school year of each phase; somebody older than these may stay until 25."""


def phase_end(year_group: int, on: date) -> tuple[date, str]:
    """The last day of the phase in which a year group stands, and the phase.

    >>> phase_end(4, date(2026, 11, 24))
    (datetime.date(2029, 8, 31), 'primary')
    """
    last, name = next(
        ((last, name) for last, name in LAST_YEARS if year_group <= last), (year_group + 3, "post-16")
    )
    ends_in = on.year + (on.month >= 9) + last - year_group
    return date(ends_in, 8, 31), name


def find(sheet: Sheet) -> Iterator[Found]:
    """Each outcome whose day has passed or lies beyond the phase."""
    end, phase = phase_end(sheet.year_group, sheet.on)
    for kind, line in sheet.outcomes:
        day = line.by_on or due_day(
            f"{line.by_when} {line.text}", sheet.year_group, sheet.plan.child.born_on, sheet.on
        )
        if day is None:
            continue
        if day < sheet.on and line.progress != "met":
            yield on_line(kind.key, line, f"Its date, {in_words(day)}, is over.", field="by_on")
        elif day > end:
            yield on_line(
                kind.key,
                line,
                f"Its date, {in_words(day)}, is beyond the {phase} phase, which ends on {in_words(end)}.",
                field="by_on",
            )


CHECK = Check(
    id="O4",
    title="A date that is over, or beyond the phase",
    severity=Severity.WARN,
    says="“{words}” is over or too far.",
    why="An outcome should be reached within the phase of education that the child is in, and cannot be reached in the past.",
    mend="Set a new date by the end of this phase, or record what came of it.",
    sources=(OURS,),
    find=find,
)
