"""Reviews, decisions and sustained checks as records."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.actions import reviewing
from goldenthread.programme.actions.reviewing import Letter, Point, Subjects
from goldenthread.programme.errors import Refused
from goldenthread.programme.models import Area, Plan
from tests.programme.factories import decide, make_reviewer

ON = date(2023, 6, 1)


def test_record_review_keeps_points_and_an_event(plan: Plan, area: Area, lead: Any, event: Any):
    review = reviewing.record_review(
        programme=plan.programme, kind="monitoring", label="", held_on=PartialDate(2023, 5), overall="Good",
        attendees=["DfE"], points=[Point("finding", "Plans are on time", area), Point("ask", "Show impact")],
        on=ON, by=lead,
    )  # fmt: skip
    assert [point.area for point in review.points.all()] == [area, None]
    assert event("programme.review.recorded")


def test_record_review_refuses_the_future(plan: Plan, lead: Any):
    with pytest.raises(Refused, match="The review is in the future"):
        reviewing.record_review(
            programme=plan.programme, kind="monitoring", label="", held_on=PartialDate(2023, 7), overall="",
            attendees=[], points=[], on=ON, by=lead,
        )  # fmt: skip


def test_record_decision_leaves_an_event(area: Area, lead: Any, event: Any):
    decide(area, by=lead)
    assert event("programme.decision.recorded")


@pytest.mark.parametrize("effect", ["closes", "reopens"])
def test_record_decision_refuses_what_changes_nothing(area: Area, lead: Any, effect: str):
    if effect == "closes":
        decide(area, by=lead)
    with pytest.raises(Refused, match="this decision would change nothing"):
        decide(area, effect=effect, on=date(2023, 4, 1), by=lead)


def test_record_decision_that_closes_nothing_needs_no_letter(plan: Plan, lead: Any):
    decision = reviewing.record_decision(
        programme=plan.programme, body=make_reviewer(), decided_on=PartialDate(2023, 5), words="Noted.",
        letter=Letter("", ""), subjects=Subjects(), on=ON, by=lead,
    )  # fmt: skip
    assert not decision.effects.exists()


def test_record_sustained_check_is_for_closed_areas(area: Area, lead: Any, event: Any):
    asked = {
        "checked_on": PartialDate(2023, 5),
        "answer": "partly",
        "words": "Audit",
        "next_on": None,
        "on": ON,
    }
    with pytest.raises(Refused, match="This area is open"):
        reviewing.record_sustained_check(area=area, by=lead, **asked)
    decide(area, by=lead)
    reviewing.record_sustained_check(area=area, by=lead, **asked)
    assert event("programme.area.checked")
