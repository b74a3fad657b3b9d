"""Appeals: the tribunal's breaks, its other times, and what it can order."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.law import appeal, calendar
from goldenthread.law.citation import span_faults
from goldenthread.law.errors import NotInForce
from goldenthread.law.length import Length, Unit

days = st.dates(date(2015, 1, 1), date(2055, 1, 1))


@pytest.mark.parametrize(
    ("ends", "rolled"),
    [
        (date(2026, 12, 24), date(2026, 12, 24)),  # the day before the break
        (date(2026, 12, 25), date(2027, 1, 4)),
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2027, 1, 2), date(2027, 1, 4)),  # a Saturday
        (date(2027, 1, 4), date(2027, 1, 4)),
        (date(2026, 7, 31), date(2026, 7, 31)),
        (date(2026, 8, 1), date(2026, 9, 1)),
        (date(2026, 8, 31), date(2026, 9, 1)),
        (date(2025, 8, 29), date(2025, 9, 1)),
        (date(2027, 3, 26), date(2027, 3, 30)),  # Good Friday
        (date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_rolled(ends: date, rolled: date) -> None:
    assert appeal.rolled(ends) == rolled


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        (date(2026, 12, 29), date(2027, 3, 1)),  # no 29 February: the 28th, a Sunday
        (date(2027, 12, 29), date(2028, 2, 29)),
        (date(2027, 12, 31), date(2028, 2, 29)),
        (date(2014, 9, 1), date(2014, 11, 3)),
    ],
)
def test_due_at_the_end_of_short_months(sent: date, due: date) -> None:
    assert appeal.due(sent).due_on == due


def test_due_takes_an_early_certificate_as_no_gain_and_no_loss() -> None:
    assert appeal.due(date(2026, 10, 1), date(2026, 10, 2)).due_on == date(2026, 12, 1)


def test_due_says_that_rule_12_moved_it() -> None:
    answer = appeal.due(date(2026, 10, 1), date(2026, 11, 29))
    assert "moved by rule 12 to 4 January 2027" in answer.explanation
    assert "rule 20(1)(c)" in answer.citation.text


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        (
            date(2026, 12, 21),
            Length(14, Unit.DAYS),
            date(2027, 1, 12),
        ),  # three in December, eleven from 2 January
        (date(2026, 7, 27), Length(5, Unit.DAYS), date(2026, 9, 1)),  # four in July
        (date(2026, 9, 7), Length(5, Unit.DAYS), date(2026, 9, 14)),  # a Saturday: the next working day
        (date(2026, 7, 30), Length(1, Unit.WORKING_DAYS), date(2026, 7, 31)),
        (date(2026, 7, 31), Length(1, Unit.WORKING_DAYS), date(2026, 9, 1)),
        (date(2026, 12, 24), Length(1, Unit.WORKING_DAYS), date(2027, 1, 4)),
    ],
)
def test_other_time_leaves_out_the_breaks(start: date, length: Length, due: date) -> None:
    assert appeal.other_time(start, length).due_on == due


def test_response_is_unconfirmed_and_says_what_it_left_out() -> None:
    answer = appeal.response_due(date(2026, 9, 7))
    assert answer.due_on == date(2026, 10, 19)
    assert answer.unconfirmed
    assert "leaving out August" in answer.explanation


def test_grounds_have_no_overlap_and_no_hole() -> None:
    assert span_faults(appeal.GROUNDS) == []


def test_grounds_are_the_six_of_the_act() -> None:
    assert [ground.paragraph for ground in appeal.grounds(date(2026, 9, 7))] == [
        f"51(2)({letter})" for letter in "abcdef"
    ]


def test_recommendations_came_for_all_but_a_refusal_to_assess_on_3_april_2018() -> None:
    assert not any(ground.recommends for ground in appeal.grounds(date(2018, 4, 2)))
    assert [ground.recommends for ground in appeal.grounds(date(2018, 4, 3))] == [False, *[True] * 5]


def test_grounds_are_not_given_for_days_whose_remedies_are_not_coded() -> None:
    with pytest.raises(NotInForce, match="23 March 2015"):
        appeal.grounds(date(2015, 3, 22))


@given(days, st.integers(1, 60), st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS]))
def test_other_time_ends_on_a_day_that_counts_and_grows_with_its_length(
    start: date, number: int, unit: Unit
) -> None:
    due = appeal.other_time(start, Length(number, unit)).due_on
    assert appeal.is_counted(due)
    assert due - start >= timedelta(days=number)
    assert due <= appeal.other_time(start, Length(number + 1, unit)).due_on


@given(days, st.integers(0, 120))
def test_a_certificate_never_takes_time_away(sent: date, later: int) -> None:
    with_one = appeal.due(sent, sent + timedelta(days=later)).due_on
    assert with_one >= appeal.due(sent).due_on
    assert calendar.is_working_day(with_one)
