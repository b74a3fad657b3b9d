"""Named counts for a period, as known on a day, by the definitions of the published statistics: ours can stand beside them.

A period is two days, both included. Plans that came from elsewhere have no request here and are in no count of requests or
of 20 weeks. One statement of SQL over the events.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from goldenthread.casework.models import Case
from goldenthread.casework.process.stages import WITH_PLAN
from goldenthread.casework.queries.snapshot import standings_on
from goldenthread.casework.queries.timeliness import limit_in_days
from goldenthread.law import assessment, review

CONTESTED = ("mediation-wanted", "mediation-held", "mediation-certificate", "appeal-lodged")
"""Cases with one of these may be left out: some who count published figures again leave them out."""
DECISIONS_AFTER_REVIEW = ("review-maintained", "amendment-proposed", "cease-considered", "cease-decided")
_YEAR = timedelta(weeks=52)

_TOLD = """
WITH standing AS (
    SELECT e.* FROM casework_event e
    WHERE NOT e.is_struck AND e.known_on <= %(day)s
    AND NOT EXISTS (SELECT 1 FROM casework_event c WHERE c.supersedes_id = e.id AND c.known_on <= %(day)s)
), told AS (
    SELECT case_id,
        min(occurred_on) FILTER (WHERE kind = 'request-received') AS requested_on,
        min(occurred_on) FILTER (WHERE kind = 'assessment-agreed') AS agreed_on,
        min(occurred_on) FILTER (WHERE kind = 'assessment-refused') AS refused_on,
        min(occurred_on) FILTER (WHERE kind = 'request-withdrawn') AS withdrawn_on,
        min(occurred_on) FILTER (WHERE kind = 'plan-refused') AS plan_refused_on,
        min(occurred_on) FILTER (WHERE kind = 'final-issued') AS final_on,
        min(occurred_on) FILTER (WHERE kind = 'exception-recorded') AS excepted_on,
        bool_or(kind = ANY(%(contested)s)) AS is_contested
    FROM standing GROUP BY case_id
), counted AS (
    SELECT *, COALESCE(LEAST(agreed_on, refused_on), withdrawn_on) AS answered_on, LEAST(agreed_on, refused_on) AS decided_on
    FROM told WHERE NOT (%(without_contested)s AND is_contested)
)
"""
_COUNTS = """
SELECT
    count(*) FILTER (WHERE asked),
    count(*) FILTER (WHERE asked AND refused_on IS NOT NULL AND (agreed_on IS NULL OR refused_on < agreed_on)),
    count(*) FILTER (WHERE asked AND decided_on IS NOT NULL AND decided_on - requested_on <= %(six_weeks)s),
    count(*) FILTER (WHERE asked AND (decided_on IS NOT NULL
                                      OR (answered_on IS NULL AND %(day)s - requested_on > %(six_weeks)s))),
    count(*) FILTER (WHERE assessed), count(*) FILTER (WHERE assessed AND plan_refused_on IS NOT NULL),
    count(*) FILTER (WHERE finished), count(*) FILTER (WHERE finished AND days <= %(twenty_weeks)s),
    count(*) FILTER (WHERE finished AND NOT excepted),
    count(*) FILTER (WHERE finished AND NOT excepted AND days <= %(twenty_weeks)s),
    count(*) FILTER (WHERE finished AND days > %(year)s)
FROM (
    SELECT *, final_on - requested_on AS days, COALESCE(excepted_on <= final_on, false) AS excepted,
        COALESCE(requested_on BETWEEN %(since)s AND %(until)s, false) AS asked,
        COALESCE(agreed_on BETWEEN %(since)s AND %(until)s, false) AS assessed,
        COALESCE(final_on BETWEEN %(since)s AND %(until)s AND requested_on IS NOT NULL, false) AS finished
    FROM counted
) one
"""
_REVIEWS = """
SELECT count(*) FILTER (WHERE answer IS NOT NULL), count(*) FILTER (WHERE answer - met.occurred_on <= %(four_weeks)s)
FROM standing met
LEFT JOIN LATERAL (
    SELECT min(said.occurred_on) AS answer FROM standing said
    WHERE said.case_id = met.case_id AND said.kind = ANY(%(decisions)s) AND said.occurred_on >= met.occurred_on
    AND NOT EXISTS (SELECT 1 FROM standing next WHERE next.case_id = met.case_id AND next.kind = 'review-met'
                    AND next.occurred_on > met.occurred_on AND next.occurred_on <= said.occurred_on)
) decided ON true
WHERE met.kind = 'review-met' AND met.occurred_on BETWEEN %(since)s AND %(until)s
"""


@dataclass(frozen=True)
class Count:
    """A figure: how many, out of how many. Without a denominator it is a plain count."""

    numerator: int
    denominator: int | None = None

    @property
    def value(self) -> float | None:
        """The share in per cent, or the count."""
        if self.denominator is None:
            return self.numerator
        return 100 * self.numerator / self.denominator if self.denominator else None


def counts(
    *, since: date, until: date, day: date, today: date, without_contested: bool = False
) -> dict[str, Count]:
    """The named counts of a period, as known at the end of `day`. Three queries."""
    values: dict[str, Any] = {
        "since": since, "until": until, "day": day, "without_contested": without_contested, "contested": list(CONTESTED),
        "six_weeks": 7 * assessment.DECIDE_TO_ASSESS.value_on(day).value.number, "twenty_weeks": limit_in_days(day),
        "year": _YEAR.days, "four_weeks": 7 * review.DECISION.value_on(day).value.number,
        "decisions": list(DECISIONS_AFTER_REVIEW),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_TOLD + _COUNTS, values)
        (requests, refused, decided_in_time, decided, assessed, plan_refused, finished, in_time, unexcepted,
         in_time_unexcepted, after_a_year) = cursor.fetchone()  # fmt: skip
        cursor.execute(_TOLD + _REVIEWS, values)
        reviews, reviews_in_time = cursor.fetchone()
    return {
        "requests": Count(requests), "refused_to_assess": Count(refused, requests),
        "decided_in_time": Count(decided_in_time, decided), "refused_plan": Count(plan_refused, assessed),
        "new_plans": Count(finished), "in_time": Count(in_time, finished),
        "in_time_unexcepted": Count(in_time_unexcepted, unexcepted), "after_a_year": Count(after_a_year, finished),
        "reviews_in_time": Count(reviews_in_time, reviews), "plans": Count(plans_in_force(min(until, day), today=today)),
    }  # fmt: skip


def plans_in_force(day: date, *, today: date) -> int:
    """Plans in force at the end of a day."""
    stood = standings_on(Case.objects.all(), day, today=today)
    return sum(one.stage in WITH_PLAN for one in stood)
