"""The three years of a SENCO, and by when a course of 22 months must begin."""

from datetime import date

import pytest

from goldenthread.law.qualification import QUALIFY, window


@pytest.mark.parametrize(("taken", "due", "begin"), [
    (date(2024, 9, 1), date(2027, 9, 1), date(2025, 11, 1)), (date(2024, 12, 31), date(2027, 12, 31), date(2026, 2, 28)),
    (date(2025, 2, 28), date(2028, 2, 28), date(2026, 4, 28)),
])  # fmt: skip
def test_window_of_a_post(taken, due, begin):
    found = window(taken)
    assert (found.due_on, found.begin_by) == (due, begin)


def test_post_from_before_the_rule_has_no_clock():
    assert window(date(2024, 8, 31)) is None


def test_regulation_that_was_not_read_is_marked():
    assert QUALIFY.deadline(date(2026, 9, 1)).citation.unconfirmed
