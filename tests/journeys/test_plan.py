"""A plan in a real browser, from a psychologist's answer by link to the changed plan a year later: one thread, on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
import time_machine
from playwright.sync_api import expect

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.casework.actions import reviewing
from goldenthread.casework.models import Case, PlanText
from goldenthread.casework.queries.reviews import outcomes_to_review
from goldenthread.partners.models import Organisation
from goldenthread.people.models import Schooling
from tests.casework import letterbox, planworld, world
from tests.journeys.test_advice import in_mail

pytestmark = pytest.mark.browser
DRAFTED, FINAL, TOLD = date(2026, 11, 24), date(2026, 12, 14), date(2027, 2, 1)
INVITED, MET, CHANGED, AMENDED = date(2027, 9, 20), date(2027, 10, 19), date(2027, 11, 2), date(2027, 11, 22)
SERVICE, SAID = "Educational psychology, again", "Elby’s worry is highest at the gate on reading days."
NEED = "Elby is anxious before school on reading days."
OUTCOME = "By July 2027 Elby will come into school calmly on reading days, as the gate book shows."
PROVISION = "A teaching assistant will meet Elby at the gate, one to one, before each reading lesson."


def one(role: str) -> User:
    """The demonstration's person of a role."""
    user: User = RoleHolding.objects.get(role=role).user
    return user


@contextmanager
def on(day: date, reader: Any, role: str) -> Iterator[Any]:
    """A day on which somebody is at the browser."""
    with time_machine.travel(f"{day}T10:00:00Z", tick=True):
        reader.page.context.clear_cookies()
        reader.come_in_as(one(role), second_step=role != "family")
        yield reader.page


@pytest.fixture
def case(demonstration: None) -> Case:
    """A case with all advice in and most of its plan written, its parent, and its school with its SENCO."""
    case = planworld.drafting(worker=one("caseworker"), parent=one("family"))
    planworld.written(case)
    school = Organisation.objects.create(name="Oakbank Primary School", kind="education")
    world.join(one("setting"), school)
    Schooling.objects.create(child=case.child, setting=school, starts_on=date(2022, 9, 1))
    letterbox.enter_services()
    return case


def at(case: Case, more: str = "") -> str:
    return f"/casework/cases/{case.public_id}/plan/{more}"


def last(case: Case, section: str) -> str:
    """The id of the last line of a section."""
    return str(PlanText.objects.get(case=case).sections[section]["lines"][-1]["id"])


def save_line(page: Any) -> None:
    page.get_by_role("button", name="Save the line").click()
    expect(page.get_by_text("is saved.").first).to_be_visible()


def ask_psychologist(reader: Any, page: Any, case: Case) -> None:
    """One more question to the psychologist, by mail."""
    reader.go(f"/casework/cases/{case.public_id}/advice/")
    page.locator("[name=body_d]").fill(SERVICE)
    page.locator("[name=email_d]").fill("ep@example.org")
    page.get_by_role("button", name="Ask them").click()
    expect(page.get_by_text(f"Asked: {SERVICE}")).to_be_visible()


def answer_by_link(reader: Any, page: Any) -> None:
    """The psychologist, without an account: link, code, form."""
    page.context.clear_cookies()
    reader.go(in_mail(r"(/advice/link/[\w-]+/)"))
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill(in_mail(r"\b[2-9A-Z]{4} [2-9A-Z]{4}\b"))
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Your name").fill("J. Quarrdale")
    page.get_by_label("Your profession or part").fill("Educational psychologist")
    for part, value in (("day", "24"), ("month", "11"), ("year", "2026")):
        page.locator(f"[name=dated_on_{part}]").fill(value)
    page.get_by_label("Need 1").fill(SAID)
    page.get_by_role("button", name="Read it through before sending").click()
    page.get_by_role("button", name="Send my advice").click()
    expect(page.get_by_role("heading", name="Thank you. The council has your advice")).to_be_visible()


def build(reader: Any, page: Any, case: Case) -> None:
    """A need from what the psychologist wrote, an outcome and provision for it; the checks speak on the way."""
    answered = case.advice.get(body=SERVICE)
    reader.go(at(case, f"sections/B/?advice={answered.key}"))
    page.get_by_role("link", name=re.compile("Make a line of B from it")).first.click()
    expect(page.locator("[name=text]")).to_have_value(SAID)
    page.locator("[name=text]").fill(NEED)
    page.locator("[name=area]").select_option("emotional")
    save_line(page)
    reader.look()
    page.goto(f"{reader.address}{at(case, 'sections/E/add/')}")
    page.locator("[name=text]").fill(OUTCOME)
    page.locator(f"[name=needs][value={last(case, 'B')}]").check()
    page.locator("[name=measure]").fill("the book that is kept at the gate")
    save_line(page)
    page.goto(f"{reader.address}{at(case, 'sections/F/add/')}")
    page.locator("[name=text]").fill("Elby will have access to support as required.")
    expect(page.locator("#findings").get_by_text("Think again").first).to_be_visible()  # while it is typed
    page.locator("[name=text]").fill(PROVISION)
    page.locator(f"[name=needs][value={last(case, 'B')}]").check()
    page.locator(f"[name=outcomes][value={last(case, 'E')}]").check()
    page.locator("[name=who]").fill("teaching assistant")
    save_line(page)
    page.goto(f"{reader.address}{at(case, 'sections/K/add/')}")
    page.locator("[name=advice]").select_option(answered.key)
    save_line(page)


