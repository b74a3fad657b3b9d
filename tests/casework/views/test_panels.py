"""Panels' pages: from a case onto an agenda, decided, signed by another, carried into the case."""

from datetime import date

import pytest
from django.test import Client

from goldenthread.casework.actions.panels import arrange_sitting, make_panel, put_to_panel
from goldenthread.casework.models import AgendaItem, Sitting
from goldenthread.partners.models import Body
from tests.casework import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_manager(db):
    manager = person("SEND casework manager", name="Mo Manager")
    world.join(manager, world.team())
    return sign_in(Client(), manager)


@pytest.fixture
def sitting(db):
    body = make_panel(name="Assessment panel", by=None)
    return arrange_sitting(body=body, sits_on=world.TODAY, on=world.TODAY, by=None)


@pytest.fixture
def as_member(sitting):
    member = person("panel member", name="Pat Panel")
    member.memberships.create(body=sitting.body, starts_on=date(2020, 1, 1))
    return sign_in(Client(), member)


@pytest.fixture
def item(request_case, sitting):
    return put_to_panel(
        case=request_case, sitting=sitting, question="assess", paper="Read this first.", by=None
    )


def address(item, more=""):
    return f"/casework/panels/{item.sitting.public_id}/{item.public_id}/{more}"


def test_a_manager_arranges_a_sitting_of_a_new_panel(as_manager):
    day = {"sits_on_day": "1", "sits_on_month": "12", "sits_on_year": "2026"}
    assert (
        as_manager.post(
            "/casework/panels/arrange/", {"panel": "new", "new_panel": "Assessment panel", **day}
        ).status_code
        == 302
    )
    assert (Body.objects.get(name="Assessment panel").kind, Sitting.objects.get().sits_on) == (
        "panel",
        date(2026, 12, 1),
    )


def test_a_new_panel_needs_a_name(as_manager):
    answer = as_manager.post("/casework/panels/arrange/", {"panel": "new"})
    assert answer.status_code == 422
    assert "Enter the name of the new panel" in answer.content.decode()


def test_a_worker_puts_a_case_on_an_agenda(as_worker, request_case, sitting):
    where = f"/casework/cases/{request_case.public_id}/panel/"
    assert as_worker.post(where, {"sitting": sitting.pk, "question": "assess"}).status_code == 422
    assert (
        as_worker.post(where, {"sitting": sitting.pk, "question": "assess", "paper": "Read this"}).status_code
        == 302
    )
    assert "Assessment panel" in as_worker.get(f"/casework/cases/{request_case.public_id}/").content.decode()


def test_a_decision_is_written_signed_by_another_and_carried_into_the_case(as_manager, as_member, item):
    assert (
        as_manager.post(
            address(item), {"edition": 1, "answer": "no", "reasons": "The school can meet it."}
        ).status_code
        == 302
    )
    page = as_manager.get(address(item)).content.decode()
    assert "Waits for a second signature" in page
    assert "Sign this decision" not in page
    assert "Carry it into the case" not in page
    assert "Sign this decision" in as_member.get(address(item)).content.decode()
    as_member.post(address(item, "sign/"), {"edition": 2})
    as_manager.post(address(item, "carry/"))
    item.case.standing.refresh_from_db()
    assert item.case.standing.stage == "refused-assess"


def test_two_people_deciding_the_second_sees_both(as_manager, item):
    as_manager.post(address(item), {"edition": 1, "answer": "no", "reasons": "First reasons."})
    answer = as_manager.post(address(item), {"edition": 1, "answer": "yes", "reasons": "Second reasons."})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "First reasons." in text
    assert "Second reasons." in text
    assert AgendaItem.objects.get().reasons == "First reasons."


def test_a_member_reads_and_does_not_decide(as_member, item):
    text = as_member.get(address(item)).content.decode()
    assert "Read this first." in text
    assert "Keep the decision" not in text
    as_member.post(address(item), {"edition": 1, "answer": "yes", "reasons": "R"})
    assert AgendaItem.objects.get().answer == ""
    assert as_member.get(f"/casework/cases/{item.case.public_id}/").status_code == 403


def test_a_sitting_that_waits_for_decisions_is_not_closed(as_manager, item):
    as_manager.post(f"/casework/panels/{item.sitting.public_id}/close/")
    assert Sitting.objects.get().closed_on is None
    assert (
        "has no decision yet"
        in as_manager.get(f"/casework/panels/{item.sitting.public_id}/").content.decode()
    )
