"""The register's pages: a SENCO's five minutes, strangers, and the council's counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goldenthread.casework.models import Case
from goldenthread.sensupport.models import Cycle, Pupil
from tests.casework import world as cases
from tests.readers import person, sign_in
from tests.sensupport import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def senco():
    with time_machine.travel(f"{world.DAY}T10:00:00Z", tick=False):
        yield sign_in(Client(), world.senco(world.school()))


def typed(**changes):
    due = world.DAY + timedelta(days=60)
    parts = {"review_due_on_day": due.day, "review_due_on_month": due.month, "review_due_on_year": due.year}
    return {**world.PLAN, "plan": "", **parts, **changes}


def test_pupil_is_added_given_a_cycle_reviewed_and_asked_for(senco):
    cases.council()
    born = {"born_on_day": "1", "born_on_month": "3", "born_on_year": "2018"}
    senco.post(
        "/sen/add/",
        {"given_names": "Ivy", "family_name": "Oak", "sex": "F", "code": "K", "primary_need": "SLCN", **born},
    )
    pupil = Pupil.objects.get()
    page = f"/sen/{pupil.public_id}/"
    assert senco.post(f"{page}cycle/", typed(child_says="")).status_code == 422
    assert senco.post(f"{page}cycle/", typed()).status_code == 302
    cycle = Cycle.objects.get()
    assert (
        senco.post(
            f"/sen/cycles/{cycle.public_id}/review/", {**world.CAME, "next_step": "assessment"}
        ).status_code
        == 302
    )
    shown = senco.get(page).content.decode()
    assert "Asks most days." in shown
    early = senco.post(f"{page}ask/", {"parents_know": "on"})
    assert early.status_code == 422
    assert "1 of the 2 reviewed cycles" in early.content.decode()
    assert senco.post(f"{page}ask/", {"reason": "Urgent"}).status_code == 422
    assert (
        senco.post(
            f"{page}ask/", {"parents_know": "on", "reason": "Her speech therapist agrees."}
        ).status_code
        == 302
    )
    case = Case.objects.get()
    assert case.child == pupil.child
    assert case.reference in senco.get("/my/").content.decode()


def test_next_cycle_begins_with_what_the_last_one_found(senco):
    pupil = world.pupil(on=world.DAY - timedelta(days=100))
    world.reviewed(pupil, on=world.DAY - timedelta(days=100))
    page = senco.get(f"/sen/{pupil.public_id}/cycle/").content.decode()
    assert "Asks most days." in page
    assert "I can ask." in page


def test_list_with_a_mistake_names_the_row_and_then_comes_in(senco):
    bad = SimpleUploadedFile("list.csv", b"Forename,Surname,DOB,SEN\nIvy,Oak,31/31/2018,K\n")
    answer = senco.post("/sen/list/", {"file": bad})
    assert answer.status_code == 422
    assert "Row 2: “31/31/2018” is no date of birth" in answer.content.decode()
    good = SimpleUploadedFile("list.csv", b"Forename,Surname,DOB,SEN,Need\nIvy,Oak,31/12/2018,K,SLCN\n")
    assert senco.post("/sen/list/", {"file": good}).status_code == 302
    assert "Ivy Oak" in senco.get("/sen/").content.decode()


def test_another_schools_pupil_is_not_there(senco):
    pupil = world.pupil(world.school("Elsewhere"), name="Hidden Child")
    cycle = world.cycle(pupil)
    for address in (f"/sen/{pupil.public_id}/", f"/sen/{pupil.public_id}/cycle/", f"/sen/{pupil.public_id}/provision/",
                    f"/sen/{pupil.public_id}/ask/", f"/sen/cycles/{cycle.public_id}/review/"):  # fmt: skip
        assert senco.get(address).status_code == 404
        assert senco.post(address, {}).status_code == 404
    elsewhere = pupil.setting_id
    assert "Hidden" not in senco.get(f"/sen/?school={elsewhere}").content.decode()


def test_somebody_of_no_school_reads_no_register():
    client = sign_in(Client(), person("setting"))
    assert "You belong to no school here" in client.get("/sen/").content.decode()
    assert client.post("/sen/add/", {}).status_code == 422


def test_council_reads_counts_with_small_ones_hidden(senco):
    for number in range(7):
        world.pupil(world.school("Large"), name=f"Child L{number}")
    for number in range(3):
        world.pupil(world.school("Small"), name=f"Child S{number}")
    page = sign_in(Client(), person("analyst")).get("/sen/area/")
    rows = [
        [cell.value if hasattr(cell, "value") else cell for cell in row] for row in page.context["table"].rows
    ]
    assert [row[0] for row in rows] == ["Large", "Small"]
    assert rows[1][1] == "hidden"
    assert "3" not in rows[1]
    assert "Child" not in page.content.decode()


def test_anybody_reads_the_strategies(client):
    page = client.get("/school-support/?q=reading&area=learning")
    assert "Reading made easier to see" in page.content.decode()
    old = client.get("/school-support/?version=1&age=secondary").content.decode()
    assert "This is version 1" in old
    assert "New: Revision in small pieces" in old
    assert '<h3 class="govuk-heading-s">Revision in small pieces' not in old
    assert client.get("/school-support/?q=%00%27--&area=x").status_code == 200
