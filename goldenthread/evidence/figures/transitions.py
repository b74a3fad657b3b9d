"""What transitions can count: moves of the September on or after the last day of the period, and the way to adult life."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from goldenthread.evidence.figures.shape import Asked, Counted, Offered, Source, by_last_day
from goldenthread.transitions.cohorts import next_september
from goldenthread.transitions.destinations import RULE
from goldenthread.transitions.internships import WEEKS
from goldenthread.transitions.queries import figures

_ACKNOWLEDGED = Offered(
    "transitions.acknowledged-in-time", "Moves that the next setting knew of by 30 June",
    "planned moves that the next setting acknowledged by 30 June", "moves that were planned by then",
    "Of the September on or after the last day of the period.", better="higher",
)  # fmt: skip
_NAMED = Offered(
    "transitions.setting-named", "Moves with a next setting named", "planned moves with a next setting named", "planned moves",
    "Of the September on or after the last day of the period, as they stand today.", better="higher",
)  # fmt: skip

_GOALS = Offered(
    "transitions.goals-in-all-four", "Young people from year 9 with goals in all four outcomes of adult life",
    "young people with a running goal of their own in each of the four outcomes",
    "young people in or past year 9 with a plan in force",
    "As the goals stand today. The four outcomes: employment, independent living, friends and community, good health.",
    better="higher",
)  # fmt: skip
_LOOKED_AT = Offered(
    "transitions.goals-looked-at", "Goals for adult life that were looked at within the year",
    "running goals set or looked at within the last year", "running goals of open cases",
    "As the goals stand today.", better="higher",
)  # fmt: skip

_PAST_11 = "young people past year 11 with a plan in force"
_NEET = Offered(
    "transitions.neet", "Young people with a plan, past year 11, not in education, employment or training",
    "of them, not in education, employment or training by a word that still holds", _PAST_11, RULE, better="lower",
)  # fmt: skip
_UNKNOWN = Offered(
    "transitions.not-known", "Young people with a plan, past year 11, of whom nobody knows where they are",
    "of them, those of whom no word still holds", _PAST_11, RULE, better="lower",
)  # fmt: skip
_EITHER = Offered(
    "transitions.neet-or-not-known", "Young people with a plan, past year 11, not in education or work, or not known",
    "of them, not in education, employment or training, or not known", _PAST_11, RULE, better="lower",
)  # fmt: skip

_BEGAN = Offered(
    "transitions.internships-began", "Supported internships that began",
    "supported internships whose first day was in the period", "", "By the first day.", better="higher",
)  # fmt: skip
_COMPLETED = Offered(
    "transitions.internships-completed", "Supported internships that were completed", "of them, those completed",
    "supported internships that ended in the period", "By the last day, as the records stand today.", better="higher",
)  # fmt: skip
_PAID = Offered(
    "transitions.internships-paid", "Supported internships after which paid work began",
    "of them, those after which paid work began",
    "supported internships that ended in the period", "Paid work with any employer, begun by the last day of the period.",
    better="higher",
)  # fmt: skip
_LASTS = {
    weeks: Offered(
        f"transitions.paid-work-{weeks}-weeks", f"Paid work after a supported internship that lasted {weeks} weeks",
        f"of it, what had lasted {weeks} weeks when somebody looked",
        f"paid work after a supported internship that began at least {weeks} weeks ago",
        "What nobody looked at or could not find out counts as not lasting.", better="higher",
    )
    for weeks in WEEKS
}  # fmt: skip


def _of_the_day(last: date) -> dict[str, Counted]:
    year = next_september(last)
    known, named = figures.acknowledged_in_time(year, last), figures.planned_moves(year)
    four, looked_at = figures.goals_in_all_four(last), figures.goals_looked_at_in_time(last)
    past_11 = figures.after_year_11(last)
    return {
        _NEET.code: Counted(past_11["neet"].numerator, past_11["neet"].denominator),
        _UNKNOWN.code: Counted(past_11["not-known"].numerator, past_11["not-known"].denominator),
        _EITHER.code: Counted(past_11["either"].numerator, past_11["either"].denominator),
        _GOALS.code: Counted(four.numerator, four.denominator),
        _LOOKED_AT.code: Counted(looked_at.numerator, looked_at.denominator),
        _ACKNOWLEDGED.code: Counted(known.numerator, known.denominator),
        _NAMED.code: Counted(named.numerator, named.denominator),
    }


def _of_the_period(asked: Asked) -> dict[str, Counted]:
    interned = figures.internships(asked.since, min(asked.until, asked.day))
    return {
        _BEGAN.code: Counted(interned["began"].numerator),
        _COMPLETED.code: Counted(interned["completed"].numerator, interned["completed"].denominator),
        _PAID.code: Counted(interned["paid"].numerator, interned["paid"].denominator),
        **{
            offered.code: Counted(interned[f"paid-{weeks}"].numerator, interned[f"paid-{weeks}"].denominator)
            for weeks, offered in _LASTS.items()
        },
    }


def _count(asked: Sequence[Asked], codes: Collection[str]) -> dict[Asked, Mapping[str, Counted]]:
    """Moves and the way to adult life once for each day; internships for each period."""
    days = by_last_day(_of_the_day)(asked, codes)
    return {one: {**days[one], **_of_the_period(one)} for one in asked}


_OFFERS = (_ACKNOWLEDGED, _NAMED, _GOALS, _LOOKED_AT, _NEET, _UNKNOWN, _EITHER,
           _BEGAN, _COMPLETED, _PAID, *_LASTS.values())  # fmt: skip
SOURCE = Source(
    "transitions", "Transitions: moves of one September, and the way to adult life", _OFFERS, _count,
    False, frozenset({
        "transitions_destination", "transitions_goal", "transitions_goallook", "transitions_internship", "transitions_move",
        "transitions_outofyear", "transitions_workcheck", "casework_case", "casework_standing", "people_child",
    }),
)  # fmt: skip
