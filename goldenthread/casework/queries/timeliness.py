"""Plans finished in 20 weeks: month by month, with and without the lawful exceptions, as known on any day.

One statement of SQL over the events, so that a past day and today are the same question. Numerator: first final plans sent
within 20 weeks of the request's receipt. Denominator: all first final plans sent; without exceptions, those with no lawful
exception recorded. Plans that came from elsewhere have no 20 weeks and are not counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from goldenthread.law import assessment

FINISHED = """
WITH told AS (
    SELECT e.case_id, min(e.occurred_on) FILTER (WHERE e.kind = 'request-received') AS requested_on,
           min(e.occurred_on) FILTER (WHERE e.kind IN ('final-issued', 'plan-on-record')) AS final_on,
           min(e.occurred_on) FILTER (WHERE e.kind IN ('exception-recorded', 'exception-on-record')) AS excepted_on
    FROM casework_event e
    WHERE e.kind IN ('request-received', 'final-issued', 'plan-on-record', 'exception-recorded', 'exception-on-record')
    AND NOT e.is_struck AND e.known_on <= %(day)s
    AND NOT EXISTS (SELECT 1 FROM casework_event c WHERE c.supersedes_id = e.id AND c.known_on <= %(day)s)
    {of_authority}
    GROUP BY e.case_id
), finished AS (
    SELECT case_id, final_on, final_on - requested_on AS days, COALESCE(excepted_on <= final_on, false) AS excepted
    FROM told WHERE final_on BETWEEN %(since)s AND %(day)s AND requested_on IS NOT NULL
)
"""
OF_AUTHORITY = "AND e.case_id IN (SELECT k.id FROM casework_case k WHERE k.authority_id = %(authority)s)"
CASES = """
SELECT k.public_id, k.reference, f.final_on, f.days, f.excepted FROM finished f JOIN casework_case k ON k.id = f.case_id
ORDER BY f.days DESC, k.id
"""
BY_MONTH = """
SELECT date_trunc('month', final_on)::date, count(*), count(*) FILTER (WHERE days <= %(days)s),
       count(*) FILTER (WHERE NOT excepted), count(*) FILTER (WHERE NOT excepted AND days <= %(days)s)
FROM finished GROUP BY 1 ORDER BY 1
"""


@dataclass(frozen=True)
class Month:
    """One month's plans. `first` is its first day and stands for the whole month."""

    first: date
    plans: int
    in_time: int
    plans_unexcepted: int
    in_time_unexcepted: int

    @property
    def share(self) -> float | None:
        """The share in 20 weeks without the excepted, as the published figure counts; None for a month without plans."""
        return self.in_time_unexcepted / self.plans_unexcepted if self.plans_unexcepted else None

    @property
    def share_of_all(self) -> float | None:
        """The share in 20 weeks of all."""
        return self.in_time / self.plans if self.plans else None


def timeliness(day: date, *, since: date, authority: int | None = None) -> list[Month]:
    """Month by month from a day on, as it was known at the end of `day`; of one authority, or of all."""
    values: dict[str, Any] = {"day": day, "since": since, "authority": authority, "days": limit_in_days(day)}
    with connection.cursor() as cursor:
        cursor.execute(FINISHED.format(of_authority=OF_AUTHORITY if authority else "") + BY_MONTH, values)
        return [Month(*row) for row in cursor.fetchall()]


@dataclass(frozen=True)
class Finished:
    """One plan of a figure: whose numerator and denominator it is in."""

    public_id: Any
    reference: str
    final_on: date
    days: int
    is_excepted: bool

    def is_in_time(self, limit: int) -> bool:
        """Whether it was sent within so many days of the request's receipt."""
        return self.days <= limit


def limit_in_days(day: date) -> int:
    """The twenty weeks in days, as the law has them on a day."""
    return 7 * assessment.FINAL_PLAN.value_on(day).value.number


def finished(day: date, *, since: date, until: date, authority: int | None = None) -> list[Finished]:
    """The plans behind a figure, the slowest first: those sent from one day to another, as known at the end of `day`."""
    values = {"day": day, "since": since, "authority": authority}
    with connection.cursor() as cursor:
        cursor.execute(FINISHED.format(of_authority=OF_AUTHORITY if authority else "") + CASES, values)
        return [one for row in cursor.fetchall() if (one := Finished(*row)).final_on <= until]


def total(months: list[Month]) -> Month | None:
    """All months together."""
    if not months:
        return None
    sums = [sum(getattr(month, name) for month in months)
            for name in ("plans", "in_time", "plans_unexcepted", "in_time_unexcepted")]  # fmt: skip
    return Month(months[0].first, *sums)
