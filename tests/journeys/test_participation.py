"""A parent without an account answers on an old phone, stops, comes back, and later reads what changed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from goldenthread.participation.actions import ledger, surveys
from goldenthread.participation.models import Response, Said, Survey, Words
from goldenthread.programme.models import Action
from tests.participation import world

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(browser, reader):
    """A phone of 320 pixels without JavaScript."""
    context = browser.new_context(
        locale="en-GB", java_script_enabled=False, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def open_survey() -> Survey:
    day = timezone.localdate()
    return world.make_survey(opens_on=day - timedelta(days=3), closes_on=day + timedelta(days=3))


def test_parent_answers_by_phone_and_later_reads_what_changed(phone, reader):
    survey = open_survey()
    phone.goto(f"{reader.address}/have-your-say/")
    phone.get_by_role("link", name="Is the plan right?").click()
    phone.get_by_role("button", name="Start in easy words").click()
    expect(phone.get_by_role("heading", name="Is it a good plan?")).to_be_visible()
    phone.get_by_label("Yes, very much").check()
    phone.get_by_role("button", name="Next").click()
    phone.get_by_label("North").check()
    phone.get_by_role("button", name="Stop and come back later").click()
    phone.get_by_role("button", name="Keep my answers").click()
    code = phone.locator(".gt-code").inner_text().strip()
    assert re.fullmatch(r"[A-Z2-9]{5}-[A-Z2-9]{5}", code)

    phone.context.clear_cookies()  # another day, another phone
    phone.goto(f"{reader.address}/have-your-say/come-back/")
    phone.get_by_label("Your code").fill("NOTACODE22")
    phone.get_by_role("button", name="Show my answers").click()
    expect(phone.get_by_text("No answers wait under this code").first).to_be_visible()
    phone.get_by_label("Your code").fill(code.lower())
    phone.get_by_role("button", name="Show my answers").click()
    expect(phone.get_by_text("Strongly agree")).to_be_visible()
    phone.get_by_role("link", name=re.compile(r"Change\s*: What should change")).click()
    phone.get_by_label("What should change?").fill("The bus comes too late for the club.")
    phone.get_by_role("button", name="Check my answers").click()
    phone.get_by_role("button", name="Send my answers").click()
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    response = Response.objects.get()
    assert (response.choices, response.way) == ([1, 1, None, None], "easy")
    assert Words.objects.get().text == "The bus comes too late for the club."

    phone.goto(f"{reader.address}/have-your-say/about/{survey.slug}/")
    expect(phone.get_by_text("Somebody has answered on this device already")).to_be_visible()
    _council_answers(survey)
    phone.goto(f"{reader.address}/have-your-say/")
    phone.get_by_role("link", name=re.compile(r"The whole answer\s*to: The bus")).click()
    expect(phone.get_by_text("The bus leaves at six now.")).to_be_visible()
    reader.go(f"/have-your-say/you-said/{Said.objects.get().public_id}/")


def _council_answers(survey: Survey) -> None:
    """What comes of it: an answer that names an action of the public plan, and asking again."""
    day = timezone.localdate()
    action = Action.objects.filter(area__plan__is_public=True).first()
    said = ledger.record_said(
        fields={"said": "The bus comes too late for the club.", "heard_from": "families in the survey",
                "heard_on": world.SAID["heard_on"]}, by=None,
    )  # fmt: skip
    ledger.answer(
        said=said,
        outcome="did",
        answer="The bus leaves at six now.",
        action_number=action.pk,
        on=day,
        by=None,
    )
    surveys.tell_what_came_of_it(survey=survey, words="The bus leaves at six now.", by=None)


def test_what_was_said_leads_to_the_action_and_back(phone, reader):
    _council_answers(open_survey())
    said = Said.objects.get()
    phone.goto(f"{reader.address}/have-your-say/you-said/{said.public_id}/")
    phone.locator("main a[href^='/progress/areas/']").click()
    expect(phone.get_by_role("heading", name="What people said that this answers")).to_be_visible()
    phone.get_by_role("link", name="The bus comes too late for the club.").click()
    assert phone.url.endswith(f"/you-said/{said.public_id}/")
