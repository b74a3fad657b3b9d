"""Every page at 320 and 1280 pixels: axe finds nothing, nothing scrolls sideways, and a form that is sent as it opens
shows its errors as soundly."""

from __future__ import annotations

import contextlib
import itertools
import json
import re
from datetime import date
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver
from django.utils import timezone

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.casework.actions import importing
from goldenthread.casework.actions.access import let_advise
from goldenthread.casework.actions.advising import Ask, ask_for_advice, follow_up, send_back
from goldenthread.casework.actions.answering import By, save_draft, send_advice
from goldenthread.casework.actions.commenting import comment as plan_comment
from goldenthread.casework.actions.commenting import note_receipt
from goldenthread.casework.actions.consulting import consult
from goldenthread.casework.actions.delivering import say_what_was_given
from goldenthread.casework.actions.issuing import issue, report_of, set_aside
from goldenthread.casework.actions.panels import (
    arrange_sitting,
    countersign,
    decide,
    make_panel,
    put_to_panel,
)
from goldenthread.casework.actions.picturing import add_picture
from goldenthread.casework.actions.planning import add_line
from goldenthread.casework.actions.reviewing import plan_review
from goldenthread.casework.actions.taking_over import hold_case_file
from goldenthread.casework.actions.talking import write_to_us
from goldenthread.casework.models import Advice, Case, CaseImport, InheritedCase
from goldenthread.casework.queries.delivery import provision_in, term_of
from goldenthread.communication.models import Message, ShortAddress
from goldenthread.keeping.actions.closing import close_area, open_area
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.received.files import accepted
from goldenthread.localoffer.actions import importing as offer_lists
from goldenthread.localoffer.actions import newsletters
from goldenthread.localoffer.actions.commenting import comment, publish_answer
from goldenthread.localoffer.actions.entering import suggest
from goldenthread.localoffer.actions.keepers import let_keep
from goldenthread.localoffer.actions.loading import load_services
from goldenthread.localoffer.actions.upkeep import send_change, send_link
from goldenthread.localoffer.models import Event, Service, Subscriber
from goldenthread.openreferral.feeds import rows_of
from goldenthread.participation.models import Activity, GroupPaper, Outreach, Said, SharedPaper, Words
from goldenthread.partners.models import Organisation
from goldenthread.partners.models import Setting as SettingRow
from goldenthread.people.models import Adult, Relationship, Schooling
from goldenthread.programme.actions.facts import add_dependency
from goldenthread.programme.models import (
    Action,
    Area,
    Plan,
    Priority,
    Programme,
    Publication,
    Reading,
    Review,
    Risk,
    RouteStep,
)
from goldenthread.returns.demonstration import load_published
from goldenthread.returns.models import ReleaseUpload
from goldenthread.sensupport.models import Certificate, Cycle, Pupil, SencoPost
from goldenthread.transitions.actions.moves import plan_move
from goldenthread.transitions.actions.years import note_undated
from tests.accounts.test_passkeys import DEVICE
from tests.casework import letterbox, planworld, world
from tests.casework.actions.test_reviewing import final
from tests.casework.importing import rows
from tests.casework.planworld import DOT
from tests.casework.portable.moving import small
from tests.evidence import freezing, published, stating
from tests.journeys import pages
from tests.journeys.conftest import LOADED_ON
from tests.keeping import world as keeping
from tests.localoffer import lists
from tests.programme.factories import make_evidence, make_milestone, make_risk
from tests.readers import person
from tests.returns import own
from tests.transitions.adulthood import grown_up
from tests.worker import work_off

pytestmark = pytest.mark.browser
OK = (200, 401, 404, 422)
"""404 for a past day before the record began, which has a page of its own; 401 where single sign-on went wrong."""


def _names(resolver: URLResolver, space: str = "") -> list[str]:
    found = []
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            found.append(f"{space}{one.name}")
        else:
            found += _names(one, f"{one.namespace}:" if one.namespace else space)
    return found


GROUPS = [pages.PUBLIC, pages.LEAD_READS, pages.LEAD_WRITES, pages.ADMINISTRATOR, pages.ADMINISTRATOR_WRITES,
          pages.OWN_ACCOUNT, pages.WORKER, pages.WORKER_WRITES,
          pages.PLAN_READS, pages.PLAN_WRITES, pages.MANAGER, pages.SCHOOL, pages.ADVISER, pages.PANEL,
          pages.FAMILY, pages.ANALYST, pages.ANALYST_WRITES, pages.OFFER, pages.KEEPER, pages.PROVIDER,
          pages.WAITS, pages.SENDER, pages.CONTRACTS, pages.SENDER_WRITES, pages.COMMISSIONER, pages.COMMISSIONER_WRITES,
          pages.VOICE, pages.VOICE_KEEPER, pages.MESSAGES, pages.GROUP, pages.SAFEGUARDING, pages.SENCO, pages.INCLUSION,
          pages.ADULTHOOD, pages.ADULT_SERVICES, pages.KEEPING, pages.DUTY,
          pages.EMERGENCY]  # fmt: skip


