"""The qualification of a SENCO: the NPQ for SENCOs within three years of taking the post.

Read on the Department's page of the mandatory qualification; regulation 49 itself, as changed from 1 September 2024, was not
read and is marked so. Whoever holds the National Award for SEN Coordination is exempt.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.law.citation import Citation, Dated
from goldenthread.law.length import Length, Unit
from goldenthread.law.rule import Rule
from goldenthread.law.sources import EXAMPLE, filed

STARTS = date(2024, 9, 1)
LONGEST_COURSE_MONTHS = 22
"""The NPQ takes 18 to 22 months: whoever begins so many months before the last day still finishes in time."""
_PAGE = Citation(
    "Regulation 49 of SI 2014/1530 as changed in 2024, from the Department’s page “Mandatory qualification for SENCOs” (the "
    "regulation itself was not read)",
    "https://www.gov.uk/government/publications/mandatory-qualification-for-sencos",
    STARTS,
    unconfirmed=True,
)
QUALIFY = Rule(
    name="senco-qualified", title="The SENCO has the qualification", who="The governing body of a mainstream school",
    trigger="the SENCO took the post", not_the_same="the day on which the course began",
    limit=(Dated(Length(36, Unit.MONTHS), _PAGE),), example=EXAMPLE,
    note="For posts taken from 1 September 2024. Whoever holds the National Award for SEN Coordination is exempt.",
)  # fmt: skip
RULES = filed(QUALIFY)


@dataclass(frozen=True)
class Window:
    """By when a SENCO must have the qualification, and by when to begin a course that takes its longest."""

    due_on: date
    begin_by: date


def window(taken_on: date) -> Window | None:
    """The window of a post; None for a post taken before the rule, to which this clock does not apply.

    >>> window(date(2024, 9, 2))
    Window(due_on=datetime.date(2027, 9, 2), begin_by=datetime.date(2025, 11, 2))
    """
    if taken_on < STARTS:
        return None
    return Window(
        QUALIFY.deadline(taken_on).due_on,
        Length(36 - LONGEST_COURSE_MONTHS, Unit.MONTHS).after(taken_on),
    )
