"""A month to put a wrong fact right, by the calendar."""

from datetime import date

import pytest

from goldenthread.law.rectification import ANSWER_A_CORRECTION


@pytest.mark.parametrize(("came_on", "due_on"), [
    (date(2026, 9, 7), date(2026, 10, 7)),
    (date(2027, 1, 31), date(2027, 2, 28)),
    (date(2028, 1, 31), date(2028, 2, 29)),
    (date(2026, 12, 25), date(2027, 1, 25)),
])  # fmt: skip
def test_answer_a_correction_is_due_a_month_later(came_on, due_on):
    assert ANSWER_A_CORRECTION.deadline(came_on).due_on == due_on


def test_answer_a_correction_says_that_it_is_not_confirmed():
    assert ANSWER_A_CORRECTION.deadline(date(2026, 9, 7)).unconfirmed