def test_every_address_is_looked_at():
    listed = {name for group in GROUPS for name in group}
    listed |= pages.NO_PAGE | pages.NO_PAGE_OF_THEIR_OWN | set(pages.ELSEWHERE)
    names = set(_names(get_resolver()))
    assert names - listed == set(), (
        "add these addresses to tests/journeys/pages.py, so that somebody looks at them"
    )
    assert listed - names == set(), "these addresses are gone: take them out of tests/journeys/pages.py"


@pytest.fixture
def records(demonstration: None) -> dict[str, Any]:
    """One of everything, in the demonstration's area."""
    programme = Programme.objects.get()
    plan = Plan.objects.filter(is_public=True).first()
    area = Area.objects.filter(plan__is_public=False).first()
    action = Action.objects.filter(area=area).first()
    make_milestone(action, due=PartialDate(2026, 1))
    make_evidence(area, action=action)
    reading = Reading.objects.filter(actual__isnull=False).first()
    others = {
        "step": RouteStep.objects.filter(plan=plan).first().pk, "milestone": action.milestones.last().pk,
        "dependency": add_dependency(action=action, needs=Action.objects.filter(area__plan=area.plan).last(),
                                     on=LOADED_ON, by=None).pk,
        "measure": reading.measure.pk, "reading": reading.pk, "strategy": Priority.objects.first().plan.pk,
        "priority": Priority.objects.first().pk, "frozen": freezing.frozen(reading.measure, LOADED_ON).pk,
    }  # fmt: skip
    others |= stating.records(programme, on=LOADED_ON)
    return others | {"p": programme.slug, "plan": plan.pk, "area": area.pk, "action": action.pk,
            "closed": Area.objects.filter(plan=plan).first().pk,
            "review": Review.objects.first().pk, "risk": (Risk.objects.first() or make_risk(programme)).pk}  # fmt: skip


def _publish(records: dict[str, Any]) -> None:
    from goldenthread.programme.actions.publishing import publish

    publish(plan=Plan.objects.get(pk=records["plan"]), on=date(2026, 11, 1), by=_one("programme lead"))
    records["version"] = Publication.objects.get().pk
    records.update(published.records(Programme.objects.get(), on=LOADED_ON))


def _one(role: str) -> User:
    """The demonstration's person of a role."""
    user: User = RoleHolding.objects.filter(role=role.replace(" ", "-")).first().user
    return user


def _visit(reader: Any, group: dict[str, list[str]], records: dict[str, Any], *, send: bool = False) -> None:
    """Look at every page of a group; with `send`, send its main form as it opened and look again."""
    for name, addresses in group.items():
        for address in addresses:
            path = address.format(**records)
            answer = reader.page.goto(f"{reader.address}{path}")
            assert answer.status in OK, f"{name}: {path} answered {answer.status}"
            reader.look()
            button = reader.page.locator("main form[method=post] button[type=submit]")
            if send and button.count():
                button.last.click()
                reader.page.wait_for_load_state("domcontentloaded")
                reader.look()


def test_public_pages(reader, records):
    reader.go("/how-we-compare/")  # before anything is loaded
    load_published(on=LOADED_ON)
    _publish(records)
    records["area"] = records["closed"]
    _visit(reader, pages.PUBLIC, records, send=True)
    reader.page.goto(f"{reader.address}/nowhere/")
    reader.look()


def test_what_a_programme_lead_reads(reader, records):
    _publish(records)
    reader.come_in_as(_one("programme lead"))
    _visit(reader, pages.LEAD_READS, records)


def test_what_a_programme_lead_writes(reader, records):
    reader.come_in_as(_one("programme lead"))
    _visit(reader, pages.LEAD_WRITES, records, send=True)


def test_what_a_board_member_reads_of_a_programme(reader, records):
    _publish(records)
    reader.come_in_as(_one("board member"))
    _visit(reader, pages.LEAD_READS, records)
    reader.page.goto(f"{reader.address}/account/people/")
    reader.look()  # a page that they may not open


@pytest.mark.parametrize("page", ["actions/{action}", "areas/{area}", "risks/{risk}"])
def test_forms_that_stand_on_a_page_with_every_answer_wrong(reader, records, page):
    """Every form of the page, sent empty: each time the page comes back with its errors."""
    reader.come_in_as(_one("programme lead"))
    address = f"{reader.address}/work/{page.format(**records)}/"
    reader.page.goto(address)
    forms = reader.page.locator("main form[method=post]")
    for action in [forms.nth(number).get_attribute("action") for number in range(forms.count())]:
        reader.page.goto(address)
        reader.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        form = reader.page.locator(f"main form[method=post][action='{action}']")
        if form.count():  # one that was sent may be gone, as the milestone that it reached is
            form.first.locator("button[type=submit]").last.click()
            reader.page.wait_for_load_state("domcontentloaded")
            reader.look()


