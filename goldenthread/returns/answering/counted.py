"""What can be counted: each measure with its definition, the day on which a case counts, and whether it met the measure.

Definitions are those of casework's own figures, so that an answer and the area's figures agree; a test holds them together.
Counts are of cases: a child for whom somebody asked twice counts twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.law import assessment
from goldenthread.returns.building.codes import AT_AN_END, PLANNED
from goldenthread.returns.building.story import Story

YEAR_DAYS = timedelta(weeks=52).days


@dataclass(frozen=True)
class Period:
    """Two days, both included, and the day up to which the file was known."""

    since: date
    until: date
    known_on: date

    def holds(self, day: date | None) -> bool:
        """Whether a day lies inside."""
        return day is not None and self.since <= day <= self.until


class Life:
    """The days of one case that measures ask for."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.requested = self._day("request-received")
        self.agreed = self._day("assessment-agreed")
        self.refused = self._day("assessment-refused")
        self.withdrawn = self._day("request-withdrawn")
        self.plan_refused = self._day("plan-refused")
        self.final = self._day("final-issued")
        self.excepted = self._day("exception-recorded")

    def _day(self, *kinds: str) -> date | None:
        found = self.story.earliest(*kinds)
        return date.fromisoformat(found.day) if found else None

    @property
    def decided(self) -> date | None:
        """The decision whether to assess, whichever way."""
        return min((one for one in (self.agreed, self.refused) if one), default=None)

    @property
    def answered(self) -> date | None:
        """The decision, or the withdrawal that made one needless."""
        return self.decided or self.withdrawn

    @property
    def days_taken(self) -> int | None:
        """Days from the request to the final plan."""
        return (self.final - self.requested).days if self.final and self.requested else None

    def is_in_force(self, day: date) -> bool:
        """Whether a plan was in force at the end of a day."""
        last = day.isoformat()
        plan = self.story.earliest(*PLANNED)
        end = self.story.latest(*AT_AN_END)
        return plan is not None and plan.day <= last and not (end and plan.day <= end.day <= last)


Counts = Callable[[Life, Period], date | None]
Meets = Callable[[Life, Period], bool]


@dataclass(frozen=True)
class Measure:
    """Something to count. With `meets` it is a share: those who met it, out of all who count.

    Measures of one `population` count the same cases; those of one `family` count parts of the same cases. `criterion` is the
    same where two measures ask the same of them. What was given out about one then protects the others too.
    """

    key: str
    title: str
    counted: str
    on: Counts
    meets: Meets | None = None
    met: str = ""
    not_met: str = ""
    version: int = 1
    ours: str = ""
    population: str = ""
    family: str = ""
    criterion: str = ""

    @property
    def people(self) -> str:
        """Whom it counts."""
        return self.population or self.key

    @property
    def kin(self) -> str:
        """Of whom these are a part."""
        return self.family or self.people

    @property
    def asks(self) -> str:
        """What is asked of them."""
        return self.criterion or self.key

    @property
    def is_share(self) -> bool:
        """Whether it has a denominator."""
        return self.meets is not None


def _six_weeks(period: Period) -> int:
    return 7 * assessment.DECIDE_TO_ASSESS.value_on(period.known_on).value.number


def _twenty_weeks(period: Period) -> int:
    return 7 * assessment.FINAL_PLAN.value_on(period.known_on).value.number


def _requested(life: Life, period: Period) -> date | None:
    return life.requested if period.holds(life.requested) else None


def _decided(life: Life, period: Period) -> date | None:
    """Requests that were decided on, and those that waited longer than six weeks for it."""
    day = _requested(life, period)
    if day is None:
        return None
    overdue = life.answered is None and (period.known_on - day).days > _six_weeks(period)
    return day if life.decided is not None or overdue else None


def _finished(life: Life, period: Period) -> date | None:
    return life.final if life.requested and period.holds(life.final) else None


def _unexcepted(life: Life, period: Period) -> date | None:
    day = _finished(life, period)
    return None if day is None or (life.excepted is not None and life.excepted <= day) else day


