"""Casework in a real browser: a parent asks and follows the case to a final plan; a caseworker runs it through an exception
and late advice; a manager reads the forecast."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.casework.actions.allocating import allocate
from goldenthread.casework.models import Case
from goldenthread.partners.models import Organisation
from tests.casework import world

pytestmark = pytest.mark.browser


def one(role: str) -> User:
    """The demonstration's person of a role."""
    user: User = RoleHolding.objects.get(role=role).user
    return user


@pytest.fixture
def council(demonstration: None, settings: Any) -> Organisation:
    """The council that runs the system, with the demonstration's worker and manager in one team."""
    held, _ = Organisation.objects.get_or_create(name=settings.AREA_NAME, defaults={"kind": "council"})
    for role in ("caseworker", "casework-manager"):
        world.join(one(role), world.team())
    return held


def fill_day(page: Any, name: str, day: date) -> None:
    """The three boxes of a day."""
    for part, value in (("day", day.day), ("month", day.month), ("year", day.year)):
        page.locator(f"[name={name}_{part}]").fill(str(value))


def record(reader: Any, case: Case, kind: str, on: date, **facts: Any) -> None:
    """Record an event on its page; every page on the way is looked at."""
    page = reader.page
    reader.go(f"/casework/cases/{case.public_id}/record/{kind}/")
    fill_day(page, "occurred_on", on)
    for name, value in facts.items():
        if isinstance(value, date):
            fill_day(page, name, value)
        elif value is True:
            page.locator(f"main [name={name}]").check()
        elif page.locator(f"main [name={name}][type=radio]").count():
            page.locator(f"main [name={name}][value='{value}']").check()
        else:
            page.locator(f"main [name={name}]").fill(value)
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Recorded:").first).to_be_visible()
    reader.look()


def ask(reader: Any) -> Case:
    """The parent asks, first with an answer missing."""
    page = reader.page
    reader.go("/my/")
    page.get_by_role("link", name="Ask for an assessment").click()
    page.get_by_role("button", name="Ask the council").click()
    expect(page.get_by_text("Tell us what your child finds hard").first).to_be_visible()
    reader.look()
    page.get_by_label("Your child’s first names").fill("Ivy")
    page.get_by_label("Your child’s last name").fill("Example")
    fill_day(page, "born_on", date(2019, 5, 4))
    page.get_by_label("Mother").check()
    page.get_by_label("What does your child find hard?").fill("Reading, and noise in class")
    page.get_by_role("button", name="Ask the council").click()
    expect(page.get_by_text("The weeks run from today")).to_be_visible()
    expect(page.get_by_text("Decide whether to assess").first).to_be_visible()
    reader.look()
    return Case.objects.get()


def test_a_parent_asks_and_a_caseworker_brings_it_to_a_final_plan(reader, council):
    page, today = reader.page, timezone.localdate()
    reader.come_in_as(one("family"), second_step=False)
    case = ask(reader)
    began = today - timedelta(days=200)
    allocate(cases=[case], worker=one("caseworker"), on=began, by=None)

    # The letter had come half a year before: the day is corrected, and all that follows is recorded as it happened.
    page.context.clear_cookies()
    reader.come_in_as(one("caseworker"))
    reader.go(f"/casework/cases/{case.public_id}/events/{case.events.get().pk}/correct/")
    fill_day(page, "occurred_on", began)
    page.get_by_label("Why it is corrected").fill("The letter had come before")
    page.get_by_role("button", name="Save the correction").click()
    expect(page.get_by_text("The letter had come before").first).to_be_visible()
    asked = began + timedelta(days=30)
    record(reader, case, "assessment-agreed", asked)
    record(
        reader, case, "advice-requested", asked, of="medical", body="Community paediatrics", reached_on=asked
    )
    record(reader, case, "exception-recorded", asked + timedelta(days=40), code="X-D", reasons="The family was abroad",
           evidence="Tickets", starts_on=asked, ends_on=asked + timedelta(days=35))  # fmt: skip
    request = case.events.get(kind="advice-requested")
    record(
        reader,
        case,
        "advice-received",
        asked + timedelta(days=60),
        answers=str(request.pk),
        author="Dr Example",
    )
    expect(page.get_by_text("Missed").first).to_be_visible()
    record(reader, case, "plan-agreed", asked + timedelta(days=80))
    record(reader, case, "draft-issued", asked + timedelta(days=120), information=True)
    reader.go(f"/casework/cases/{case.public_id}/record/final-issued/")
    fill_day(page, "occurred_on", asked + timedelta(days=125))
    page.locator("[name=placement]").fill("Oak School")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text(re.compile("The family has until")).first).to_be_visible()
    reader.look()
    record(reader, case, "final-issued", asked + timedelta(days=140), placement="Oak School")
    expect(page.get_by_text("Missed with a lawful exception").first).to_be_visible()

    page.context.clear_cookies()
    reader.come_in_as(one("family"), second_step=False)
    reader.go(f"/my/{case.public_id}/")
    expect(page.get_by_text("The plan is final and the support in it must happen.")).to_be_visible()
    expect(page.get_by_text("the council says that the law allowed it").first).to_be_visible()


def test_a_manager_reads_the_forecast_and_opens_a_figure_down_to_a_case(reader, council):
    page, today = reader.page, timezone.localdate()
    done = world.make_case(world.make_child("Done"), on=today - timedelta(days=150))
    way = (("assessment-agreed", 40, {}), ("plan-agreed", 90, {}), ("draft-issued", 100, {"information": True}),
           ("final-issued", 130, {"placement": "Oak School"}))  # fmt: skip
    for kind, after, facts in way:
        world.tell(done, kind, today - timedelta(days=150 - after), **facts)
    world.make_case(world.make_child("Soon"), on=today - timedelta(days=100))
    reader.come_in_as(one("casework-manager"))
    reader.go("/casework/team/figures/")
    expect(page.get_by_role("heading", name="The next 20 weeks")).to_be_visible()
    expect(page.get_by_text("Worked out from 1 plan")).to_be_visible()
    page.locator("main a[href*='/casework/team/figures/20']").first.click()
    reader.look()
    page.get_by_role("link", name=done.reference).click()
    expect(page.get_by_role("heading", name="Done Example")).to_be_visible()
    reader.look()