def test_two_people_editing_one_action(reader, records):
    from goldenthread.programme.actions.action_plan import update_action

    reader.come_in_as(_one("programme lead"))
    reader.page.goto(f"{reader.address}/work/actions/{records['action']}/words/")
    action = Action.objects.get(pk=records["action"])
    now = action.versions.get(known_until=None)
    update_action(action=action, changes={"text": "Somebody else’s words"}, based_on=now.pk, on=date(2026, 11, 20),
                  reason="", by=_one("board member"))  # fmt: skip
    reader.page.locator("main form[method=post] button[type=submit]").last.click()
    assert "Somebody else" in reader.page.content()
    reader.look()


def test_an_import_from_the_file_to_the_plan(reader, records, tmp_path):
    sheet = tmp_path / "plan.csv"
    sheet.write_text(
        "Area,Ref,Action,Lead,Due,Measure,Baseline,Target\n"
        "EHC plans,1.1,Recruit two psychologists,Head of SEND,March 2027,Plans in 20 weeks,46%,4.6\n"
        "EHC plans,1.2,Clear the overdue reviews,,,,,\n"
    )
    page = reader.page
    reader.come_in_as(_one("programme lead"))
    page.goto(f"{reader.address}/work/plans/{records['plan']}/import/")
    page.locator("input[type=file]").set_input_files(str(sheet))
    page.locator("main form[method=post] button[type=submit]").last.click()
    page.wait_for_url("**/uploads/**")
    reader.look()  # what was understood
    page.get_by_role("button", name="Bring it in").click()
    page.wait_for_load_state("domcontentloaded")
    reader.look()  # waiting for the worker
    assert "programme.bring_in" in work_off()
    page.get_by_role("heading", name="It is in").wait_for()  # the page finds it out by itself
    reader.look()


def test_a_programme_file_that_is_refused_and_one_that_changes_nothing(reader, records, tmp_path):
    from goldenthread.programme.exchange import as_file

    page, file = reader.page, tmp_path / "programme.json"
    reader.come_in_as(_one("programme lead"))
    for text in (
        '{"programme": {"slug": "x", "colour": "red"}}',
        json.dumps(as_file(Programme.objects.get())),
    ):
        file.write_text(text)
        page.goto(f"{reader.address}/work/programme/{records['p']}/file/")
        page.locator("input[type=file]").set_input_files(str(file))
        page.locator("main form[method=post] button[type=submit]").last.click()
        page.wait_for_load_state("domcontentloaded")
        reader.look()
    work_off()
    page.get_by_text("there is nothing to bring in").wait_for()
    reader.look()


def test_administrator_pages(reader, records):
    lead = _one("programme lead")
    gone = person("board member", name="Gone Away")
    User.objects.filter(pk=gone.pk).update(is_active=False, suspended_on=date(2026, 1, 5))
    records |= {"person": lead.public_id, "holding": lead.holdings.get().pk, "suspended": gone.public_id}
    reader.come_in_as(_one("administrator"))
    _visit(reader, pages.ADMINISTRATOR, records)
    _visit(
        reader,
        {name: pages.ADMINISTRATOR_WRITES[name] for name in ("accounts_add_person",)},
        records,
        send=True,
    )
    _visit(reader, pages.ADMINISTRATOR_WRITES, records)


def test_the_pages_of_ones_own_account(reader, records):
    reader.come_in_as(_one("programme lead"))
    _visit(reader, {"mfa_deactivate_totp": pages.OWN_ACCOUNT["mfa_deactivate_totp"]}, records)
    assert "/account/again/" in reader.page.url  # it asks first who you are
    reader.page.context.clear_cookies()
    reader.come_in_as(_one("programme lead"), again=True)
    _visit(reader, pages.OWN_ACCOUNT, records)
    reader.page.goto(f"{reader.address}/account/second-step/app/remove/")
    assert "/account/again/" not in reader.page.url


def test_the_pages_of_a_passkey_and_of_somebody_without_a_password(reader, records, settings):
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    page, lead = reader.page, _one("programme lead")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    reader.come_in_as(lead, again=True)
    reader.go("/account/second-step/passkeys/add/")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url(lambda address: "/add/" not in address)
    reader.look()
    passkey = Authenticator.objects.get(user=lead, type="webauthn").pk
    for path in ("passkeys/", f"passkeys/{passkey}/rename/", f"passkeys/{passkey}/remove/"):
        reader.go(f"/account/second-step/{path}")
    reader.go("/account/again/passkey/")
    page.context.clear_cookies()
    reader.come_in_as(person("board member"), again=True)
    reader.go("/account/password/set/")


def test_both_steps_of_sign_in(reader, records):
    page = reader.page
    page.goto(f"{reader.address}/account/login/")
    page.get_by_label("Email").fill("nobody@example.org")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    reader.look()
    reader.sign_in("programme lead")
    page.goto(f"{reader.address}/account/logout/")
    reader.look()


def test_the_first_second_step(reader, records):
    reader.come_in_as(person("board member"), second_step=False)
    reader.page.goto(f"{reader.address}/work/")
    reader.look()
    reader.page.goto(f"{reader.address}/account/second-step/app/add/")
    reader.look()
    reader.page.locator("main form[method=post] button[type=submit]").last.click()
    reader.look()


