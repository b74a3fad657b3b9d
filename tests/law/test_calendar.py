from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.law import calendar
from goldenthread.law.errors import CalendarUnknown, CountNegative, DatesReversed, LawError

# Written by hand, not with the package; compare https://www.gov.uk/bank-holidays (England and Wales).
# Month/day, weekdays only. One-off and moved days: 8 May 2020, 2-3 June and 19 September 2022, 8 May 2023.
BY_HAND = {
    2014: "1/1 4/18 4/21 5/5 5/26 8/25 12/25 12/26",
    2015: "1/1 4/3 4/6 5/4 5/25 8/31 12/25 12/28",
    2016: "1/1 3/25 3/28 5/2 5/30 8/29 12/26 12/27",
    2017: "1/2 4/14 4/17 5/1 5/29 8/28 12/25 12/26",
    2018: "1/1 3/30 4/2 5/7 5/28 8/27 12/25 12/26",
    2019: "1/1 4/19 4/22 5/6 5/27 8/26 12/25 12/26",
    2020: "1/1 4/10 4/13 5/8 5/25 8/31 12/25 12/28",
    2021: "1/1 4/2 4/5 5/3 5/31 8/30 12/27 12/28",
    2022: "1/3 4/15 4/18 5/2 6/2 6/3 8/29 9/19 12/26 12/27",
    2023: "1/2 4/7 4/10 5/1 5/8 5/29 8/28 12/25 12/26",
    2024: "1/1 3/29 4/1 5/6 5/27 8/26 12/25 12/26",
    2025: "1/1 4/18 4/21 5/5 5/26 8/25 12/25 12/26",
    2026: "1/1 4/3 4/6 5/4 5/25 8/31 12/25 12/28",
    2027: "1/1 3/26 3/29 5/3 5/31 8/30 12/27 12/28",
}
HOLIDAYS = {
    date(year, *map(int, day.split("/"))) for year, days in BY_HAND.items() for day in days.split()
}  # fmt: skip
DAYS = st.dates(date(2014, 1, 1), date(2090, 12, 31))
NUMBERS = st.integers(0, 150)


def count_by_hand(start, number, holidays=HOLIDAYS):
    """A second way to count, with nothing of ours in it."""
    day = start
    while number:
        day += timedelta(days=1)
        number -= day.isoweekday() <= 5 and day not in holidays
    return day


@pytest.mark.parametrize("year", BY_HAND)
def test_is_working_day_agrees_with_the_list_made_by_hand_on_every_day(year):
    days = [date(year, 1, 1) + timedelta(days=step) for step in range(366)]
    days = [day for day in days if day.year == year]
    ours = [day for day in days if calendar.is_working_day(day)]
    assert ours == [day for day in days if day.isoweekday() <= 5 and day not in HOLIDAYS]


def test_the_list_made_by_hand_covers_all_that_the_calendar_claims_to_know():
    assert min(BY_HAND) == calendar.FIRST_DAY.year
    assert max(BY_HAND) == calendar.ANNOUNCED_UNTIL.year


@pytest.mark.parametrize(
    "start", [date(2019, 12, 20), date(2021, 11, 5), date(2022, 2, 22), date(2026, 9, 1)]
)
@pytest.mark.parametrize("number", [0, 1, 30, 70, 200])
def test_add_working_days_agrees_with_a_count_by_hand(start, number):
    assert calendar.add_working_days(start, number) == count_by_hand(start, number)


