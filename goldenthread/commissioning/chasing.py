"""By when a return is due, and what follows when it does not come: its provider is written to, then the board hears of it.

The days are ours and proposed, until the partners agree others: no law gives any, and a contract may. When they agree others,
another rule is added with its first day; periods that ended before keep theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Chasing:
    """The days that count for periods which end from a day on. Days after the due day begin with the one after it."""

    starts: date
    days_to_return: int
    chased_after: int
    escalated_after: int
    source: str
    is_proposed: bool = False

    def due_on(self, ends_on: date) -> date:
        """The last day on which the return for a period is in time."""
        return ends_on + timedelta(days=self.days_to_return)

    def chased_on(self, ends_on: date) -> date:
        """The day on which its provider is written to."""
        return self.due_on(ends_on) + timedelta(days=self.chased_after)

    def escalated_on(self, ends_on: date) -> date:
        """The day on which the board hears of it."""
        return self.due_on(ends_on) + timedelta(days=self.escalated_after)

    @property
    def words(self) -> str:
        """The rule as people read it."""
        proposed = " These days are proposed, not agreed." if self.is_proposed else ""
        return (
            f"A return is due {self.days_to_return} days after its period. When it has not come, its provider is written to "
            f"{_days(self.chased_after)} after that, and the board hears of it {_days(self.escalated_after)} after.{proposed}"
        )


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


RULES = (
    Chasing(
        date(2014, 9, 1),
        30,
        1,
        14,
        "Ours; no law or national contract was found that gives days.",
        is_proposed=True,
    ),
)
"""The newest last. The first begins with the Children and Families Act 2014, which asks for joint arrangements."""


def rule_for(ends_on: date) -> Chasing:
    """The rule for a period that ended on a day; the first one also for what ended before all of them.

    >>> rule_for(date(2026, 3, 31)).escalated_on(date(2026, 3, 31))
    datetime.date(2026, 5, 14)
    """
    return next((one for one in reversed(RULES) if one.starts <= ends_on), RULES[0])
