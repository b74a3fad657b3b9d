"""Every address, asked for by everybody: exactly those come in whom the table names."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.template import loader
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from goldenthread.casework.actions.feeds import make_feed
from goldenthread.casework.models import Case
from goldenthread.config import urls
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.received.files import accepted
from goldenthread.localoffer.actions import newsletters
from goldenthread.localoffer.actions.attaching import attach
from goldenthread.localoffer.actions.commenting import comment
from goldenthread.localoffer.actions.entering import suggest
from goldenthread.localoffer.actions.importing import hold as hold_list
from goldenthread.localoffer.actions.keepers import let_keep
from goldenthread.localoffer.actions.upkeep import send_change, send_link
from goldenthread.localoffer.models import Event, Service, Taxonomy, Term
from goldenthread.participation.actions import workspace
from goldenthread.participation.actions.ledger import record_activity, record_said
from goldenthread.participation.models import Words
from goldenthread.programme.actions.facts import add_dependency
from goldenthread.programme.actions.publishing import publish
from goldenthread.programme.models import (
    Action,
    Area,
    Plan,
    Priority,
    Programme,
    Reading,
    Review,
    RouteStep,
    Upload,
)
from goldenthread.returns.demonstration import load_published
from goldenthread.returns.models import ReleaseUpload
from goldenthread.sensupport.actions.certificates import issue_certificates
from goldenthread.sensupport.actions.register import enter_pupil
from goldenthread.sensupport.actions.workforce import add_training, name_senco, note_attendance
from tests.access import table
from tests.access.people import EVERYBODY, ONE_OF_EACH_ROLE, people_around, records_of
from tests.casework import world
from tests.commissioning import bought, waits
from tests.communication import world as telling
from tests.evidence import freezing, published, stating
from tests.localoffer import lists
from tests.participation import world as voice
from tests.programme.factories import make_milestone, make_risk
from tests.readers import sign_in
from tests.returns import own
from tests.sensupport import world as sen

pytestmark = pytest.mark.django_db


def _names(resolver: URLResolver, space: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}"
        else:
            yield from _names(one, f"{one.namespace}:" if one.namespace else space)


def test_every_address_has_a_row():
    names = set(_names(get_resolver()))
    listed = set(table.TABLE) | set(table.ELSEWHERE)
    assert names - listed == set(), "say in tests/access/table.py who comes in here"
    assert listed - names == set(), "these addresses are gone: take them out of tests/access/table.py"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def people(db: None) -> dict[str, Any]:
    """The case, everybody around it, and what the addresses are filled in with."""
    case = world.bring_to(
        world.make_case(world.make_child("Ash"), team=world.team("North")), "assessment-agreed"
    )
    away = world.bring_to(
        world.make_case(world.make_child("Bo"), team=world.team("South")), "assessment-agreed"
    )
    made = people_around(case, away)
    return {
        "people": made,
        "records": records_of(case, made) | {"secret": make_feed(worker=made["worker"], on=world.TODAY)},
    }


def programme_records(lead: Any) -> dict[str, Any]:
    """One of everything in the demonstration's programme; the upload is the lead's own."""
    from goldenthread.programme.demonstration.load import load

    load(on=world.TODAY)
    plan, area = (
        Plan.objects.filter(is_public=True).first(),
        Area.objects.filter(plan__is_public=False).first(),
    )
    action, reading = (
        Action.objects.filter(area=area).first(),
        Reading.objects.filter(actual__isnull=False).first(),
    )
    milestone = make_milestone(action, due=PartialDate(2026, 1))
    other = Action.objects.filter(area__plan=area.plan).last()
    upload = Upload.objects.create(
        programme=plan.programme, plan=plan, name="plan.csv", data=b"Action\n", recorded_by=lead
    )
    return {
        "p": Programme.objects.get().slug, "plan": plan.pk, "area": area.pk, "action": action.pk, "milestone": milestone.pk,
        "public_area": Area.objects.filter(plan=plan).first().pk, "review": Review.objects.first().pk,
        "risk": make_risk(Programme.objects.get()).pk, "step": RouteStep.objects.filter(plan=plan).first().pk,
        "dependency": add_dependency(action=action, needs=other, on=world.TODAY, by=None).pk, "reading": reading.pk,
        "measure": reading.measure.pk, "strategy": Priority.objects.first().plan.pk, "priority": Priority.objects.first().pk,
        "frozen": freezing.frozen(reading.measure, world.TODAY).pk,
        "remark": freezing.remark(reading.measure, world.TODAY).pk,
        "version": publish(plan=plan, on=world.TODAY, by=None).pk, "upload": upload.key,
        **published.records(plan.programme, on=world.TODAY), **stating.records(plan.programme, on=world.TODAY),
        "release": load_published(on=world.TODAY).pk, **own.records(),
        "given_answer": own.answer().key,
        "release_sent": ReleaseUpload.objects.create(name="all.zip", data=b"", title="2025").key,
    }  # fmt: skip


def _sent_change(service: Service) -> Any:
    return send_change(
        service=service, record={**service.approved.record, "name": "New"}, now=timezone.now(), by=None
    )


def _sent_news() -> Any:
    draft = newsletters.write_newsletter(title="Spring", body="New groups", by=None)
    return newsletters.send_newsletter(newsletter=draft, based_on=1, on=world.TODAY, by=None)


def offer_records() -> dict[str, Any]:
    """One of everything in the demonstration's Local Offer."""
    from goldenthread.localoffer.demonstration.load import load

    load(on=world.TODAY)
    service = Service.objects.first()
    return {
        "offered": service.public_id, "offering": service.provider.public_id,
        "offered_place": service.approved.record["service_at_locations"][0]["id"],
        "sent_change": _sent_change(service).pk, "list_held": hold_list(name="list.csv", data=lists.schools(), by=None).key,
        "attached": attach(form="document", to=service, title="A paper", on=world.TODAY, by=None,
                           file=accepted("paper.txt", b"Words")).public_id,
        "suggested": suggest(name="Judo", words="For all", on=world.TODAY, by=None).public_id,
        "news": _sent_news().public_id, "event_kept": Event.objects.first().public_id,
        "said": comment(topic="content", words="Hello", on=world.TODAY, by=None).public_id,
        "update_secret": send_link(service=service, sent_to="a@example.org", on=world.TODAY, by=None).rstrip("/").split("/")[-1],
        "vocabulary": Taxonomy.objects.first().public_id, "word": Term.objects.first().public_id,
    }  # fmt: skip


