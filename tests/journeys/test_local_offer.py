"""Families, a provider and the council in the Local Offer."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from goldenthread.accounts.models import RoleHolding
from goldenthread.localoffer.actions.upkeep import send_link
from goldenthread.localoffer.demonstration.load import load
from goldenthread.localoffer.models import Comment, Service
from tests.journeys.conftest import LOADED_ON, Reader

pytestmark = pytest.mark.browser


@pytest.fixture
def offer(demonstration: None) -> Service:
    load(on=LOADED_ON)
    return Service.objects.get(name__startswith="Talking Together")


def _officer() -> Any:
    return RoleHolding.objects.get(role="local-offer-officer").user


@pytest.mark.parametrize(
    ("width", "has_scripts"), [(320, False), (1280, True)], ids=["phone without scripts", "desktop"]
)
def test_worried_parent_finds_help(browser, live_server, offer, width, has_scripts):
    context = browser.new_context(java_script_enabled=has_scripts, viewport={"width": width, "height": 640})
    page = context.new_page()
    page.goto(f"{live_server.url}/")
    page.get_by_label("What do you need help with?").fill("my 3 year old is not talking")
    page.get_by_label(re.compile("Postcode")).fill("WV1 1RE")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_text("age 3").first).to_be_visible()
    expect(page.locator(".gt-services__one").first).to_contain_text("Talking Together")
    page.get_by_role("link", name="My child is not talking yet").click()
    expect(page.get_by_text("Ask for a hearing test.")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name=re.compile("^Talking Together")).click()
    expect(page.get_by_text("Come without an appointment. You need no referral.")).to_be_visible()
    page.get_by_role("button", name="Keep on my shortlist").click()
    page.get_by_role("link", name=re.compile("Your shortlist")).first.click()
    expect(page.get_by_role("link", name=re.compile("^Talking Together"))).to_be_visible()
    context.close()


def test_parent_at_a_desk_is_led_to_the_request_for_an_assessment(reader: Reader, offer):
    page = reader.page
    reader.go("/local-offer/")
    page.get_by_role("link", name="EHC plans").first.click()
    page.get_by_role("link", name="How to ask for an EHC needs assessment").click()
    reader.look()
    page.get_by_role("link", name="Ask now, with our form").click()
    expect(page).to_have_url(re.compile("/my/ask/"))


def test_provider_updates_and_staff_approve(reader: Reader, offer):
    page = reader.page
    link = send_link(service=offer, sent_to="provider@example.org", on=timezone.localdate(), by=None)
    secret = link.rstrip("/").split("/")[-1]
    reader.go(f"/local-offer/update/{secret}/")
    page.get_by_label("What it is, in plain words").fill(
        "Now also on Thursdays, for children who are not talking yet."
    )
    page.get_by_role("button", name="Send the changes").click()
    expect(page.get_by_text("Your changes wait for the council").first).to_be_visible()
    reader.go(f"/local-offer/services/{offer.public_id}/")
    expect(page.get_by_text("Now also on Thursdays")).to_have_count(0)
    reader.come_in_as(_officer())
    reader.go("/local-offer/keep/")
    page.get_by_role("link", name=re.compile("^Talking Together")).first.click()
    expect(page.get_by_text("Now also on Thursdays")).to_be_visible()
    reader.look()
    page.get_by_role("button", name=re.compile("^Approve")).click()
    reader.go(f"/local-offer/services/{offer.public_id}/")
    expect(page.get_by_text("Now also on Thursdays")).to_be_visible()


def test_comment_is_answered_and_published(reader: Reader, offer):
    page = reader.page
    reader.go(f"/local-offer/comment/?service={offer.public_id}")
    page.get_by_label("What is in the Local Offer").check()
    page.get_by_label("What do you want to tell us?").fill("There is nothing on Saturdays")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    reader.come_in_as(_officer())
    reader.go(f"/local-offer/keep/comments/{Comment.objects.get().public_id}/")
    page.get_by_label("Publish it with our answer").check()
    page.get_by_label("What comes of it").select_option(label="We will do it")
    page.get_by_role("textbox", name="Our answer").fill("From January there is a Saturday session.")
    page.get_by_role("button", name="Save the decision").click()
    reader.go("/local-offer/you-said/")
    expect(page.get_by_text("There is nothing on Saturdays")).to_be_visible()
    expect(page.get_by_text("From January there is a Saturday session.")).to_be_visible()