def test_a_form_that_is_sent_when_the_session_has_ended(reader, records):
    reader.come_in_as(_one("programme lead"))
    reader.page.goto(f"{reader.address}/work/actions/{records['action']}/")
    reader.page.get_by_role("textbox", name=re.compile("What has happened")).fill(
        "Half of the reviews are done by now."
    )
    reader.page.context.clear_cookies(name="sessionid")
    reader.page.get_by_role("button", name="Save the update").click()
    reader.page.get_by_role("heading", name="You were signed out before this was saved").wait_for()
    reader.look()


@pytest.fixture
def casework(records: dict[str, Any]) -> dict[str, Any]:
    """Two cases of the demonstration's worker, one with a plan."""
    worker = _one("caseworker")
    case = world.bring_to(world.make_case(worker=worker), "final-issued")
    request = world.make_case(world.make_child("Bea"), worker=worker, on=date(2026, 11, 2))
    manager = _one("casework-manager")
    world.join(manager, world.team())
    world.join(worker, world.team())
    robin = _one("family")
    for one in (case, request):
        world.parent_of(one.child, robin if one is case else None)
    planned = _planned(worker, robin)
    return {"case": case.public_id, "request": request.public_id, "event": case.events.first().pk,
            "worker": worker.pk, "family": robin.pk, **_files_of_cases(manager),
            **_letters(case), **_messages(case, robin), **_asked(worker), **_on_agenda(request), **planned,
            **_drafted(worker, robin, _one("setting")), **_moving(case), **grown_up(worker, robin)}  # fmt: skip


def _moving(case: Case) -> dict[str, Any]:
    """A move planned to the demonstration's school, and a name without a date of birth."""
    school = Organisation.objects.get(name="Oakbank Primary School")
    move = plan_move(case=case, year=2027, cohort="year-7", level="enhanced", reason="New places frighten Ash.",
                     profile="I like to know who meets me at the gate.", receiving=school, edition=0, on=world.TODAY,
                     by=None)  # fmt: skip
    undated = note_undated(name="Una Without", named_by="Oak Nursery, leavers", on=world.TODAY, by=None)
    return {"move": move.public_id, "undated": undated.pk}


def _files_of_cases(manager: User) -> dict[str, Any]:
    """Files of cases on every step of their way."""
    Organisation.objects.get_or_create(name=settings.AREA_NAME, defaults={"kind": "council"})
    bad = rows.row(9, UPN="A801200000009", Surname="")
    made = {name: importing.hold(name="old-system.csv", data=rows.as_csv(rows.row(1), rows.row(2), bad), by=manager)
            for name in ("held", "checked", "running", "failed", "came")}  # fmt: skip
    for name in ("checked", "came"):
        importing.carry_out_import(made[name], rehearse=True, on=world.TODAY, progress=lambda *_: None)
    importing.carry_out_import(made["came"], rehearse=False, on=world.TODAY, progress=lambda *_: None)
    states = {"running": {"state": "running", "steps": 3, "steps_done": 1, "doing": "row 3"},
              "failed": {"state": "failed", "outcome": {"trouble": ["Something went wrong on our side."]}}}  # fmt: skip
    for name, state in states.items():
        CaseImport.objects.filter(pk=made[name].pk).update(**state)
    return {name: upload.key for name, upload in made.items()}


def _planned(worker: User, robin: User) -> dict[str, Any]:
    """A case whose plan is held as data, with a review under way and support that was said to be given."""
    case = final(planworld.drafting(worker=worker))
    Relationship.objects.filter(child=case.child).update(adult=Adult.objects.get(user=robin))
    school, senco = (
        Organisation.objects.create(name="Oakbank Primary School", kind="education"),
        _one("setting"),
    )
    SettingRow.objects.create(organisation=school, kind="academy")
    world.join(senco, school)
    for child in (case.child, Case.objects.exclude(pk=case.pk).first().child):
        Schooling.objects.create(child=child, setting=school, starts_on=date(2022, 9, 1))
    plan_review(
        case=case,
        meeting_on=date(2027, 10, 19),
        invited=["the family", "the head"],
        on=date(2027, 10, 4),
        by=None,
    )
    line = provision_in(case.versions.first())[0].id
    say_what_was_given(case=case, line=line, term=term_of(date.today()), promised_minutes=1680, delivered_minutes=1200,
                       is_missed=True, why="The teacher was ill for three weeks.", on=date(2027, 10, 4), by=senco)  # fmt: skip
    InheritedCase.objects.create(case=case, authority="Millbourne Council", reference="EHC-2026-0417", made_on=date(2026, 11, 20),
                                 received_on=date(2026, 11, 20), sha256="0" * 64, content=small())  # fmt: skip
    alike = hold_case_file(
        name="case.zip", data=small(upn="", given_names="Elbie"), on=world.TODAY, by=worker
    )
    return {"planned": case.public_id, "alike": alike.key,
            "case_file": hold_case_file(name="case.zip", data=small(), on=world.TODAY, by=worker).key}  # fmt: skip


