"""Lengths of time: which day is the last, counted both ways."""

from datetime import date

import pytest

from goldenthread.law.length import Length, Unit

D, W, M, WD = Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.WORKING_DAYS


@pytest.mark.parametrize(
    ("length", "start", "last"),
    [
        (Length(6, W), date(2026, 9, 7), date(2026, 10, 19)),
        (Length(20, W), date(2024, 2, 29), date(2024, 7, 18)),
        (Length(16, W), date(2026, 9, 7), date(2026, 12, 28)),  # a bank holiday, and the day does not move
        (Length(15, D), date(2026, 12, 1), date(2026, 12, 16)),
        (Length(3, WD), date(2026, 12, 23), date(2026, 12, 30)),
        (Length(2, M), date(2026, 12, 31), date(2027, 2, 28)),
    ],
)
def test_after_leaves_out_the_day_that_starts_the_clock(length: Length, start: date, last: date) -> None:
    assert length.after(start) == last


@pytest.mark.parametrize(
    ("length", "start", "last"),
    [
        (Length(15, D, True), date(2027, 2, 15), date(2027, 3, 1)),
        (Length(5, W, True), date(2026, 12, 18), date(2027, 1, 21)),
        (Length(15, WD, True), date(2026, 12, 14), date(2027, 1, 6)),
        (Length(15, WD, True), date(2026, 12, 4), date(2026, 12, 24)),
        (Length(15, WD, True), date(2026, 12, 12), date(2027, 1, 6)),  # a Saturday: Monday is day 1
        (Length(12, M, True), date(2024, 2, 29), date(2025, 2, 28)),
        (Length(12, M, True), date(2027, 3, 1), date(2028, 2, 29)),
        (Length(3, M, True), date(2027, 1, 4), date(2027, 4, 3)),
        (Length(1, M, True), date(2027, 1, 31), date(2027, 2, 28)),
    ],
)
def test_after_counts_the_first_day_where_the_law_begins_with_it(
    length: Length, start: date, last: date
) -> None:
    assert length.after(start) == last


@pytest.mark.parametrize(
    ("length", "end", "last"),
    [
        (Length(2, W), date(2026, 10, 6), date(2026, 9, 22)),
        (Length(5, WD), date(2027, 1, 6), date(2026, 12, 29)),
        (Length(5, M), date(2027, 9, 1), date(2027, 4, 1)),
        (Length(5, M), date(2027, 7, 31), date(2027, 2, 28)),
    ],
)
def test_before_leaves_the_whole_length(length: Length, end: date, last: date) -> None:
    assert length.before(end) == last
