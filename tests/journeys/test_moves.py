"""A year 6 child's move in a real browser: planned by a worker, acknowledged by the next school, read by the family."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from goldenthread.partners.models import Organisation
from goldenthread.transitions.cohorts import BY_KEY, born_between, next_september
from tests.casework import world
from tests.journeys.test_casework import council, one

pytestmark = pytest.mark.browser
__all__ = ["council"]


def test_a_year_6_childs_move_is_planned_and_acknowledged(reader: Any, council: Organisation):
    born_on, _ = born_between(BY_KEY["year-7"], next_september(date.today()))
    case = world.make_case(world.make_child("Ivy", born_on=born_on), worker=one("caseworker"))
    world.parent_of(case.child, one("family"))
    school = Organisation.objects.create(name="Hill School", kind="education")
    world.join(one("setting"), school)
    page = reader.page

    reader.come_in_as(one("caseworker"))
    reader.go("/transitions/")
    page.get_by_role("link", name="Plan the move of Ivy").click()
    reader.look()
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_role("link", name="Choose how much this move asks for.")).to_be_visible()
    page.get_by_label("Enhanced").check()
    page.get_by_label("Why is that right").fill("New places frighten Ivy.")
    page.get_by_label("Next school").select_option(label="Hill School")
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_text("The move is planned.")).to_be_visible()
    reader.look()

    reader.come_in_as(one("setting"))
    reader.go("/transitions/received/")
    page.get_by_role("link", name="Ivy").click()
    reader.look()
    page.get_by_role("button", name="We know about this move").click()
    page.get_by_role("button", name="Train the people").click()
    expect(page.get_by_text("Done: Train the people").first).to_be_visible()

    reader.come_in_as(one("family"), second_step=False)
    reader.go(f"/my/{case.public_id}/")
    page.get_by_role("link", name="Ivy’s move").click()
    expect(page.get_by_text("We are planning a move to Hill School, and they know about it.")).to_be_visible()
    reader.look()