def _drafted(worker: User, robin: User, senco: User) -> dict[str, Any]:
    """A draft that went out: commented on, a school asked, a picture in it, and a need since then that nothing answers."""
    on = planworld.ON
    case = planworld.drafting(worker=worker, of=("Elver", "Larkfield"))
    Relationship.objects.filter(child=case.child).update(adult=Adult.objects.get(user=robin))
    sections = planworld.written(case).sections
    said, provision = (sections[key]["lines"][0]["id"] for key in ("A", "F"))
    add_picture(
        case=case,
        line=said,
        name="bus.png",
        content=DOT,
        description="A drawing of a red bus",
        on=on,
        by=worker,
    )
    for one in report_of(case, on).findings:  # the invented plan stands in two cases, and the guard notices
        if one.stops:
            set_aside(case=case, check=one.check, line=one.line, words=one.words, reason="Both plans are invented.", on=on,
                      by=worker)  # fmt: skip
    issue(case=case, stage="draft", on=on, by=worker)
    school = senco.memberships.get().organisation
    asked = consult(case=case, school=school, on=on, by=worker)
    words = "Elby needs the same teacher all year."
    comment = plan_comment(version=case.versions.get(), line=provision, words=words, on=on, by=robin)
    plan_comment(version=case.versions.get(), line="", words="Thank you.", on=on, by=robin)
    lonely = add_line(case=case, section="B", content={"text": "Elby falls often on stairs.", "area": "physical"}, on=on,
                      by=worker)  # fmt: skip
    note_receipt(version=case.versions.get(), on=on, by=robin)
    return {"drafted": case.public_id, "said": said, "provision": provision, "lonely": lonely, "comment": comment.public_id,
            "asked_school": asked.public_id}  # fmt: skip


def _asked(worker: User) -> dict[str, Any]:
    """A case in assessment, with advice asked of the demonstration's professional and of somebody who is late."""
    case = world.make_case(world.make_child("Cy"), worker=worker, on=date(2026, 8, 3))
    world.tell(case, "assessment-agreed", date(2026, 9, 1))
    asked = world.tell(
        case, "advice-requested", date(2026, 9, 2), of="psychology", body="Educational psychology service"
    )
    late = world.tell(case, "advice-requested", date(2026, 9, 2), of="medical", body="Community paediatrics",
                      reached_on="2026-09-04")  # fmt: skip
    world.tell(case, "advice-chased", date(2026, 10, 20), answers=late)
    access = let_advise(request=asked, adviser=_one("adviser"), on=date(2026, 9, 2), by=None)
    waiting = ask_for_advice(
        case=case, asks=[Ask("e", "Social care", "team@example.org")], on=world.TODAY, by=worker
    )[0]
    return {"assessing": case.public_id, "asked": asked.pk, "access": access.pk, "advice": _came(late, worker).public_id,
            "waiting": waiting.public_id}  # fmt: skip


def _came(request: Any, worker: User) -> Advice:
    """Advice that came in vague, went back and came again."""
    advice = follow_up(request=request, by=worker)
    for words in (
        "Regular support from skilled staff as required",
        "A teaching assistant for 20 minutes a day, until July 2027",
    ):
        draft = {
            "needs": ["Cy finds noise hard."],
            "provision": [{"what": words}],
            "words": "An eardrum is scarred.",
        }
        saved = save_draft(advice=advice, draft=draft, edition=advice.edition, by=None)
        advice = send_advice(
            advice=saved, whose=By("Dr Lee", "Paediatrician", date(2026, 10, 20)), on=world.TODAY, by=None
        )
        if "Regular" in words:
            advice = send_back(advice=advice, reason="Say who and how often.", on=world.TODAY, by=worker)
    return advice


def _on_agenda(case: Any) -> dict[str, Any]:
    """A request on the agenda of a panel, decided and signed by the demonstration's member."""
    member = _one("panel-member")
    body = make_panel(name="Assessment panel", by=None)
    member.memberships.create(body=body, starts_on=date(2020, 1, 1))
    sitting = arrange_sitting(body=body, sits_on=world.TODAY, on=world.TODAY, by=None)
    item = put_to_panel(
        case=case, sitting=sitting, question="assess", paper="The school asks for an assessment.", by=None
    )
    item = decide(item=item, answer="yes", reasons="The support so far has not been enough.", edition=1, on=world.TODAY,
                  by=_one("casework-manager"))  # fmt: skip
    countersign(item=item, edition=item.edition, on=world.TODAY, by=member)
    return {"sitting": sitting.public_id, "item": item.public_id}


def _letters(case: Any) -> dict[str, Any]:
    """A letter that went to a parent, and a draft to another who lives elsewhere."""
    letterbox.enter_services()
    world.parent_of(case.child, name="Sam Example")
    letterbox.house(case.child, *(one.adult for one in case.child.relationships.all()))
    sent, draft = letterbox.write(case, "final-plan", world.TODAY)
    return {"sent": letterbox.send(sent, world.TODAY).public_id, "draft": draft.public_id}


