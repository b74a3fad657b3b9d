"""Somebody from the public reads how services are getting better."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_reader_sees_which_areas_are_open_and_asks_for_a_past_day(reader):
    page = reader.page
    reader.go("/")
    page.get_by_role("link", name="How SEND services are getting better").first.click()
    expect(page.get_by_role("heading", name="1 of 6 areas is still open")).to_be_visible()
    expect(page.get_by_text("Closed by DfE and NHS England").first).to_be_visible()
    reader.look()

    page.get_by_label("See this page as it was known on a past day").fill("30 November 2023")
    page.get_by_role("button", name="Show that day").click()
    expect(page.get_by_text("You are reading this as it was known on")).to_be_visible()
    expect(page.get_by_role("heading", name="All 6 areas are open")).to_be_visible()
    reader.look()

    page.get_by_role("link", name=re.compile("EHC plans")).first.click()
    expect(page.get_by_text("30 November 2023").first).to_be_visible()
    reader.look()
    page.get_by_role("link", name="Back to today").click()
    expect(page.get_by_text("You are reading this as it was known on")).to_have_count(0)


def test_reader_types_a_day_that_nobody_can_know(reader):
    page = reader.page
    reader.go("/progress/")
    page.get_by_label("See this page as it was known on a past day").fill("30 February 2099")
    page.get_by_role("button", name="Show that day").click()
    expect(page.get_by_label("See this page as it was known on a past day")).to_have_value("30 February 2099")
    expect(page.locator(".govuk-error-message")).to_be_visible()
    reader.look()


@pytest.mark.parametrize(
    "path", ["/progress/changes/?since=1+March+2024", "/progress/timeline/", "/progress/strategy/", "/progress/record/",
             "/accessibility/", "/privacy/", "/progress/?as_at=2020-01-01"],
)  # fmt: skip
def test_every_public_page_is_sound(reader, path):
    reader.go(path)


def test_pages_are_complete_without_scripts(browser, live_server, demonstration):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/progress/")
    expect(page.get_by_role("heading", name="1 of 6 areas is still open")).to_be_visible()
    context.close()