def kept_by(provider: Any) -> dict[str, Any]:
    """An entry that the provider's account keeps."""
    service = Service.objects.last()
    let_keep(provider=service.provider, email=provider.email, on=world.TODAY, by=None)
    return {"kept_entry": service.public_id}


def commissioning_records(people: dict[str, Any]) -> dict[str, Any]:
    """A service of the service lead's own trust, and a file that they hold."""
    lead = people["service-lead"]
    line = waits.make_line(provider=lead.memberships.get().organisation)
    waits.record(line, "2026-09", (10, 20, 30, 40, 10, 5, 0))
    waits.record(line, "2026-10", (10, 20, 30, 40, 10, 5, 0))
    cost = bought.make_cost()
    return {"shared": cost.pk, "dispute": bought.make_dispute(cost).pk, "scenario": bought.make_scenario().pk,
            "waited": line.slug, "waits_held": waits.hold(lead, line, "2026-11").key,
            "bought": bought.make_service().pk, "driver": bought.make_line().pk, "budget": bought.make_budget().pk,
            "asked_for": bought.make_measure().pk,
            "advises": bought.make_service("Advice", is_advice=True).pk}  # fmt: skip


def voice_records() -> dict[str, Any]:
    """One of everything that people said; one answer was stopped by the rules."""
    survey = voice.make_survey(text_code="BCDFGH")
    voice.answer(survey, 1, 1, 1, "He hits me")
    for month in (3, 9):
        voice.wave(f"wave-{month}", 10, 20, world.TODAY.replace(month=month))
    return {
        "survey": survey.slug, "survey_text_code": survey.text_code, "held_words": Words.objects.get().public_id,
        "voice_said": record_said(fields=voice.SAID, by=None).public_id,
        "family_message": telling.message().public_id, "short_address": telling.address().code,
        "card": "help", "print_run": telling.print_run().pk,
        "outreach": voice.outreach().public_id, "activity": record_activity(fields=voice.ACTIVITY, by=None).public_id,
    }  # fmt: skip


def room_records(people: dict[str, Any]) -> dict[str, Any]:
    """A group's draft, and what it shared."""
    draft = voice.room(people["group-member"])
    return {
        "group_draft": draft.public_id,
        "group_shared": workspace.share_paper(paper=draft, on=world.TODAY, by=None).public_id,
    }


def answer(client: Client, address: str) -> str:
    """How somebody is answered, in the words of the table."""
    response = client.get(address)
    if response.status_code == 302 and "/account/login/" in response.url:
        return "sign in"
    return str(response.status_code) if response.status_code in (403, 404) else "in"


