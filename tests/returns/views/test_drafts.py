"""Our own return as analysts and managers open it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.audit.models import Event as Audited
from goldenthread.returns.models import DraftState, ReturnDraft
from tests.casework import world
from tests.readers import person, sign_in
from tests.returns import own
from tests.worker import work_off

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def analyst() -> Client:
    return sign_in(Client(), person("analyst"))


@pytest.fixture
def case(db: None) -> Any:
    return world.bring_to(world.make_case(), "final-issued")


def test_an_analyst_makes_a_draft_and_sees_how_far_it_is(analyst, case):
    answer = analyst.post(
        "/returns/sen2/make/", {"year": "2027", "authority": "330", "has_medical_officer": "on"}
    )
    draft = ReturnDraft.objects.get()
    assert answer.url == f"/returns/sen2/{draft.key}/"
    assert "Waiting for its turn" in analyst.get(answer.url).content.decode()
    work_off()
    text = analyst.get(answer.url).content.decode()
    assert "1 case of 1 person<" in text
    assert "What the checks found" in text
    assert b"<DMO>1<" in ReturnDraft.objects.get().xml


@pytest.mark.parametrize(
    "typed", [{"authority": "33"}, {"authority": ""}, {"authority": "ABC"}, {"year": "1066"}]
)
def test_a_draft_with_wrong_words_is_refused(analyst, case, typed):
    answer = analyst.post("/returns/sen2/make/", {"year": "2027", "authority": "330", **typed})
    assert answer.status_code == 422
    assert not ReturnDraft.objects.exists()


def test_what_was_found_leads_to_where_it_is_mended(analyst, case):
    draft = own.drafted()
    text = analyst.get(f"/returns/sen2/{draft.key}/findings/").content.decode()
    assert f"/casework/cases/{case.public_id}/record/need-recorded/" in text
    assert "Ash" not in text, "a list of findings names nobody"
    one = analyst.get(f"/returns/sen2/{draft.key}/findings/?code=ACT-NEED-MISSING&item=").content.decode()
    assert "There is no need" in one
    assert "Ethnicity is missing" not in one


def test_each_item_of_a_case_opens_to_its_event_and_the_reading_is_in_the_audit(analyst, case):
    draft = own.drafted()
    held = draft.returned.get()
    text = analyst.get(f"/returns/sen2/{draft.key}/cases/{held.pk}/").content.decode()
    for kind in ("request-received", "assessment-agreed", "final-issued"):
        assert f"/events/{case.events.get(kind=kind).pk}/correct/" in text
    assert Audited.objects.filter(action="returns.case.read").count() == 1
    other = own.drafted()
    assert analyst.get(f"/returns/sen2/{other.key}/cases/{held.pk}/").status_code == 404


def test_the_cases_that_are_not_in_it_are_listed(analyst, case):
    world.make_case(world.make_child("Bo"), on=world.TODAY)
    early = own.drafted(world.REQUESTED)
    text = analyst.get(f"/returns/sen2/{early.key}/left-out/").content.decode()
    assert "Nothing had been requested" in text


def test_two_people_sign_and_download(analyst, case):
    draft = own.drafted()
    page = f"/returns/sen2/{draft.key}/"
    assert analyst.post(f"{page}sign/", {}).status_code == 422
    assert (
        "say why the return goes in" in analyst.post(f"{page}sign/", {"is_looked_at": "on"}).content.decode()
    )
    assert (
        analyst.post(f"{page}sign/", {"is_looked_at": "on", "reason": "Numbers are asked for."}).status_code
        == 302
    )
    assert "Somebody else must sign it now" in analyst.get(page).content.decode()
    assert analyst.post(f"{page}sign/", {"is_looked_at": "on"}).status_code == 422
    manager = sign_in(Client(), person("casework-manager"))
    assert "Numbers are asked for" in manager.get(page).content.decode()
    assert manager.post(f"{page}sign/", {"is_looked_at": "on"}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == DraftState.FROZEN
    assert draft.sha256 in analyst.get(page).content.decode()
    xml = analyst.get(f"{page}files/xml/")
    assert xml.content == draft.xml
    assert 'filename="sen2-2027-1.xml"' in xml.headers["Content-Disposition"]
    names = zipfile.ZipFile(io.BytesIO(analyst.get(f"{page}files/csv/").content)).namelist()
    assert "persons.csv" in names
    assert analyst.get(f"{page}files/exe/").status_code == 404
    assert Audited.objects.filter(action="returns.draft.downloaded").count() == 2
    assert manager.get(f"{page}files/xml/").status_code == 403


def test_what_changed_is_listed(analyst, case):
    own.drafted()
    world.tell(case, "need-recorded", world.TODAY, primary="ASD")
    draft = own.drafted()
    text = analyst.get(f"/returns/sen2/{draft.key}/changes/").content.decode()
    assert "SENneed 1" in text
    assert "Since the last draft" in analyst.get(f"/returns/sen2/{draft.key}/").content.decode()


def test_lists_cost_the_same_for_one_case_as_for_many(analyst, case):
    def cost(path: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert analyst.get(path).status_code == 200
        return len(asked)

    few = own.drafted()
    paths = ["", "findings/", "left-out/", "changes/"]
    before = [cost(f"/returns/sen2/{few.key}/{one}") for one in paths]
    for number in range(12):
        world.make_case(world.make_child(f"Child {number}"))
    many = own.drafted()
    assert [cost(f"/returns/sen2/{many.key}/{one}") for one in paths] == before


def test_a_draft_that_broke_says_so(analyst, case, monkeypatch):
    from goldenthread.returns.actions import drafting

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(drafting, "make_return", broken)
    with pytest.raises(RuntimeError):
        own.drafted()
    draft = ReturnDraft.objects.get()
    assert draft.state == DraftState.FAILED
    assert "could not be made" in analyst.get(f"/returns/sen2/{draft.key}/").content.decode()
