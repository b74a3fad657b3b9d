"""Recording a review with its decision: all of it or nothing."""

from __future__ import annotations

from typing import Any

import pytest

from goldenthread.partners.models import Body
from goldenthread.programme.models import Area, Decision, Review
from goldenthread.programme.queries.openness import openness_of_areas
from tests.programme.factories import decide, make_reviewer
from tests.programme.views.staff.conftest import TODAY
from tests.programme.world import make_area

ADDRESS = "/work/programme/testshire/reviews/record/"


def _typed(areas: list[Area], **typed: Any) -> dict[str, Any]:
    return {
        "kind": "monitoring", "label": "15-month review", "held_on": "April 2023", "overall": "Good progress",
        f"area-{areas[0].pk}": "Plans are on time\nParents say so", "asks": "Show impact", "body": make_reviewer().pk,
        "decided_on": "April 2023", "words": "No longer monitored", "letter_title": "Letter", "effect": "closes",
        "letter_address": "https://example.org/letter", "areas": [area.pk for area in areas],
    } | typed  # fmt: skip


def test_review_and_decision_close_two_areas(area: Area, lead: Any):
    areas = [area, make_area(area.plan)]
    assert lead.post(ADDRESS, _typed(areas)).status_code == 302
    review = Review.objects.get()
    assert (str(review.held_on), review.points.count()) == ("April 2023", 3)
    assert review.decisions.get().words == "No longer monitored"
    assert not any(one.is_open for one in openness_of_areas(areas, TODAY).values())
    assert "No longer monitored" in lead.get(f"/work/reviews/{review.pk}/").content.decode()


@pytest.mark.parametrize(("wrong", "words"), [
    ({"body": ""}, "Choose the body that decided"), ({"decided_on": ""}, "Give the day or month of the decision"),
    ({"letter_title": ""}, "Name the letter that says so"), ({"words": ""}, "Enter the decision in its own words"),
    ({"effect": ""}, "Say whether the decision closes or reopens"), ({"held_on": "soon"}, "Enter a date like"),
    ({"decided_on": "May 2030"}, "The decision is in the future"), ({"effect": "reopens"}, "is already open"),
])  # fmt: skip
def test_bad_answer_saves_nothing_and_keeps_what_was_typed(
    area: Area, lead: Any, wrong: dict[str, str], words: str
):
    answer = lead.post(ADDRESS, _typed([area], **wrong))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Parents say so" in answer.content.decode()
    assert not Review.objects.exists()
    assert not Decision.objects.exists()


def test_body_of_the_local_area_cannot_close(area: Area, lead: Any):
    board = Body.objects.create(name="Partnership Board", kind="board")
    assert "is part of the local area" in lead.post(ADDRESS, _typed([area], body=board.pk)).content.decode()


def test_review_without_a_decision(area: Area, lead: Any):
    empty = dict.fromkeys(["body", "decided_on", "words", "letter_title", "letter_address", "effect"], "")
    typed = _typed([area], **empty) | {"areas": []}
    assert lead.post(ADDRESS, typed).status_code == 302
    assert not Decision.objects.exists()


def test_readiness_stands_beside_and_never_blocks(area: Area, lead: Any):
    assert "It has no actions." in lead.get(ADDRESS).content.decode()
    assert lead.post(ADDRESS, _typed([area])).status_code == 302


def test_decision_alone_reopens_and_both_spells_stay(area: Area, lead: Any):
    decide(area)
    typed = _typed([area], effect="reopens", decided_on="May 2023")
    assert lead.post("/work/programme/testshire/decisions/record/", typed).status_code == 302
    openness = openness_of_areas([area], TODAY)[area.pk]
    assert openness.is_open
    assert len(openness.spells) == 2


def test_sustained_is_asked_of_closed_areas_only(area: Area, lead: Any):
    typed = {"check-checked_on": "May 2023", "check-answer": "yes", "check-words": "Audit of 30 plans"}
    address = f"/work/areas/{area.pk}/check/"
    assert lead.post(address, typed).status_code == 422
    decide(area)
    assert lead.post(address, typed).status_code == 302
    assert "Audit of 30 plans" in lead.get(f"/work/areas/{area.pk}/").content.decode()
