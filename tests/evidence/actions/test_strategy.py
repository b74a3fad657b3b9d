"""A strategy's review: every priority answered with a reason, agreed by a meeting, and then as it is."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.evidence.actions.strategy import agree, begin_review, judge
from goldenthread.evidence.models import StrategyReview, Verdict
from goldenthread.evidence.queries.strategy import priorities_of
from goldenthread.kit.errors import Refused
from tests.evidence.stating import make_strategy, proof
from tests.programme.world import make_area

ON = date(2025, 4, 30)


@pytest.fixture
def strategy(plan):
    return make_strategy(plan.programme)


def test_every_priority_is_answered_with_its_reason_before_a_meeting_agrees(strategy, lead):
    review = begin_review(plan=strategy, asked_words="By survey", asked_count=212, on=ON, by=lead)
    first, second = strategy.priorities.all()
    with pytest.raises(Refused, match="Say why"):
        judge(review=review, priority=first, choice="keep", reason=" ", on=ON, by=lead)
    judge(review=review, priority=first, choice="keep", reason="It still matters.", on=ON, by=lead)
    with pytest.raises(Refused, match="1 priority has no answer yet"):
        agree(review=review, agreed_by="Board", on=ON, by=lead)
    with pytest.raises(Refused, match="Write what the priority is to say"):
        judge(review=review, priority=second, choice="change", reason="Too wide.", on=ON, by=lead)
    judge(
        review=review,
        priority=second,
        choice="change",
        reason="Too wide.",
        new_words="Ready at 16",
        on=ON,
        by=lead,
    )
    judge(
        review=review, priority=second, choice="drop", reason="Done.", new_words="Ready at 16", on=ON, by=lead
    )
    assert [(one.verdict.choice, one.verdict.new_words) for one in priorities_of(review, ON)] == [
        ("keep", ""),
        ("drop", ""),
    ]
    agree(review=review, agreed_by="Board", on=ON, by=lead)
    with pytest.raises(Refused, match="stays as it is"):
        judge(review=review, priority=first, choice="drop", reason="No.", on=ON, by=lead)


def test_a_review_is_of_a_strategy_one_at_a_time_and_of_no_share_without_its_base(plan, strategy, lead):
    with pytest.raises(Refused, match="Only a strategy"):
        begin_review(plan=plan, on=ON, by=lead)
    with pytest.raises(Refused, match="must say of how many"):
        begin_review(plan=strategy, asked_words="More than 85% agreed", on=ON, by=lead)
    begin_review(plan=strategy, on=ON, by=lead)
    with pytest.raises(Refused, match="open already"):
        begin_review(plan=strategy, on=ON, by=lead)
    with pytest.raises(IntegrityError, match="one_review_of_a_strategy_is_open"), transaction.atomic():
        StrategyReview.objects.create(plan=strategy, begun_on=ON)


def test_a_priority_says_what_confirmed_evidence_its_areas_have(plan, strategy, lead, second):
    area = make_area(plan)
    proof(area, lead, second)
    proof(area, lead, second, shows="output", title="Letters")
    strategy.priorities.first().areas.add(area)
    found = priorities_of(begin_review(plan=strategy, on=ON, by=lead), ON)
    assert [(one.areas, one.shown) for one in found] == [(("Area 1",), 1), ((), 0)]
    assert not Verdict.objects.exists()
