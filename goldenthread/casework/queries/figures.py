"""Named counts for a period, as known on a day, by the definitions of the published statistics: ours can stand beside them.

A period is two days, both included. Plans that came from elsewhere have no request here and are in no count of requests or
of 20 weeks. Many periods are counted in one statement of SQL over the events.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from goldenthread.casework.models import Standing
from goldenthread.casework.process.course import MOVING, stage_after
from goldenthread.casework.process.stages import WITH_PLAN
from goldenthread.casework.queries.timeliness import limit_in_days
from goldenthread.kit.who_reads import Purpose, reading_for
from goldenthread.law import assessment, review

CONTESTED = ("mediation-wanted", "mediation-held", "mediation-certificate", "appeal-lodged")
"""Cases with one of these may be left out: some who count published figures again leave them out."""
DECISIONS_AFTER_REVIEW = ("review-maintained", "amendment-proposed", "cease-considered", "cease-decided")
_YEAR = timedelta(weeks=52)

_STANDING = """
WITH asked AS (
    SELECT * FROM unnest(%(number)s::int[], %(since)s::date[], %(until)s::date[], %(day)s::date[], %(six_weeks)s::int[],
                         %(twenty_weeks)s::int[], %(four_weeks)s::int[])
    AS one (number, since, until, day, six_weeks, twenty_weeks, four_weeks)
), days AS (SELECT DISTINCT day FROM asked), standing AS (
    SELECT days.day, e.case_id, e.kind, e.occurred_on, COALESCE(e.root, e.id) AS first
    FROM days JOIN casework_event e ON e.known_on <= days.day LEFT JOIN casework_event c ON c.supersedes_id = e.id
    WHERE NOT e.is_struck AND e.kind = ANY(%(kinds)s) AND (c.id IS NULL OR c.known_on > days.day)
)
"""
"""The events of some kinds that stood on each of the days that are asked about."""
_COUNTS = """
, told AS (
    SELECT day, case_id,
        min(occurred_on) FILTER (WHERE kind = 'request-received') AS requested_on,
        min(occurred_on) FILTER (WHERE kind = 'assessment-agreed') AS agreed_on,
        min(occurred_on) FILTER (WHERE kind = 'assessment-refused') AS refused_on,
        min(occurred_on) FILTER (WHERE kind = 'request-withdrawn') AS withdrawn_on,
        min(occurred_on) FILTER (WHERE kind = 'plan-refused') AS plan_refused_on,
        min(occurred_on) FILTER (WHERE kind = 'final-issued') AS final_on,
        min(occurred_on) FILTER (WHERE kind = 'exception-recorded') AS excepted_on,
        bool_or(kind = ANY(%(contested)s)) AS is_contested
    FROM standing GROUP BY day, case_id
), one AS (
    SELECT *, COALESCE(LEAST(agreed_on, refused_on), withdrawn_on) AS answered_on,
        LEAST(agreed_on, refused_on) AS decided_on, final_on - requested_on AS days,
        COALESCE(excepted_on <= final_on, false) AS excepted,
        COALESCE(requested_on BETWEEN since AND until, false) AS requested,
        COALESCE(agreed_on BETWEEN since AND until, false) AS assessed,
        COALESCE(final_on BETWEEN since AND until AND requested_on IS NOT NULL, false) AS finished
    FROM asked JOIN told USING (day) WHERE NOT (%(without_contested)s AND is_contested)
)
SELECT number,
    count(*) FILTER (WHERE requested),
    count(*) FILTER (WHERE requested AND refused_on IS NOT NULL AND (agreed_on IS NULL OR refused_on < agreed_on)),
    count(*) FILTER (WHERE requested AND decided_on IS NOT NULL AND decided_on - requested_on <= six_weeks),
    count(*) FILTER (WHERE requested AND (decided_on IS NOT NULL OR (answered_on IS NULL AND day - requested_on > six_weeks))),
    count(*) FILTER (WHERE assessed), count(*) FILTER (WHERE assessed AND plan_refused_on IS NOT NULL),
    count(*) FILTER (WHERE finished), count(*) FILTER (WHERE finished AND days <= twenty_weeks),
    count(*) FILTER (WHERE finished AND NOT excepted),
    count(*) FILTER (WHERE finished AND NOT excepted AND days <= twenty_weeks),
    count(*) FILTER (WHERE finished AND days > %(year)s)
