"""Direct payments: the first review in three months, and when a budget can be asked for."""

from datetime import date

import pytest

from goldenthread.law import personal_budget
from goldenthread.law.personal_budget import FIRST_REVIEW, asking


@pytest.mark.parametrize(("paid_on", "due_on"), [
    (date(2026, 9, 7), date(2026, 12, 6)), (date(2026, 12, 1), date(2027, 2, 28)), (date(2027, 11, 30), date(2028, 2, 29)),
    (date(2027, 12, 1), date(2028, 2, 29)),
])  # fmt: skip
def test_first_review_is_due_before_three_months_are_over(paid_on, due_on):
    assert FIRST_REVIEW.deadline(paid_on).due_on == due_on


@pytest.mark.parametrize(("draft", "final", "review", "is_open"), [
    (None, None, False, False), (date(2026, 11, 2), None, False, True), (date(2026, 11, 2), date(2026, 12, 1), False, False),
    (date(2027, 11, 2), date(2026, 12, 1), False, True), (None, date(2026, 12, 1), True, True),
])  # fmt: skip
def test_asking_is_open_with_a_draft_and_at_a_review(draft, final, review, is_open):
    answer = asking(draft_sent_on=draft, final_on=final, is_under_review=review)
    assert answer.is_open is is_open
    assert "regulation 4" in answer.citation.text


@pytest.mark.parametrize("demands", ["BEFORE_PAYMENTS", "REFUSAL", "REDUCTION", "REPAYMENT", "END"])
def test_every_demand_has_its_provision(demands):
    for demand in getattr(personal_budget, demands):
        assert demand.words
        assert "SI 2014/1652" in demand.citation.text


def test_what_is_from_memory_says_so():
    assert personal_budget.NO_APPEAL.citation.unconfirmed