def _messages(case: Any, robin: User) -> dict[str, Any]:
    """A message with a file, and a request to correct a fact: neither is answered."""
    said = write_to_us(case=case, words="When is the meeting?", papers=[accepted("report.txt", b"A report")],
                       on=world.TODAY, by=robin)  # fmt: skip
    wrong = write_to_us(case=case, words="The birthday is wrong", should_say="5 May 2017", kind="correction",
                        on=world.TODAY, by=robin)  # fmt: skip
    return {"message": said.public_id, "correction": wrong.public_id}


def test_what_a_caseworker_reads_and_writes(reader, casework):
    reader.come_in_as(_one("caseworker"))
    _visit(reader, pages.WORKER, casework)
    _visit(reader, pages.WORKER_WRITES, casework, send=True)


def test_what_a_caseworker_reads_of_a_plan(reader, casework):
    reader.come_in_as(User.objects.get(pk=casework["worker"]))
    _visit(reader, pages.PLAN_READS, casework)


def test_what_a_caseworker_writes_of_a_plan(reader, casework):
    reader.come_in_as(User.objects.get(pk=casework["worker"]))
    _visit(reader, pages.PLAN_WRITES, casework, send=True)


def test_a_caseworker_without_cases(reader, records):
    reader.come_in_as(person("EHC caseworker"))
    _visit(reader, {"casework:home": ["/casework/"]}, records)


def test_what_a_manager_reads_and_writes(reader, casework):
    reader.come_in_as(_one("casework-manager"))
    _visit(reader, pages.MANAGER, casework, send=True)


def test_what_a_school_reads_and_writes(reader, casework):
    reader.come_in_as(_one("setting"))
    _visit(reader, pages.SCHOOL, casework, send=True)


@pytest.fixture
def sen_register(demonstration: None, casework: dict[str, Any]) -> dict[str, Any]:
    """The register of the demonstration's SENCO."""
    from goldenthread.sensupport.demonstration import invent_registers

    day = timezone.localdate()
    if not _one("setting").memberships.filter(organisation__kind="education").exists():
        school = Organisation.objects.filter(kind="education").first()
        _one("setting").memberships.create(organisation=school, starts_on=day)
    invent_registers(seed=5, on=day)
    cycle = Cycle.objects.filter(reviewed_on=None, number=2).first()
    new = Pupil.objects.filter(cycles=None, is_invented=True).first()
    return {"sen_pupil": cycle.pupil.public_id, "sen_cycle": cycle.public_id, "sen_new": new.public_id}


def test_what_a_senco_keeps(reader, sen_register):
    reader.come_in_as(_one("setting"))
    _visit(reader, pages.SENCO, sen_register, send=True)


def test_what_an_inclusion_officer_keeps(reader, sen_register):
    records = {
        "senco_post": SencoPost.objects.first().pk,
        "training_held": Certificate.objects.last().attendance.training.public_id,
        "certificate": Certificate.objects.last().public_id,
    }
    reader.come_in_as(_one("inclusion-officer"))
    _visit(reader, pages.INCLUSION, records, send=True)


def test_what_who_prepares_for_adult_life_keeps(reader, casework):
    reader.come_in_as(_one("adulthood-officer"))
    _visit(reader, pages.ADULTHOOD, casework, send=True)
    reader.page.context.clear_cookies()
    reader.come_in_as(_one("adult-services"))
    _visit(reader, pages.ADULT_SERVICES, casework, send=True)


def test_what_a_professional_reads(reader, casework):
    reader.come_in_as(_one("adviser"))
    _visit(reader, pages.ADVISER, casework)


def test_what_a_member_of_a_panel_reads(reader, casework):
    reader.come_in_as(_one("panel-member"))
    _visit(reader, pages.PANEL, casework)


def test_what_an_analyst_reads(reader, casework):
    reader.come_in_as(_one("analyst"))
    _visit(
        reader,
        pages.ANALYST,
        casework
        | own.records()
        | {
            "release": load_published(on=LOADED_ON).pk,
            "given_answer": own.answer(on=timezone.localdate()).key,
            "release_sent": ReleaseUpload.objects.create(
                name="all.zip", data=b"", title="Plans, 2025", state="running"
            ).key,
        },
    )
    _visit(reader, pages.ANALYST_WRITES, casework, send=True)


def test_what_a_family_reads(reader, casework):
    reader.come_in_as(User.objects.get(pk=casework["family"]), second_step=False)
    _visit(reader, pages.FAMILY, casework, send=True)


