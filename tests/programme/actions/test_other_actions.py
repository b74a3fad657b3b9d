"""Risks, area words, publishing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from goldenthread.programme.actions import areas, risks
from goldenthread.programme.actions.publishing import publish
from goldenthread.programme.errors import Conflict, Refused
from goldenthread.programme.models import Area, Plan
from tests.programme.factories import make_risk

ON = date(2023, 6, 1)
STATE = {"cause": "a", "event": "b", "effect": "c", "likelihood": 2, "severity": 3, "owner": "Jo"}


def test_add_risk_is_numbered_after_the_last(plan: Plan, lead: Any, event: Any):
    keys = [
        risks.add_risk(programme=plan.programme, area=None, on=ON, by=lead, **STATE).key for _ in range(2)
    ]
    assert keys == ["R1", "R2"]
    assert event("programme.risk.added")


def test_update_risk_raises_conflict(plan: Plan, lead: Any):
    risk = make_risk(plan.programme)
    stale = risk.versions.get().pk
    risks.update_risk(risk=risk, changes={"owner": "Al"}, based_on=stale, on=ON, by=lead)
    with pytest.raises(Conflict):
        risks.update_risk(risk=risk, changes={"owner": "Bo"}, based_on=stale, on=ON, by=lead)


def test_escalate_risk_climbs_with_a_reason_until_the_top(plan: Plan, lead: Any, event: Any):
    risk = make_risk(plan.programme, rung="cabinet")
    with pytest.raises(Refused, match="Say why it goes higher"):
        risks.escalate_risk(risk=risk, reason=" ", on=ON, by=lead)
    assert risks.escalate_risk(risk=risk, reason="It grows", on=ON, by=lead).rung == "department"
    with pytest.raises(Refused, match="There is no higher rung"):
        risks.escalate_risk(risk=risk, reason="It grows", on=ON, by=lead)
    assert event("programme.risk.revised")


def test_change_words_before_the_last_change_is_refused_in_words(area: Area, lead: Any):
    with pytest.raises(Refused, match="last changed on 12 November 2021"):
        areas.change_words(area=area, changes={"title": "x"}, based_on=None, on=date(2021, 1, 1), by=lead)


def test_change_words_leaves_an_event(area: Area, lead: Any, event: Any):
    areas.change_words(area=area, changes={"plain": "Plans come sooner."}, based_on=None, on=ON, by=lead)
    assert event("programme.area.revised")


def test_publish_numbers_and_fingerprints(plan: Plan, area: Area, lead: Any, event: Any):
    first, second = (publish(plan=plan, on=ON, by=lead) for _ in range(2))
    assert (first.number, second.number, first.sha256) == (1, 2, second.sha256)
    assert event("programme.plan.published")
