"""The early list of adult services: with consent, on screen, each look recorded, and never a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import get_resolver

from goldenthread.audit import log
from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions.access import bar
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.transitions.actions.early import answer_notice, withdraw_notice
from goldenthread.transitions.models import AdultNotice
from goldenthread.transitions.views.early import A_LOOK
from tests.casework import world
from tests.readers import person, sign_in
from tests.transitions.adulthood import DAY, noticed, young

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(f"{DAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def adult_services():
    return person("adult-services")


@pytest.mark.parametrize(("changes", "field"), [
    ({"why": " "}, "why"), ({"agreed_by": ""}, "agreed_by"), ({"agreed_on": date(2026, 11, 25)}, "agreed_on"),
    ({"on": date(2024, 3, 8), "agreed_on": date(2024, 3, 1)}, ""),
])  # fmt: skip
def test_nobody_stands_on_the_list_without_a_reason_consent_and_fourteen_years(changes, field):
    with pytest.raises(Refused) as refused:
        noticed(young(), **changes)
    assert refused.value.field == field
    assert not AdultNotice.objects.exists()
    assert noticed(young(name="Bo"), on=date(2024, 3, 9), agreed_on=date(2024, 3, 9)).pk


def test_each_look_is_recorded_with_those_whom_it_showed(adult_services):
    first = [noticed(young(name=f"One {place:02}")).pk for place in range(A_LOOK + 1)]
    client = sign_in(Client(), adult_services)
    assert client.get("/transitions/early/").status_code == 200
    assert client.get("/transitions/early/?page=2").status_code == 200
    looks = AuditEvent.objects.filter(action="transitions.early.looked", actor=str(adult_services.public_id))
    assert [one.detail["notices"] for one in looks.order_by("pk")] == [first[:A_LOOK], first[A_LOOK:]]


def test_a_look_that_cannot_be_recorded_shows_nothing(adult_services, monkeypatch):
    noticed(young())

    def broken(*_args, **_details):
        raise log.AuditTrouble("no")

    monkeypatch.setattr(log, "record", broken)
    client = sign_in(Client(raise_request_exception=False), adult_services)
    answer = client.get("/transitions/early/")
    assert answer.status_code == 500
    assert b"Kit" not in answer.content


def test_to_open_one_is_recorded_in_the_young_persons_case(adult_services):
    notice = noticed(young())
    client = sign_in(Client(), adult_services)
    assert client.get(f"/transitions/early/{notice.public_id}/").status_code == 200
    read = AuditEvent.objects.get(action="transitions.move.read")
    assert (read.subject, read.detail) == (log.subject_of(notice.case), {"page": "early_one"})


def test_the_list_is_no_file_is_not_kept_and_does_not_print(adult_services):
    noticed(young(), why="A plain reason")
    client = sign_in(Client(), adult_services)
    for address in ("/transitions/early/", f"/transitions/early/{AdultNotice.objects.get().public_id}/"):
        answer = client.get(address)
        text = answer.content.decode()
        assert answer["Content-Type"].startswith("text/html")
        assert "Content-Disposition" not in answer
        assert "no-store" in answer["Cache-Control"]
        outside, shut = text.split('<div class="gt-no-print">')
        for words in ("Kit", "Care and support"):
            assert words not in outside
            assert words in shut
    patterns = [str(one.pattern) for one in get_resolver("goldenthread.transitions.urls").url_patterns]
    assert [one for one in patterns if one.startswith("early")] == [
        "early/", "early/cases/<uuid:case>/", "early/<uuid:notice>/",
    ]  # fmt: skip
    for kind in ("csv", "pdf", "xlsx", "json"):
        assert client.get(f"/transitions/early/list.{kind}").status_code == 404
        assert client.get(f"/transitions/early/?format={kind}")["Content-Type"].startswith("text/html")


def test_adult_services_know_only_what_stands_on_the_list(adult_services):
    shown, taken_back, restricted, barred, unlisted = (
        young(name=name) for name in ("Shown", "Back", "Shut", "Barred", "None")
    )
    notices = [noticed(case) for case in (shown, taken_back, restricted, barred)]
    withdraw_notice(notice=notices[1], on=DAY, by=None)
    Case.objects.filter(pk=restricted.pk).update(is_restricted=True)
    bar(case=barred, user=adult_services, reason="A niece", starts_on=DAY, by=None)
    client = sign_in(Client(), adult_services)
    text = client.get("/transitions/early/").content.decode()
    assert [
        name for name in ("Shown", "Back", "Shut", "Barred", "None") if name in text.split("<main")[1]
    ] == ["Shown"]
    codes = [client.get(f"/transitions/early/{one.public_id}/").status_code for one in notices]
    assert codes == [200, 404, 404, 404]
    for address in ("adulthood", "destinations", "decides", "early/cases"):
        assert client.get(f"/transitions/{address}/{shown.public_id}/").status_code == 404
    assert unlisted.adult_notices.count() == 0


def test_an_answer_reaches_the_worker_and_the_family_and_two_colleagues_lose_nothing(adult_services):
    worker, parent = person("caseworker"), person("family")
    case = young(worker)
    world.parent_of(case.child, parent)
    notice = noticed(case)
    typed = {"answer": "assess", "answer_words": "Carys rings you in March.", "edition": "1"}
    client = sign_in(Client(), adult_services)
    assert client.post(f"/transitions/early/{notice.public_id}/", typed).status_code == 302
    second = client.post(f"/transitions/early/{notice.public_id}/", typed | {"answer_words": "Mine"})
    assert second.status_code == 422
    assert "A colleague answered while you wrote" in second.content.decode()
    for reader, address in (
        (worker, f"/transitions/early/cases/{case.public_id}/"),
        (parent, f"/my/moves/{case.public_id}/adulthood/"),
    ):
        assert "Carys rings you in March." in sign_in(Client(), reader).get(address).content.decode()
    with pytest.raises(Refused, match="taken back"):
        answer_notice(notice=withdraw_notice(notice=notice, on=DAY, by=None), answer="later", answer_words="x", edition=2, on=DAY,
                      by=None)  # fmt: skip


def test_a_worker_tells_and_takes_back(adult_services):
    worker = person("caseworker")
    case = young(worker)
    address, client = f"/transitions/early/cases/{case.public_id}/", sign_in(Client(), worker)
    assert client.post(address, {}).status_code == 422
    typed = {"need": "care", "why": "Help to wash", "agreed_by": "Kit", "agreed_on_day": "2", "agreed_on_month": "11",
             "agreed_on_year": "2026"}  # fmt: skip
    assert client.post(address, typed).status_code == 302
    assert "already" in client.post(address, typed).content.decode()
    assert client.post(address, {"withdraw": "1"}).status_code == 302
    assert (
        "Nobody is on the list"
        in sign_in(Client(), adult_services).get("/transitions/early/").content.decode()
    )
    assert AdultNotice.objects.get().withdrawn_on == DAY


def test_the_list_costs_the_same_for_one_and_for_twenty(adult_services, django_assert_max_num_queries):
    client, counts = sign_in(Client(), adult_services), []
    for number in (1, 19):
        for place in range(number):
            noticed(young(name=f"N {number} {place}"))
        with django_assert_max_num_queries(30) as asked:
            client.get("/transitions/early/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
