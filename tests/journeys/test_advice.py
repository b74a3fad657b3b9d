"""An educational psychologist without an account answers by a link and a code; the worker sends it back; it comes again."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from playwright.sync_api import expect

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.casework.models import Advice, Case
from tests.casework import world
from tests.kit.received import documents
from tests.worker import work_off

pytestmark = pytest.mark.browser


def one(role: str) -> User:
    """The demonstration's person of a role."""
    user: User = RoleHolding.objects.get(role=role).user
    return user


@pytest.fixture
def case(demonstration: None) -> Case:
    cache.clear()
    made = world.make_case(world.make_child("Ivy"), worker=one("caseworker"), on=date(2026, 9, 7))
    world.tell(made, "assessment-agreed", date(2026, 10, 12))
    return made


def in_mail(pattern: str) -> str:
    """What the worker of the background has just mailed."""
    work_off()
    return re.findall(pattern, mail.outbox[-1].body)[0]


def come_by_link(reader: Any) -> None:
    """From the mail to the form: a code is asked for, and one is typed wrong first."""
    page = reader.page
    reader.go(in_mail(r"(/advice/link/[\w-]+/)"))
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill("BBBB BBBB")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("This is not the code").or_(page.get_by_text("used up")).first).to_be_visible()
    reader.look()
    page.get_by_label("Code").fill(in_mail(r"\b[2-9A-Z]{4} [2-9A-Z]{4}\b"))
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Advice about Ivy Example")).to_be_visible()
    reader.look()


def test_a_psychologist_answers_by_link_and_is_asked_for_more(reader, case, tmp_path):
    page, context = reader.page, reader.page.context
    where = f"/casework/cases/{case.public_id}/advice/"
    reader.come_in_as(one("caseworker"))
    reader.go(where)
    page.locator("[name=body_d]").fill("Educational psychology service")
    page.locator("[name=email_d]").fill("meera@example.org")
    page.get_by_role("button", name="Ask them").click()
    expect(page.get_by_text("Asked: Educational psychology service")).to_be_visible()
    reader.look()

    context.clear_cookies()
    come_by_link(reader)
    page.get_by_label("Your name").fill("Meera Psychologist")
    page.get_by_label("Your profession or part").fill("Educational psychologist")
    for part, value in (("day", "20"), ("month", "11"), ("year", "2026")):
        page.locator(f"[name=dated_on_{part}]").fill(value)
    page.get_by_label("Need 1").press_sequentially("Ivy finds it hard to follow speech in noise.")
    expect(page.locator("#saved")).to_contain_text("Saved at", timeout=10_000)  # by itself
    page.get_by_label("What is given").first.fill("Regular support as required")
    page.get_by_role("button", name="Add another need").click()
    page.get_by_label("Need 2").fill("Ivy tires in the afternoon.")
    report = tmp_path / "report.docx"
    report.write_bytes(documents.word("Provision", "Ivy needs a quiet table.", headings=("Provision",)))
    page.locator("input[type=file]").set_input_files(str(report))
    page.get_by_role("button", name="Put it here").click()
    expect(page.get_by_text("report.docx is here")).to_be_visible()
    reader.look()
    page.get_by_role("button", name="Read it through before sending").click()
    expect(page.get_by_text("Check P4").first).to_be_visible()
    reader.look()
    page.get_by_role("button", name="Send my advice").click()
    expect(page.get_by_role("heading", name="Thank you. The council has your advice")).to_be_visible()
    reader.look()

    context.clear_cookies()
    reader.come_in_as(one("caseworker"))
    reader.go(where)
    page.get_by_role("link", name="Educational psychology service").click()
    expect(page.get_by_text("Ivy finds it hard to follow speech in noise.")).to_be_visible()
    expect(page.get_by_role("link", name="report.docx").first).to_be_visible()
    reader.look()
    page.get_by_role("button", name="Send it back with these reasons").click()
    expect(page.get_by_text("Sent back to its author with your reasons")).to_be_visible()
    reader.look()

    context.clear_cookies()
    come_by_link(reader)
    expect(page.get_by_text("The council asks you to add to your advice.")).to_be_visible()
    page.get_by_label("What is given").first.fill(
        "A teaching assistant for 20 minutes three times a week, until July 2027"
    )
    page.get_by_role("button", name="Read it through before sending").click()
    page.get_by_role("button", name="Send my advice").click()
    expect(page.get_by_role("heading", name="Thank you. The council has your advice")).to_be_visible()

    context.clear_cookies()
    reader.come_in_as(one("caseworker"))
    reader.go(f"{where}{Advice.objects.get().public_id}/")
    expect(page.get_by_text("It came 2 times")).to_be_visible()
    page.get_by_text("What changed on").click()
    reader.look()


def test_a_refused_file_and_an_expired_time_lose_no_words(reader, case, tmp_path):
    from goldenthread.casework.actions.advising import Ask, ask_for_advice

    ask_for_advice(case=case, asks=[Ask("d", "EP service", "meera@example.org")], on=world.TODAY, by=None)
    page = reader.page
    come_by_link(reader)
    page.get_by_label("Anything else").fill("These words took me an hour to write.")
    bad = tmp_path / "report.pdf"
    bad.write_bytes(documents.pdf_that("runs"))
    page.locator("input[type=file]").set_input_files(str(bad))
    page.get_by_role("button", name="Put it here").click()
    expect(page.get_by_text("holds a program").first).to_be_visible()
    expect(page.get_by_label("Anything else")).to_have_value("These words took me an hour to write.")
    reader.look()
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("Anything else").fill("These words took me two hours to write.")
    page.get_by_role("button", name="Save and stay").click()
    expect(page.get_by_text("These words took me two hours to write.")).to_be_visible()
    reader.look()