def _lists_brought_in() -> dict[str, Any]:
    """A list of schools that was rehearsed, with rows that look like an entry, and one that is in."""
    officer = _one("local-offer-officer")
    data = lists.schools({}, {"URN": "100002", "EstablishmentName": "Fairgate College"}, {"URN": "x"})
    lantern = lists.schools({"URN": "100003", "EstablishmentName": "Lantern School"})
    records_in = offer_lists.hold(name="schools.csv", data=lantern, by=officer)
    twin = Service.objects.get(name__startswith="Makaton for families")
    record = {**twin.approved.record, "id": "0b0e0a4e-1111-4222-8333-444455556666"}
    load_services(rows=rows_of([json.dumps(record).encode()]), now=timezone.now(), by=None)
    held = offer_lists.hold(name="schools-2026.csv", data=data.replace(b"Bramble Special School", b"Makaton for Families")
                            .replace(b"01632960001", b"01632 960003"), by=officer)  # fmt: skip
    for rehearse in (True, False):
        for one in (records_in, held)[: 2 if rehearse else 1]:
            offer_lists.send_to_worker(upload=one, rehearse=rehearse, by=officer)
        work_off()
        records_in.refresh_from_db()
    return {"list_held": held.key, "list_in": records_in.key}


NEWS = "## New groups\nTwo new groups for children who are not talking yet.\n- Mondays in Bilston\n- Fridays in Tettenhall"


@pytest.fixture
def offer(demonstration: None) -> dict[str, Any]:
    """The demonstration's Local Offer, and one of its services."""
    from goldenthread.localoffer.demonstration.load import load

    load(on=LOADED_ON)
    service = Service.objects.get(name__startswith="Talking Together")
    change = send_change(service=service, record={**service.approved.record, "name": "Talking Together at ten"},
                         note="We think it belongs to health", now=timezone.now(), by=None)  # fmt: skip
    link = send_link(service=service, sent_to="provider@example.org", on=timezone.localdate(), by=None)
    said = comment(topic="content", words="Nothing for teenagers who stammer", on=LOADED_ON, by=None)
    answered = comment(topic="access", words="The map is hard to read", on=LOADED_ON, by=None)
    publish_answer(comment=answered, published_words=answered.words, outcome="did", answer="The list comes first now.",
                   on=LOADED_ON, by=_one("local-offer-officer"))  # fmt: skip
    school = Service.objects.get(name__startswith="Quillbrook")
    for_school = send_link(service=school, sent_to="school@example.org", on=timezone.localdate(), by=None)
    missed = suggest(
        name="Judo for all",
        words="A club that welcomes wheelchair users.",
        place="Bilston",
        on=LOADED_ON,
        by=None,
    )
    draft, sent = (
        newsletters.write_newsletter(title=title, body=NEWS, by=None) for title in ("Summer", "Spring")
    )
    newsletters.send_newsletter(newsletter=sent, based_on=1, on=LOADED_ON, by=None)
    newsletters.ask_for_news(email="parent@example.org", on=LOADED_ON, by=None)
    news = {"news": sent.public_id, "news_draft": draft.public_id, "news_key": Subscriber.objects.get().key}
    return _lists_brought_in() | news | {"suggested": missed.public_id,
            "event_kept": Event.objects.first().public_id,
            "offered": service.public_id, "sent_change": change.pk, "said": said.public_id,
            "secret": link.rstrip("/").split("/")[-1], "a_school": school.public_id,
            "school_secret": for_school.rstrip("/").split("/")[-1]}  # fmt: skip


def test_the_local_offer(reader, offer):
    _visit(reader, pages.OFFER, offer, send=True)


def test_what_a_provider_keeps(reader, offer):
    provider = Service.objects.get(public_id=offer["offered"]).provider
    let_keep(provider=provider, email=_one("provider").email, on=timezone.localdate(), by=None)
    reader.come_in_as(_one("provider"), second_step=False)
    _visit(reader, pages.PROVIDER, offer, send=True)


def test_keeping_the_local_offer(reader, offer):
    reader.come_in_as(_one("local-offer-officer"))
    _visit(reader, pages.KEEPER, offer, send=True)


@pytest.fixture
def voices(demonstration: None) -> dict[str, Any]:
    """The demonstration's surveys and ledger."""
    from goldenthread.participation.demonstration.load import load

    load(on=timezone.localdate(), sorters=(_one("analyst"), _one("participation-officer")))
    return {"said_done": Said.objects.get(outcome="did").public_id, "said_open": Said.objects.get(outcome="").public_id,
            "activity": Activity.objects.first().public_id, "group_paper": GroupPaper.objects.last().public_id,
            "shared_paper": SharedPaper.objects.get().public_id,
            "outreach": Outreach.objects.first().public_id,
            "held_words": Words.objects.filter(state="held").first().public_id}  # fmt: skip


def test_having_a_say(reader, voices):
    _visit(reader, pages.VOICE, voices, send=True)


def test_keeping_what_people_say(reader, voices):
    reader.come_in_as(_one("participation-officer"))
    _visit(reader, pages.VOICE_KEEPER, voices, send=True)


def test_planning_what_families_should_know(reader, voices):
    from goldenthread.communication.demonstration import load

    load(on=timezone.localdate())
    reader.come_in_as(_one("communications-officer"))
    given = {
        "family_message": Message.objects.last().public_id,
        "short_address": ShortAddress.objects.last().code,
        "card": "help",
    }
    _visit(reader, pages.MESSAGES, given, send=True)


def test_the_room_of_a_group(reader, voices):
    reader.come_in_as(_one("group-member"), second_step=False)
    _visit(reader, pages.GROUP, voices, send=True)


