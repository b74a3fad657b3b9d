"""Named counts of SEN support for a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.sensupport.queries.register import by_school


@dataclass(frozen=True)
class Count:
    """How many, out of how many; without a denominator a plain count."""

    numerator: int
    denominator: int | None = None


def counts(day: date) -> dict[str, Count]:
    """`support`: pupils with code K on schools' registers here. `current_review`: of these, with a cycle under way whose review
    is not overdue. Only schools that keep their register here are counted."""
    schools = by_school(day)
    support = sum(one.support for one in schools)
    return {
        "support": Count(support),
        "current_review": Count(sum(one.with_current_review for one in schools), support),
    }