FROM one GROUP BY number
"""
_REVIEWS = """
, met AS (
    SELECT day, kind, occurred_on,
        min(occurred_on) FILTER (WHERE kind <> 'review-met') OVER (later RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)
            AS answer,
        min(occurred_on) FILTER (WHERE kind = 'review-met') OVER (later GROUPS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
            AS next
    FROM standing WINDOW later AS (PARTITION BY day, case_id ORDER BY occurred_on)
)
SELECT number, count(*), count(*) FILTER (WHERE answer - occurred_on <= four_weeks)
FROM asked JOIN met USING (day)
WHERE kind = 'review-met' AND occurred_on BETWEEN since AND until AND answer < COALESCE(next, 'infinity')
GROUP BY number
"""
"""A meeting is answered by the first decision on its day or later, if that comes before the next meeting."""
_WAYS = """
, way AS (SELECT day, string_agg(kind, ' ' ORDER BY occurred_on, first) AS kinds FROM standing GROUP BY day, case_id)
SELECT day, kinds, count(*) FROM way GROUP BY day, kinds
"""
_TOLD = (
    "request-received", "assessment-agreed", "assessment-refused", "request-withdrawn", "plan-refused", "final-issued",
    "exception-recorded", *CONTESTED,
)  # fmt: skip


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


@dataclass(frozen=True)
class Period:
    """Two days, both included, and the day as known on which they are counted."""

    since: date
    until: date
    day: date


CASES = frozenset({
    "requests", "refused_to_assess", "decided_in_time", "refused_plan", "new_plans", "in_time", "in_time_unexcepted",
    "after_a_year",
})  # fmt: skip
NAMES = CASES | {"reviews_in_time", "plans"}


def counts(
    *, since: date, until: date, day: date, today: date, without_contested: bool = False
) -> dict[str, Count]:
    """The named counts of a period, as known at the end of `day`. Three queries."""
    period = Period(since, until, day)
    return counts_of([period], today=today, without_contested=without_contested)[period]


@reading_for(Purpose.COUNT)
def counts_of(
    periods: Collection[Period],
    *,
    today: date,
    names: Collection[str] = NAMES,
    without_contested: bool = False,
) -> dict[Period, dict[str, Count]]:
    """The named counts of many periods at once: at most three queries, however many they are."""
    asked = list(dict.fromkeys(periods))
    values = _values(asked) | {"without_contested": without_contested}
    found: dict[Period, dict[str, Count]] = {one: {} for one in asked}
    if CASES & set(names):
        rows = _rows(_COUNTS, values | {"kinds": list(_TOLD)}, 11)
        for number, one in enumerate(asked):
            found[one] |= _named(*rows.get(number, (0,) * 11))
    if "reviews_in_time" in names:
        rows = _rows(_REVIEWS, values | {"kinds": ["review-met", *DECISIONS_AFTER_REVIEW]}, 2)
        for number, one in enumerate(asked):
            met, in_time = rows.get(number, (0, 0))
            found[one]["reviews_in_time"] = Count(in_time, met)
    if "plans" in names:
        plans = plans_in_force([min(one.until, one.day) for one in asked], today=today)
        for one in asked:
            found[one]["plans"] = Count(plans[min(one.until, one.day)])
    return found


def _values(asked: Sequence[Period]) -> dict[str, Any]:
    return {
        "number": list(range(len(asked))), "since": [one.since for one in asked], "until": [one.until for one in asked],
        "day": [one.day for one in asked], "twenty_weeks": [limit_in_days(one.day) for one in asked], "year": _YEAR.days,
        "six_weeks": [7 * assessment.DECIDE_TO_ASSESS.value_on(one.day).value.number for one in asked],
        "four_weeks": [7 * review.DECISION.value_on(one.day).value.number for one in asked], "contested": list(CONTESTED),
    }  # fmt: skip


def _rows(statement: str, values: dict[str, Any], width: int) -> dict[int, tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_STANDING + statement, values)
        return {row[0]: tuple(row[1 : width + 1]) for row in cursor.fetchall()}


def _named(requests: int, refused: int, decided_in_time: int, decided: int, assessed: int, plan_refused: int, finished: int,
           in_time: int, unexcepted: int, in_time_unexcepted: int, after_a_year: int) -> dict[str, Count]:  # fmt: skip
    return {
        "requests": Count(requests), "refused_to_assess": Count(refused, requests),
        "decided_in_time": Count(decided_in_time, decided), "refused_plan": Count(plan_refused, assessed),
        "new_plans": Count(finished), "in_time": Count(in_time, finished),
        "in_time_unexcepted": Count(in_time_unexcepted, unexcepted), "after_a_year": Count(after_a_year, finished),
    }  # fmt: skip


@reading_for(Purpose.COUNT)
def plans_in_force(days: Iterable[date], *, today: date) -> dict[date, int]:
    """Plans in force at the end of each day: today from the projection, the past from the events. Two queries.

    Many cases went the same way, so each way is followed once for all that went it.
    """
    found = dict.fromkeys(days, 0)
    past = [Period(day, day, day) for day in found if day < today]
    if len(past) < len(found):
        now = Standing.objects.filter(ended_on=None, stage__in=WITH_PLAN).count()
        found |= {day: now for day in found if day >= today}
    if past:
        with connection.cursor() as cursor:
            cursor.execute(_STANDING + _WAYS, _values(past) | {"kinds": sorted(MOVING)})
            for day, kinds, cases in cursor.fetchall():
                stage, is_ended = stage_after(kinds.split())
                found[day] += cases if stage in WITH_PLAN and not is_ended else 0
    return found