def _first_in(*kinds: str) -> Counts:
    def day_of(life: Life, period: Period) -> date | None:
        days = (date.fromisoformat(one.day) for kind in kinds for one in life.story.all_of(kind))
        return min((one for one in days if period.holds(one)), default=None)

    return day_of


def _was_refused(life: Life, _: Period) -> bool:
    return life.refused is not None and (life.agreed is None or life.refused < life.agreed)


def _within(days: Callable[[Period], int]) -> Meets:
    return lambda life, period: life.days_taken is not None and life.days_taken <= days(period)


def _decided_in_time(life: Life, period: Period) -> bool:
    requested, decided = life.requested, life.decided
    return bool(requested and decided and (decided - requested).days <= _six_weeks(period))


MEASURES: dict[str, Measure] = {
    one.key: one
    for one in (
        Measure("requests", "Requests for an assessment", "Requests received in the period.", _requested, ours="requests"),
        Measure(
            "refused-to-assess", "Requests refused",
            "Requests received in the period to which the first decision was not to assess, out of all received in it.",
            _requested, _was_refused, "Refused", "Not refused, or not yet decided", ours="refused_to_assess",
            population="requests",
        ),
        Measure(
            "decided-in-six-weeks", "Decisions whether to assess within six weeks",
            "Requests received in the period that were decided on within six weeks, out of those that were decided on and "
            "those that waited longer.",
            _decided, _decided_in_time, "Within six weeks", "Later, or still waiting", ours="decided_in_time",
            family="requests",
        ),
        Measure(
            "assessments", "Assessments agreed", "Cases in which an assessment was first agreed in the period.",
            lambda life, period: life.agreed if period.holds(life.agreed) else None,
        ),
        Measure(
            "not-issued", "Assessments that ended without a plan",
            "Assessments agreed in the period with the decision not to issue a plan, out of all agreed in it.",
            lambda life, period: life.agreed if period.holds(life.agreed) else None,
            lambda life, _: life.plan_refused is not None, "No plan", "A plan, or not yet decided", ours="refused_plan",
            population="assessments",
        ),
        Measure("new-plans", "New plans", "Final plans issued in the period after a request to us.", _finished,
                ours="new_plans"),
        Measure(
            "in-20-weeks", "New plans within 20 weeks, without the excepted",
            "Final plans issued in the period within 20 weeks (140 days) of the request, out of those to which no lawful "
            "exception applied.",
            _unexcepted, _within(_twenty_weeks), "Within 20 weeks", "Later", ours="in_time_unexcepted",
            family="new-plans", criterion="20-weeks",
        ),
        Measure(
            "in-20-weeks-of-all", "New plans within 20 weeks, of all",
            "Final plans issued in the period within 20 weeks (140 days) of the request, out of all issued in it, excepted "
            "or not.",
            _finished, _within(_twenty_weeks), "Within 20 weeks", "Later", ours="in_time",
            population="new-plans", criterion="20-weeks",
        ),
        Measure(
            "after-a-year", "New plans after more than a year",
            "Final plans issued in the period more than 52 weeks after the request, out of all issued in it.",
            _finished, lambda life, _: (life.days_taken or 0) > YEAR_DAYS, "After more than a year", "Within a year",
            ours="after_a_year",
            population="new-plans",
        ),
        Measure(
            "plans", "Plans in force", "Plans in force at the end of the last day of the period.",
            lambda life, period: period.until if life.is_in_force(period.until) else None, ours="plans",
        ),
        Measure("ended", "Plans that ended", "Cases whose plan ended in the period, whatever the reason.",
                _first_in("ceased", "end-on-record")),
        Measure("appeals", "Cases with an appeal", "Cases in which an appeal was lodged in the period.",
                _first_in("appeal-lodged")),
        Measure("mediations", "Cases with a mediation", "Cases in which a mediation was held in the period.",
                _first_in("mediation-held")),
    )
}  # fmt: skip
