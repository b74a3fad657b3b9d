"""A SENCO records a cycle, reviews it, and turns the record into a request that nobody types again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from goldenthread.casework.models import Case
from goldenthread.partners.models import Organisation
from goldenthread.sensupport.models import Cycle
from tests.casework import world
from tests.journeys.test_casework import council, one
from tests.sensupport import world as sen

pytestmark = pytest.mark.browser
__all__ = ["council"]


def test_a_senco_records_a_cycle_and_turns_it_into_a_request(reader: Any, council: Organisation):
    school, today = Organisation.objects.create(name="Hill School", kind="education"), date.today()
    world.join(one("setting"), school)
    pupil = sen.pupil(school, on=today - timedelta(days=100), born_on=today - timedelta(days=6 * 365))
    sen.reviewed(pupil, on=today - timedelta(days=100))
    page = reader.page

    reader.come_in_as(one("setting"))
    reader.go("/sen/")
    page.get_by_role("link", name="Begin one for Ivy Oak").click()
    expect(page.get_by_label("Assess: what do you see")).to_have_value("Asks most days.")
    page.get_by_label("What do you hope for?").fill("Joins a game at break.")
    page.get_by_role("button", name="Begin the cycle").click()
    expect(page.get_by_role("link", name="Choose a strategy, or say what you will do.").or_(
        page.get_by_text("Choose a strategy, or say what you will do.")).first).to_be_visible()  # fmt: skip
    reader.look()
    page.get_by_label("Clear games at break").check()
    page.get_by_role("button", name="Begin the cycle").click()
    expect(page.get_by_role("heading", name="Cycle 2, begun on")).to_be_visible()

    page.get_by_role("button", name="Review cycle 2").or_(
        page.get_by_role("link", name="Review cycle 2")
    ).first.click()
    page.get_by_label("What has changed?").fill("Joins on two days of five.")
    page.get_by_label("Some of it").check()
    page.get_by_label("What does the child say now?").fill("I like football.")
    page.get_by_label("What do the parents or carers say now?").fill("She is tired after school.")
    page.get_by_label("Ask for an EHC needs assessment").check()
    page.get_by_role("button", name="Keep the review").click()
    reader.look()

    page.get_by_role("link", name="Ask for an EHC needs assessment").click()
    expect(page.get_by_text("Joins on two days of five.")).to_be_visible()
    reader.look()
    page.get_by_label("We have told the parents").check()
    page.get_by_role("button", name="Send the request").click()
    expect(page.get_by_text("The council has your request")).to_be_visible()
    case = Case.objects.get(child=pupil.child)
    words = case.events.get(kind="request-received").facts["words"]
    assert all(
        part in words
        for part in ("Joins on two days of five.", "I like songs.", "She is tired after school.")
    )
    assert Cycle.objects.filter(reviewed_on=None).count() == 0