@pytest.mark.parametrize(
    ("start", "number", "due"),
    [
        pytest.param(date(2021, 11, 5), 70, date(2022, 2, 16), id="Wolverhampton, from receipt"),
        pytest.param(date(2021, 11, 12), 70, date(2022, 2, 23), id="Wolverhampton, wrongly from publication"),
        pytest.param(date(2020, 9, 11), 10, date(2020, 9, 25), id="Norfolk"),
        pytest.param(date(2023, 9, 5), 35, date(2023, 10, 24), id="Oxfordshire, draft"),
        pytest.param(date(2023, 9, 5), 70, date(2023, 12, 12), id="Oxfordshire, final"),
        pytest.param(date(2022, 2, 22), 70, date(2022, 6, 7), id="Bracknell, over Easter and the jubilee"),
        pytest.param(date(2022, 2, 25), 25, date(2022, 4, 1), id="Staffordshire"),
        pytest.param(date(2021, 9, 17), 70, date(2021, 12, 24), id="Warwickshire"),
        pytest.param(date(2021, 11, 5), 30, date(2021, 12, 17), id="report on the website"),
        pytest.param(date(2024, 2, 28), 1, date(2024, 2, 29), id="onto a leap day"),
        pytest.param(date(2024, 2, 29), 1, date(2024, 3, 1), id="from a leap day"),
        pytest.param(date(2021, 12, 24), 1, date(2021, 12, 29), id="Christmas Day on a Saturday"),
        pytest.param(date(2020, 12, 24), 1, date(2020, 12, 29), id="Christmas Day on a Friday"),
        pytest.param(date(2023, 4, 6), 1, date(2023, 4, 11), id="the day before Good Friday"),
        pytest.param(date(2023, 5, 8), 1, date(2023, 5, 9), id="from a bank holiday"),
        pytest.param(date(2022, 9, 17), 1, date(2022, 9, 20), id="from a Saturday, over a one-off Monday"),
    ],
)
def test_add_working_days_gives_the_day_that_is_on_record(start, number, due):
    assert calendar.add_working_days(start, number) == due


def test_add_working_days_differs_when_bank_holidays_are_forgotten():
    assert count_by_hand(date(2021, 11, 5), 70, holidays=set()) == date(2022, 2, 11)
    assert calendar.add_working_days(date(2021, 11, 5), 70) != date(2022, 2, 11)


@pytest.mark.parametrize(
    "day",
    [date(2020, 5, 8), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)],
)
def test_is_working_day_knows_moved_and_one_off_holidays(day):
    assert not calendar.is_working_day(day)


@pytest.mark.parametrize("day", [date(2020, 5, 4), date(2022, 5, 30)])
def test_is_working_day_counts_the_day_that_a_holiday_was_moved_from(day):
    assert calendar.is_working_day(day)


@pytest.mark.parametrize("day", [date(2022, 3, 17), date(2022, 7, 12), date(2022, 11, 30), date(2026, 6, 15)])
def test_is_working_day_leaves_holidays_of_other_nations_alone(day):
    assert calendar.is_working_day(day) == (day.isoweekday() <= 5)


@given(DAYS, NUMBERS)
def test_add_working_days_ends_on_a_working_day(start, number):
    due = calendar.add_working_days(start, number + 1)
    assert calendar.is_working_day(due)


@given(DAYS)
def test_add_working_days_of_none_is_the_day_itself(start):
    assert calendar.add_working_days(start, 0) == start


@given(DAYS, NUMBERS)
def test_working_days_between_counts_back_what_was_added(start, number):
    assert calendar.working_days_between(start, calendar.add_working_days(start, number)) == number


@given(DAYS, NUMBERS, st.integers(0, 40))
def test_add_working_days_never_ends_earlier_for_a_later_start_or_a_longer_count(start, number, more):
    due = calendar.add_working_days(start, number)
    assert calendar.add_working_days(start + timedelta(days=more), number) >= due
    assert calendar.add_working_days(start, number + more) >= due


@given(DAYS, NUMBERS)
def test_weekdays_are_either_counted_or_left_out(start, number):
    end = start + timedelta(days=number)
    weekdays = sum((start + timedelta(days=step)).isoweekday() <= 5 for step in range(1, number + 1))
    left_out = calendar.holidays_left_out(start, end)
    assert calendar.working_days_between(start, end) + len(left_out) == weekdays


