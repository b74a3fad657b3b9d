"""What the cases can count: the definitions are those of the published statistics."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db import connection

from goldenthread.casework.queries import figures
from goldenthread.evidence.figures.shape import Asked, Counted, Offered, Source
from goldenthread.kit.who_reads import Purpose, reading_for

_OFFERS = {
    "in_time_unexcepted": Offered(
        "casework.in-time", "Plans issued within 20 weeks, without the excepted",
        "new plans issued within 20 weeks (140 days) of the request", "new plans to which no lawful exception applied",
        "By the day on which the final plan was issued. Plans that came from another area are not counted.",
        better="higher", published="in-20-weeks",
    ),
    "in_time": Offered(
        "casework.in-time-of-all", "Plans issued within 20 weeks, of all",
        "new plans issued within 20 weeks (140 days) of the request", "all new plans, excepted or not",
        "By the day on which the final plan was issued. Plans that came from another area are not counted.",
        better="higher", published="in-20-weeks-of-all",
    ),
    "after_a_year": Offered(
        "casework.after-a-year", "Plans issued after more than a year", "new plans issued more than 52 weeks after the request",
        "all new plans", "By the day on which the final plan was issued.", better="lower", published="after-a-year",
    ),
    "decided_in_time": Offered(
        "casework.decided-in-time", "Decisions whether to assess within six weeks",
        "requests decided within six weeks", "requests decided, or still open after six weeks",
        "By the day on which the request was received.", better="higher", published="decided-in-six-weeks",
    ),
    "refused_to_assess": Offered(
        "casework.refused-to-assess", "Requests refused", "requests with the decision not to assess", "all requests",
        "By the day on which the request was received.", published="refused-to-assess",
    ),
    "refused_plan": Offered(
        "casework.refused-plan", "Assessments that ended without a plan",
        "assessments with the decision not to issue a plan", "all assessments agreed",
        "By the day on which the assessment was agreed.", published="not-issued",
    ),
    "reviews_in_time": Offered(
        "casework.reviews-in-time", "Decisions after a review within four weeks",
        "review meetings followed by a decision within four weeks", "review meetings with a decision",
        "By the day of the meeting.", better="higher", published="reviews-decided-in-four-weeks",
    ),
    "requests": Offered(
        "casework.requests", "Requests for an assessment", "requests received", "", "By the day on which they were received.",
        published="requests",
    ),
    "new_plans": Offered(
        "casework.new-plans", "New plans", "final plans issued after a request", "",
        "By the day on which the final plan was issued.", published="new-plans",
    ),
    "plans": Offered(
        "casework.plans", "Plans in force", "plans in force on the last day of the period", "",
        "Those of the last day, whatever the length of the period.", published="plans",
    ),
}  # fmt: skip


def _count(asked: Sequence[Asked], codes: Collection[str]) -> dict[Asked, dict[str, Counted]]:
    names = {name: offer.code for name, offer in _OFFERS.items() if offer.code in codes}
    found: dict[Asked, dict[str, Counted]] = {}
    for today in {one.today for one in asked}:
        periods = {one: figures.Period(one.since, one.until, one.day) for one in asked if one.today == today}
        counted = figures.counts_of(periods.values(), today=today, names=names)
        for one, period in periods.items():
            found[one] = {
                code: Counted(counted[period][name].numerator, counted[period][name].denominator)
                for name, code in names.items()
            }
    return found


_ROWS = """
SELECT encode(sha256(convert_to(coalesce(string_agg(
    concat_ws('|', id, case_id, kind, occurred_on, known_on, supersedes_id, is_struck), E'\\n' ORDER BY id), ''), 'UTF8')), 'hex')
FROM casework_event WHERE known_on <= %s
"""


@reading_for(Purpose.COUNT)
def _rows_hash(asked: Asked) -> str:
    """Of every event that was known at the end of the day: what any count of that day is made from."""
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, [asked.day])
        found: str = cursor.fetchone()[0]
        return found


SOURCE = Source(
    "casework", "Casework: the events of the cases", tuple(_OFFERS.values()), _count, True,
    frozenset({"casework_event", "casework_standing"}), _rows_hash,
)  # fmt: skip
