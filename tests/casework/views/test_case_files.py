"""The pages of case files: chosen, looked at, taken over, read; and the same from the command line."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import time_machine
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.casework.commands import casework
from goldenthread.casework.models import Case, CaseFileUpload, InheritedCase
from goldenthread.casework.portable.archive import unpack
from tests.casework import world
from tests.casework.portable.moving import ON, REASON, exported, forget, moving, small
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
MOMENT = f"{ON}T10:00:00Z"
START = "/casework/take-over/"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(MOMENT, tick=False):
        yield


@pytest.fixture
def worker(client) -> Any:
    made = person("caseworker")
    world.join(made, world.team())
    sign_in(client, made)
    return made


def sent(client, data: bytes) -> Any:
    return client.post(START, {"file": SimpleUploadedFile("case.zip", data, "application/zip")})


def moved(day: date = date(2027, 1, 8)) -> dict[str, str]:
    return {
        "transferred_on_day": str(day.day),
        "transferred_on_month": str(day.month),
        "transferred_on_year": str(day.year),
    }


def test_a_file_is_looked_at_and_taken_over(client, worker):
    answer = sent(client, small())
    page = client.get(answer.url).content.decode()
    assert "Elby Larkfield" in page
    assert "Nothing is saved yet" in page
    assert "Read from whom before you write" in page
    assert "should not be here" not in page
    answer = client.post(answer.url, moved())
    case = Case.objects.get()
    assert answer.url == f"/casework/cases/{case.public_id}/"
    assert "What the other authority handed over" in client.get(answer.url).content.decode()
    page = client.get(f"{answer.url}inherited/").content.decode()
    assert REASON in page
    assert "Here is Elby’s plan." in page
    assert client.get(f"{answer.url}inherited/case-file.zip").content == small()
    assert client.get(f"{answer.url}advice/").status_code == 200
    assert client.get(f"{answer.url}plan/").status_code == 200
    assert "Another authority asked for this advice" in client.post(
        f"{answer.url}advice/{case.advice.first().public_id}/return/", {"reason": "Say more."}
    ).content.decode()  # fmt: skip


@pytest.mark.parametrize(("data", "says"), [
    (b"no zip", "not a ZIP"), (b"", "not a ZIP"), (small()[:-60], "not a ZIP"), (b"PK\x05\x06" + b"\0" * 18, "no manifest.json"),
])  # fmt: skip
def test_what_is_no_case_file_is_refused_on_the_page_and_not_kept(client, worker, data, says):
    answer = sent(client, data)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not CaseFileUpload.objects.exists()


def test_a_like_child_is_asked_about_and_a_number_that_is_taken_leaves_no_choice(client, worker):
    world.make_child("Elby", "Larkfield", born_on=date(2017, 10, 3), upn="H801200001001")
    address = sent(client, small()).url
    page = client.get(address).content.decode()
    assert "has the same UPN or ULN" in page
    assert "Another child, who is not here yet" not in page
    assert "Say whether the child is here already" in client.post(address, moved()).content.decode()
    address = sent(client, small(upn="", given_names="Elbie")).url
    assert "Another child, who is not here yet" in client.get(address).content.decode()
    client.post(address, {**moved(), "who": "new"})
    assert Case.objects.get().child.given_names == "Elbie"


def test_a_file_for_another_authority_says_so(client, worker):
    world.council().__class__.objects.filter(pk=world.council().pk).update(name="Elsewhere Council")
    assert (
        "It was made for Testshire Council. If that is not your authority"
        in client.get(sent(client, small()).url).content.decode()
    )


def test_the_page_of_somebody_elses_file_is_not_there(client, worker):
    address = sent(client, small()).url
    sign_in(client, person("caseworker"))
    assert client.get(address).status_code == 404


def test_a_file_that_is_in_leads_to_its_case(client, worker):
    address = sent(client, small()).url
    client.post(address, moved())
    assert client.get(address).url == f"/casework/cases/{Case.objects.get().public_id}/"


def test_a_case_without_a_move_offers_no_case_file_and_one_with_a_move_gives_it(client):
    case = moving()
    worker = case.allocations.get().worker
    sign_in(client, worker)
    address = f"/casework/cases/{case.public_id}/bundles/"
    assert "case-file" in client.get(address).content.decode()
    version = case.versions.first().number
    answer = client.post(f"{address}case-file/", {"take_chronology": "on", f"take_version-{version}": "on"})
    assert answer.headers["Content-Type"] == "application/zip"
    assert unpack(answer.content).file.made_for == "Farshire Council"
    other = world.make_case(world.make_child("Bo"), worker=worker)
    assert "case-file" not in client.get(f"/casework/cases/{other.public_id}/bundles/").content.decode()
    assert client.get(f"/casework/cases/{other.public_id}/bundles/case-file/").status_code == 404


def run(*words: str) -> Any:
    return CliRunner().invoke(casework, words)


def test_the_commands_hand_over_and_take_over(tmp_path):
    case, out = moving(), tmp_path / "case.zip"
    told = run("export-case", case.reference, "--out", str(out), "--json")
    assert json.loads(told.stdout)["left_out"] == []
    forget(case)
    told = run("load-case", str(out), "--transferred-on", "2027-01-08", "--check", "--json")
    assert json.loads(told.stdout)["reference"] == ""
    assert not InheritedCase.objects.exists()
    told = json.loads(
        run("load-case", str(out), "--transferred-on", "2027-01-08", "--team", "North", "--json").stdout
    )
    assert Case.objects.get(reference=told["reference"]).team.name == "North"


def test_the_commands_say_what_is_wrong(tmp_path):
    file = tmp_path / "case.zip"
    file.write_bytes(b"nothing")
    world.team()
    assert "not a ZIP" in run("load-case", str(file), "--transferred-on", "2027-01-08").output
    file.write_bytes(small())
    assert (
        "No team" in run("load-case", str(file), "--transferred-on", "2027-01-08", "--team", "Nowhere").output
    )
    assert "after today" in run("load-case", str(file), "--transferred-on", "2027-03-08").output
    assert "No case has the reference" in run("export-case", "EHC-0", "--out", str(file)).output
    case = world.make_case()
    assert "No move is recorded" in run("export-case", case.reference, "--out", str(file)).output
    world.make_child("Elbie", "Larkfield", born_on=date(2017, 10, 3))
    assert "--is-another" in run("load-case", str(file), "--transferred-on", "2027-01-08").output
    assert not InheritedCase.objects.exists()


def test_the_same_case_gives_the_same_file():
    case = moving()
    assert exported(case) == exported(case)
