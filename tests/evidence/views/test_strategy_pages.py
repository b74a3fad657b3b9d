"""The page of a strategy's reviews: one at a time."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from goldenthread.evidence.actions import strategy
from tests.evidence.stating import make_strategy
from tests.readers import sign_in

pytestmark = pytest.mark.django_db


def test_form_that_begins_a_review_is_not_shown_while_one_is_open(plan, lead):
    held, browser = make_strategy(plan.programme), sign_in(Client(), lead)
    page = f"/evidence/strategy/{held.pk}/"
    assert "Begin a review" in browser.get(page).content.decode()
    review = strategy.begin_review(plan=held, on=date(2026, 1, 5), by=lead)
    said = browser.get(page).content.decode()
    assert "Begin a review" not in said
    assert f"/evidence/strategy/reviews/{review.pk}/" in said
