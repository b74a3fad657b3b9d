"""A lead prepares the plan’s next version, another person publishes it, and a parent reads what changed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.evidence.actions.publications import prepare, publish
from goldenthread.evidence.models import DocumentDraft
from goldenthread.kit.dates import PartialDate
from goldenthread.programme.actions.action_plan import update_action
from goldenthread.programme.models import Area, Programme
from tests.programme.world import make_action

pytestmark = pytest.mark.browser


def _one(role: str) -> User:
    return RoleHolding.objects.filter(role=role).first().user


def test_one_prepares_another_publishes_and_a_parent_reads_what_changed(reader: Any, demonstration: None):
    programme, today = Programme.objects.get(), date.today()
    lead, second = _one("programme-lead"), _one("communications-officer")
    before = today - timedelta(days=30)
    area = Area.objects.filter(plan__is_public=True).first()
    action = make_action(area, text="Publish the new letters", known_from=before, due=PartialDate(2027, 5))
    first = prepare(programme=programme, form="statement-of-action", on=before, by=lead)
    publish(draft=first, based_on=1, on=before, by=second)
    update_action(action=action, changes={"due": PartialDate(2027, 7)}, based_on=action.versions.get().pk, reason="Late",
                  on=today, by=lead)  # fmt: skip
    said = f"Due date of {action.number} moved from May to July 2027"
    page = reader.page

    reader.come_in_as(lead)
    reader.go(f"/evidence/documents/{programme.slug}/")
    page.get_by_role("button", name="Prepare a document").click()
    page.get_by_label("Document", exact=True).select_option("statement-of-action")
    page.get_by_label("Summary, in plain words").fill("We need two more months for one of our promises.")
    page.get_by_role("button", name="Make the draft").click()
    expect(page.get_by_text("You prepared this, so somebody else must read and publish it.")).to_be_visible()
    expect(page.get_by_text(said)).to_be_visible()
    reader.look()
    path = f"/evidence/drafts/{DocumentDraft.objects.waiting().get().key}/"

    reader.come_in_as(second)
    reader.go(path)
    page.get_by_label("Note").fill("Agreed by the board.")
    page.get_by_role("button", name="Publish this version").click()
    expect(page.get_by_text("It is published.")).to_be_visible()

    page.context.clear_cookies()
    reader.go("/published/")
    page.get_by_role("link", name="Statement of action, version 2").click()
    expect(page.get_by_text("We need two more months").first).to_be_visible()
    expect(page.get_by_text(said)).to_be_visible()
    reader.look()
