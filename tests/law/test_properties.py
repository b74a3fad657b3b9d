"""What holds for every day: 100,000 random ones from a seed, and whatever hypothesis thinks of."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.law import appeal, calendar, review
from goldenthread.law.length import Length, Unit
from goldenthread.law.register import RULES

FIRST, LAST = date(2015, 1, 1).toordinal(), date(2060, 1, 1).toordinal()
CHANCE = random.Random(20260907)  # noqa: S311 (the same days in every run)
RANDOM = [date.fromordinal(CHANCE.randint(FIRST, LAST)) for _ in range(100_000)]
days = st.dates(date(2015, 1, 1), date(2060, 1, 1))


def test_whole_weeks_end_on_the_same_day_of_the_week_and_never_before_they_start() -> None:
    six, twenty = Length(6, Unit.WEEKS), Length(20, Unit.WEEKS)
    for day in RANDOM:
        assert six.after(day).weekday() == day.weekday()
        assert day < six.after(day) < twenty.after(day)
        assert twenty.after(day) - day == timedelta(days=140)


def test_months_that_begin_with_a_day_end_at_most_one_day_before_the_same_day() -> None:
    year = Length(12, Unit.MONTHS, True)
    for day in RANDOM:
        last = year.after(day)
        assert timedelta(days=364) <= last - day <= timedelta(days=365)
        assert (last + timedelta(days=1)).day in (day.day, 1)


def test_an_appeal_ends_on_a_working_day_out_of_august_and_never_before_its_two_months() -> None:
    for day in RANDOM[:10_000]:
        end, counted = appeal.due(day).due_on, Length(2, Unit.MONTHS).after(day)
        assert calendar.is_working_day(end)
        assert end >= counted
        # Two months that end at a weekend of July end on the next working day, though that is in August: the time itself
        # did not end in August. The careful reading of rule 12.
        assert end.month != 8 or counted.month == 7


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_later_start_never_ends_earlier(rule) -> None:
    chance = random.Random(rule.name)  # noqa: S311
    for _ in range(300):
        first_day = max(rule.limit[0].citation.starts, date(2016, 6, 1))
        day = date.fromordinal(chance.randint(first_day.toordinal(), date(2040, 1, 1).toordinal()))
        first, second = (
            rule.deadline(one).due_on for one in (day, day + timedelta(days=chance.randint(1, 9)))
        )
        assert day <= first <= second


@given(days)
def test_the_days_of_a_review_come_in_order(meeting: date) -> None:
    times = review.timetable(meeting)
    assert times.invite_by < meeting < times.report < times.decision < times.reps_to < times.final
    assert times.final - meeting == timedelta(weeks=12)


@given(days, st.integers(1, 60))
def test_working_days_back_and_forth(day: date, number: int) -> None:
    length = Length(number, Unit.WORKING_DAYS)
    assert length.after(length.before(length.after(day))) == length.after(day)


@given(days, st.integers(1, 400))
def test_days_that_begin_with_the_first_are_one_fewer(day: date, number: int) -> None:
    plain, beginning = Length(number, Unit.DAYS), Length(number, Unit.DAYS, True)
    assert plain.after(day) - beginning.after(day) == timedelta(days=1)