def test_holidays_left_out_names_weekdays_only():
    left_out = calendar.holidays_left_out(date(2021, 12, 24), date(2022, 1, 3))
    assert [(left.day, left.name) for left in left_out] == [
        (date(2021, 12, 27), "Christmas Day (substitute day)"),
        (date(2021, 12, 28), "Boxing Day (substitute day)"),
        (date(2022, 1, 3), "New Year's Day (substitute day)"),
    ]


def test_holidays_left_out_does_not_count_the_starting_day():
    assert calendar.holidays_left_out(date(2022, 1, 3), date(2022, 1, 4)) == ()


def test_working_days_between_one_day_and_itself_is_none():
    assert calendar.working_days_between(date(2024, 2, 29), date(2024, 2, 29)) == 0


@pytest.mark.parametrize(
    ("start", "number", "due"),
    [
        (date(2021, 11, 5), 30, date(2021, 12, 5)),
        (date(2024, 2, 28), 1, date(2024, 2, 29)),
        (date(2021, 12, 24), 1, date(2021, 12, 25)),
        (date(2021, 12, 24), 0, date(2021, 12, 24)),
    ],
)
def test_add_days_counts_every_day(start, number, due):
    assert calendar.add_days(start, number) == due


@pytest.mark.parametrize(
    ("start", "number", "due"),
    [
        (date(2020, 9, 25), 18, date(2022, 3, 25)),
        (date(2022, 8, 31), 18, date(2024, 2, 29)),
        (date(2022, 8, 31), 6, date(2023, 2, 28)),
        (date(2022, 12, 1), 1, date(2023, 1, 1)),
        (date(2022, 12, 1), 12, date(2023, 12, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_add_months_ends_on_the_same_day_or_the_last_of_the_month(start, number, due):
    assert calendar.add_months(start, number) == due


@pytest.mark.parametrize("add", [calendar.add_working_days, calendar.add_days, calendar.add_months])
def test_adding_refuses_a_number_below_zero(add):
    with pytest.raises(CountNegative, match="-1 was given"):
        add(date(2022, 1, 4), -1)


@pytest.mark.parametrize("add", [calendar.add_working_days, calendar.add_days, calendar.add_months])
@pytest.mark.parametrize(
    ("start", "number"), [(date(2013, 12, 31), 1), (date(2099, 12, 31), 1), (date(22, 2, 16), 1)]
)
def test_adding_refuses_to_leave_the_years_it_knows(add, start, number):
    with pytest.raises(CalendarUnknown):
        add(start, number)


def test_adding_refuses_an_absurd_number_at_once():
    for add in (calendar.add_working_days, calendar.add_days, calendar.add_months):
        with pytest.raises(CalendarUnknown):
            add(date(2022, 1, 4), 10**9)


def test_the_first_and_last_days_can_be_asked_about():
    assert not calendar.is_working_day(calendar.FIRST_DAY)
    assert calendar.is_working_day(calendar.LAST_DAY)


@pytest.mark.parametrize("question", [calendar.working_days_between, calendar.holidays_left_out])
def test_spans_refuse_days_the_wrong_way_round(question):
    with pytest.raises(DatesReversed, match="4 January 2022 is before 5 January 2022"):
        question(date(2022, 1, 5), date(2022, 1, 4))
    with pytest.raises(CalendarUnknown):
        question(date(2013, 1, 1), date(2022, 1, 4))
    with pytest.raises(CalendarUnknown):
        question(date(2022, 1, 4), date(2100, 1, 1))


def test_every_error_of_the_calendar_is_a_law_error():
    assert all(issubclass(error, LawError) for error in (CalendarUnknown, CountNegative, DatesReversed))


def test_is_announced_up_to_the_last_day_that_was_checked():
    assert calendar.is_announced(date(2027, 12, 31))
    assert not calendar.is_announced(date(2028, 1, 1))