@pytest.fixture
def nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer without drawing a page: thousands of cells ask only whether somebody comes in, and each view decides that itself."""
    monkeypatch.setattr(loader, "render_to_string", lambda *a, **k: "")
    monkeypatch.setattr(urls, "handler403", lambda http, exception: HttpResponse(status=403))
    monkeypatch.setattr(urls, "handler404", lambda http, exception: HttpResponse(status=404))


def differences(
    rows: dict[str, table.Row], records: dict[str, Any], people: dict[str, Any], whose: tuple[str, ...]
) -> tuple[int, list[str]]:
    """The number of cells that were tried, and those that are not as the table says."""
    wrong, cells = [], 0
    for who in whose:
        client = Client() if who == "anonymous" else sign_in(Client(), people[who])
        for name, row in rows.items():
            given, cells = answer(client, row.address.format(**records)), cells + 1
            if given != row.expected(who):
                wrong.append(f"{name} for {who}: {given}, and not {row.expected(who)}")
    return cells, wrong


def test_casework_for_everybody(people, nothing_is_drawn, capsys, record_property):
    rows = {**table.CASEWORK, **table.FAMILY}
    cells, wrong = differences(rows, people["records"], people["people"], EVERYBODY)
    with capsys.disabled():
        print(f"\naccess to casework: {cells} cells, {len(wrong)} otherwise than the table says")
    record_property("counted", {"what": "cells of casework", "tried": cells, "failed": len(wrong)})
    assert not wrong, "\n".join(wrong)


def test_the_rest_for_everybody(people, nothing_is_drawn, capsys, record_property):
    rows = {**table.PUBLIC, **table.OFFER, **table.VOICE, **table.ACCOUNT, **table.PROGRAMME}
    records = people["records"] | programme_records(people["people"]["programme-lead"]) | offer_records()
    records |= voice_records() | room_records(people["people"]) | kept_by(people["people"]["provider"])
    cells, wrong = differences(rows, records, people["people"], ONE_OF_EACH_ROLE)
    with capsys.disabled():
        print(f"\naccess to the rest: {cells} cells, {len(wrong)} otherwise than the table says")
    record_property("counted", {"what": "cells of the rest", "tried": cells, "failed": len(wrong)})
    assert not wrong, "\n".join(wrong)


def _certificate(training: Any, school: Any) -> Any:
    note_attendance(training=training, setting=school, name="A. Teacher", before=None, after=None, by=None)
    issue_certificates(training=training, on=world.TODAY, by=None)
    return training.attendances.get().certificate.public_id


def sen_records(people: dict[str, Any], case: Any) -> dict[str, Any]:
    """The child of the case on the register of the school that teaches them, with a cycle."""
    school = people["setting"].memberships.get(organisation__isnull=False).organisation
    child = case.child
    pupil = enter_pupil(setting=school, given_names=child.given_names, family_name=child.family_name, born_on=child.born_on,
                        code="K", primary_need="ASD", on=world.TODAY, by=None)  # fmt: skip
    assert pupil.child == child
    post = name_senco(setting=school, name="A. Senco", starts_on=world.TODAY, by=None)
    held = add_training(
        title="Stammering",
        held_on=world.TODAY,
        is_network=False,
        is_co_delivered=False,
        why="",
        strategies=[],
        by=None,
    )
    return {"sen_pupil": pupil.public_id, "sen_cycle": sen.cycle(pupil).public_id, "senco_post": post.pk,
            "training_held": held.public_id, "certificate": _certificate(held, school)}  # fmt: skip


def test_a_schools_register_for_everybody(people, nothing_is_drawn, capsys, record_property):
    records = sen_records(people["people"], Case.objects.get(child__given_names="Ash"))
    cells, wrong = differences(table.SEN, records, people["people"], EVERYBODY)
    with capsys.disabled():
        print(f"\naccess to a school's register: {cells} cells, {len(wrong)} otherwise than the table says")
    record_property("counted", {"what": "cells of a school's register", "tried": cells, "failed": len(wrong)})
    assert not wrong, "\n".join(wrong)


def test_commissioning_for_everybody(people, nothing_is_drawn, capsys, record_property):
    records = commissioning_records(people["people"])
    cells, wrong = differences(table.COMMISSIONING, records, people["people"], ONE_OF_EACH_ROLE)
    with capsys.disabled():
        print(f"\naccess to commissioning: {cells} cells, {len(wrong)} otherwise than the table says")
    record_property("counted", {"what": "cells of commissioning", "tried": cells, "failed": len(wrong)})
    assert not wrong, "\n".join(wrong)


def test_a_guess_is_answered_as_a_record_that_never_was(people, record_property):
    """Byte for byte: what exists and may not be known of is like what does not exist."""
    records = people["records"]
    missing = {
        name: uuid.uuid4() if isinstance(value, uuid.UUID) else 999_999 for name, value in records.items()
    } | {"secret": "no"}
    client = sign_in(Client(), people["people"]["worker-elsewhere"])
    tried = 0
    for name, row in {**table.CASEWORK, **table.FAMILY}.items():
        if row.knows is None or "worker-elsewhere" in row.knows:
            continue
        guess, nothing = client.get(row.address.format(**records)), client.get(row.address.format(**missing))
        assert (guess.status_code, nothing.status_code) == (404, 404), name
        assert guess.content == nothing.content, name
        tried += 1
    record_property("counted", {"what": "guessed addresses", "tried": tried, "failed": 0})
    assert tried > 30
