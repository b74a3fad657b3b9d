"""Moves between authorities and care boards, and requests that were open then."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.law import calendar, move
from goldenthread.law.readings import IPSEA

days = st.dates(date(2015, 1, 1), date(2055, 1, 1))


def test_known_in_time_leaves_out_the_christmas_holidays() -> None:
    assert move.known_in_time(date(2027, 1, 4)) == date(2026, 12, 9)


@pytest.mark.parametrize(
    ("aware", "due"),
    [
        (date(2026, 12, 9), date(2027, 1, 4)),  # 15 working days before, just
        (date(2026, 12, 10), date(2027, 1, 4)),  # 15 working days that begin with the 10th
        (date(2026, 12, 14), date(2027, 1, 6)),
        (date(2027, 1, 4), date(2027, 1, 22)),  # heard on the day itself
        (date(2027, 3, 1), date(2027, 3, 19)),  # heard long after
    ],
)
def test_a_care_board_that_loses_a_child_with_the_authority_tells_the_new_one(aware: date, due: date) -> None:
    answer = move.tell_new_care_board(aware, date(2027, 1, 4))
    assert answer.due_on == due == move.transfer(aware, date(2027, 1, 4)).due_on
    assert answer.citation.text.endswith("15(7)")


def test_a_care_board_that_changes_alone_counts_from_awareness() -> None:
    assert move.CARE_BOARD.deadline(date(2026, 12, 4)).due_on == date(2026, 12, 24)


def test_timetable_gives_every_day_of_the_move() -> None:
    times = move.timetable(date(2026, 12, 4), date(2027, 1, 4), date(2026, 1, 20))
    assert [times.transfer.due_on, times.inform.due_on, times.review.due_on] == [
        date(2027, 1, 4), date(2027, 2, 15), date(2027, 4, 3),
    ]  # fmt: skip
    assert times.explanation == (
        "The plan goes over by 4 January 2027, the family is told by 15 February 2027, and the new authority reviews the plan "
        "by 3 April 2027"
    )
    assert times.citation.text.endswith("15(2), (4) and (5)")


def test_review_after_reads_the_year_either_way_and_the_three_months_in_one() -> None:
    made, moved = date(2026, 12, 1), date(2027, 1, 4)
    assert move.review_after(made, moved).due_on == date(2027, 11, 30)
    assert move.review_after(made, moved, IPSEA).due_on == date(2027, 12, 1)
    assert move.review_after(date(2026, 1, 20), moved, IPSEA).due_on == date(2027, 4, 3)


def test_fresh_clocks_start_with_the_new_authority() -> None:
    clocks = move.fresh_clocks(date(2026, 9, 7))
    assert [clocks.decide.due_on, clocks.no_plan.due_on, clocks.final.due_on] == [
        date(2026, 10, 19), date(2026, 12, 28), date(2027, 1, 25),
    ]  # fmt: skip
    assert "became responsible on 7 September 2026" in clocks.explanation
    assert "5(1)(b)" in clocks.citation.text


@given(days, st.integers(-200, 200))
def test_a_plan_is_never_due_before_the_move_nor_before_it_was_known(moves: date, before: int) -> None:
    aware = moves - timedelta(days=before)
    due = move.transfer(aware, moves).due_on
    assert due >= aware
    if aware <= moves:
        assert due >= moves or not calendar.is_working_day(moves)


@given(days, st.integers(-200, 200))
def test_hearing_of_it_later_never_brings_the_day_forward(moves: date, before: int) -> None:
    aware = moves - timedelta(days=before)
    assert move.transfer(aware, moves).due_on <= move.transfer(aware + timedelta(days=1), moves).due_on