def send(reader: Any, page: Any, case: Case, stage: str) -> None:
    page.goto(f"{reader.address}{at(case, 'send/')}")
    page.locator(f"[name=stage][value={stage}]").check()
    page.get_by_role("button", name="Seal it and send it out").click()
    expect(page.get_by_text("is sealed. Now write the letter").first).to_be_visible()
    reader.look()


def name_school(reader: Any, page: Any, case: Case) -> None:
    page.goto(f"{reader.address}{at(case, 'sections/I/add/')}")
    page.locator("[name=name]").fill("Oakbank Primary School")
    page.locator("[name=kind]").fill("mainstream primary school")
    save_line(page)


def comment_on(reader: Any, page: Any, case: Case, line: str, words: str) -> None:
    page.goto(f"{reader.address}/my/{case.public_id}/plan/")
    page.locator(f"#{line}").get_by_role("link", name=re.compile("Say something about this")).click()
    page.get_by_label("What do you want to say?").fill(words)
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("It gets an answer before the plan is final").first).to_be_visible()


def answer_all(reader: Any, page: Any, case: Case) -> None:
    reader.go(at(case, "comments/"))
    while page.get_by_role("link", name=re.compile("Answer this")).count():
        page.get_by_role("link", name=re.compile("Answer this")).first.click()
        page.get_by_label("The plan is changed for it").check()
        page.get_by_label("Our answer").fill("Yes: the assistant is named by role, and stays all year.")
        page.get_by_role("button", name="Send the answer").click()
        expect(page.get_by_text("can read it now").first).to_be_visible()
    reader.look()


def review(case: Case) -> None:
    """The year's review, whose report says how far each outcome came."""
    found = reviewing.plan_review(case=case, meeting_on=MET, invited=["the family"], on=INVITED, by=None)
    world.tell(case, "review-met", MET)
    progress = {one.id: ("partly-met", "Calm on three days of four") for one in outcomes_to_review(case)}
    reviewing.write_review(review=found, edition=1, progress=progress, views="I like the gate.", recommendation="amend",
                           reasons="More time is needed.", by=None)  # fmt: skip
    found.refresh_from_db()
    reviewing.send_report(review=found, on=MET, by=None)


def test_one_thread_from_an_answer_by_link_to_the_changed_plan(reader, case):
    with on(DRAFTED, reader, "caseworker") as page:
        ask_psychologist(reader, page, case)
        answer_by_link(reader, page)
    with on(DRAFTED, reader, "caseworker") as page:
        build(reader, page, case)
        send(reader, page, case, "draft")
    need, provision = last(case, "B"), last(case, "F")
    with on(DRAFTED, reader, "family") as page:
        reader.go(f"/my/{case.public_id}/plan/")
        comment_on(reader, page, case, need, "It began in year 2.")
        comment_on(reader, page, case, provision, "Please let it be the same person all year.")
        reader.go(f"/my/{case.public_id}/plan/")
    with on(FINAL, reader, "caseworker") as page:
        answer_all(reader, page, case)
        name_school(reader, page, case)
        letterbox.write(case, "final-plan", FINAL)
        send(reader, page, case, "final")
    with on(TOLD, reader, "setting") as page:
        reader.go(f"/my/{case.public_id}/support/")
        page.locator(f"[name=given_{provision}][value=given]").check()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("The family can read it now").first).to_be_visible()
    review(case)
    with on(CHANGED, reader, "caseworker") as page:
        page.goto(f"{reader.address}{at(case, f'lines/{provision}/')}")
        page.locator("[name=text]").fill(PROVISION.replace("before each", "before and after each"))
        save_line(page)
        page.goto(f"{reader.address}{at(case, 'lines/' + last(case, 'I') + '/')}")
        page.get_by_role("button", name="Take this line out").click()  # a notice of changes names no school
        send(reader, page, case, "amendment")
    with on(AMENDED, reader, "caseworker") as page:
        name_school(reader, page, case)
        letterbox.write(case, "amended-plan", AMENDED)
        send(reader, page, case, "amended")
    with on(AMENDED, reader, "family") as page:
        reader.go(f"/my/{case.public_id}/plan/thread/")
        strand = page.locator("section", has=page.locator(f"#need-{need}"))
        places = [strand.inner_text().index(words) for words in (
            SAID, "The need", OUTCOME, "before and after each", "Draft, version 1",
            "Final plan, version 2", "Given as promised", f"The review of {last(case, 'E')}: partly reached",
            "Proposed changes, version 3",
        )]  # fmt: skip
        assert places == sorted(places)