def test_what_the_safeguarding_lead_reads(reader, voices):
    reader.come_in_as(_one("safeguarding-lead"))
    _visit(reader, pages.SAFEGUARDING, voices, send=True)


FILLINGS = ("0" * 8 + "-0000-4000-8000-" + "0" * 12, "1", "slug")


def _names_of(address: str) -> set[str]:
    """The names of all addresses that this one may be, however its parts are filled in."""
    parts, found = re.findall(r"\{\w+\}", address.split("?")[0]), set()
    for filling in itertools.product(FILLINGS, repeat=len(parts)):
        path = address.split("?")[0]
        for part, value in zip(parts, filling, strict=True):
            path = path.replace(part, value, 1)
        with contextlib.suppress(Resolver404):
            found.add(get_resolver().resolve(path).view_name)
    return found


def test_every_page_is_asked_for_by_name():
    """A name in a table is the name of the address that it leads to."""
    for group in GROUPS:
        for name, addresses in group.items():
            for address in addresses:
                assert name in _names_of(address), f"{address} leads to {_names_of(address)}, not {name}"


def _waits_sent() -> dict[str, Any]:
    """Three files of the demonstration's service lead: with mistakes, with a month that is here already, and one that is in."""
    from goldenthread.commissioning.actions.uploading import bring_in
    from goldenthread.commissioning.models import ServiceLine
    from tests.commissioning import waits

    lead, line = _one("service-lead"), ServiceLine.objects.get(slug="speech")
    wrong = waits.hold(lead, line, "2026-10", total="62%", waiting=(9, 9, 9, 9, 9, 9, 9))
    asked = waits.hold(lead, line, "2026-10", waiting=(20, 30, 60, 150, 100, 50, 0))
    done = waits.hold(lead, line, "2026-10", waiting=(20, 30, 60, 150, 100, 51, 0))
    bring_in(upload=done, decided={"speech:2026-10": "2"}, on=LOADED_ON, by=lead)
    return {"waits_wrong": wrong.key, "waits_asked": asked.key, "waits_in": done.key}


@pytest.fixture
def waiting(demonstration: None) -> None:
    """The demonstration's services and their waits."""
    from goldenthread.commissioning.demonstration.waits import load_waits

    load_waits(on=LOADED_ON)


def test_waits_for_anybody(reader, waiting):
    _visit(reader, pages.WAITS, {})


def test_what_a_service_lead_reads_and_sends(reader, waiting):
    from goldenthread.commissioning.demonstration.joint import load_joint
    from goldenthread.commissioning.models import JointService

    records = _waits_sent()
    reader.come_in_as(_one("service-lead"))
    _visit(reader, pages.SENDER, records, send=True)
    load_joint(on=LOADED_ON)
    _visit(reader, pages.CONTRACTS, {"given": JointService.objects.get(name="Therapies in schools").pk})
    _visit(reader, pages.SENDER_WRITES, records, send=True)


def test_what_a_joint_commissioner_reads_and_writes(reader, waiting):
    from goldenthread.commissioning.demonstration.joint import load_joint
    from goldenthread.commissioning.demonstration.money import load_money
    from goldenthread.commissioning.models import ForecastLine, JointService, PersonalBudget, ServiceMeasure

    load_joint(on=LOADED_ON)
    load_money(on=LOADED_ON)
    records = {"bought": JointService.objects.first().pk, "driver": ForecastLine.objects.first().pk,
               "budget": PersonalBudget.objects.first().pk, "asked_for": ServiceMeasure.objects.first().pk,
               "advises": JointService.objects.get(is_advice=True).pk}  # fmt: skip
    reader.come_in_as(_one("joint-commissioner"))
    _visit(reader, pages.COMMISSIONER, records)
    _visit(reader, pages.COMMISSIONER_WRITES, records, send=True)


def test_what_a_data_protection_officer_keeps(reader, db):
    kept = keeping.records()
    reader.come_in_as(kept.pop("officer"))
    _visit(reader, pages.KEEPING, kept, send=True)


def test_what_a_duty_officer_does(reader, db):
    kept = keeping.alerted()
    reader.come_in_as(kept["officer"])
    _visit(reader, pages.DUTY, kept, send=True)
    close_area(reason="A parent sees another’s plan", at=timezone.now(), by=kept["officer"])
    reader.page.goto(f"{reader.address}/keeping/shut/")
    reader.look()
    reader.page.goto(f"{reader.address}/keeping/alerts/")
    reader.look()
    reader.page.goto(f"{reader.address}/keeping/emergency/")
    reader.look()  # shut
    open_area(at=timezone.now(), by=kept["officer"])
    open_area(at=timezone.now(), by=person("duty-officer"))
    reader.page.goto(f"{reader.address}/report/")
    reader.page.locator("textarea").fill("Another child’s name")
    reader.page.locator("main form[method=post] button[type=submit]").click()
    reader.look()
    reader.come_in_as(person("caseworker"))
    _visit(reader, pages.EMERGENCY, kept, send=True)
