"""R20: a planted record that is read, or very many records, call the people on duty; and the area is shut and opened by two."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from assurance.amount import times
from goldenthread.accounts.models import User
from goldenthread.audit import log
from goldenthread.keeping.actions.alerting import break_glass, plant_canary, watch
from goldenthread.keeping.actions.closing import close_area, open_area
from goldenthread.keeping.models import Alert
from goldenthread.keeping.tasks import watch_reading
from goldenthread.kit.errors import Refused
from tests.casework import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db(transaction=False)
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
READS = times(20, full=1000)


@pytest.fixture
def duty():
    return [person("duty-officer", name="Dee Awake"), person("duty-officer", name="Dov Awake")]


def test_reading_a_planted_case_calls_somebody(duty, record_property, django_capture_on_commit_callbacks):
    """Each time, through the page itself; and reading any other case does not. The mail says nothing about whom it concerns."""
    worker = person("caseworker", name="Nosy Parker")
    child = world.make_child("Zebedee", "Planted", is_invented=True)
    case, other = world.make_case(child, worker=worker), world.make_case(worker=worker)
    plant_canary(case=case, why="", by=duty[0])
    client = sign_in(Client(), worker)
    with django_capture_on_commit_callbacks(execute=True):
        client.get(f"/casework/cases/{other.public_id}/")
        watch_reading()
    assert not Alert.objects.exists()
    for _ in range(READS):
        assert client.get(f"/casework/cases/{case.public_id}/").status_code == 200
        with django_capture_on_commit_callbacks(execute=True):
            watch_reading()
    raised = Alert.objects.filter(kind="canary", person=worker).count()
    record_property(
        "counted", {"what": "readings of a planted case", "tried": READS, "failed": READS - raised}
    )
    assert raised == READS
    assert len(mail.outbox) == 2 * READS
    for sent in mail.outbox:
        assert len(sent.to) == 1
        for word in ("Zebedee", "Planted", "Nosy", "Parker", case.reference, str(case.public_id)):
            assert word not in sent.subject + sent.body


def _read(user: User, cases: list[int], *, minutes: float) -> None:
    for number, case in enumerate(cases):
        with time_machine.travel(NOW + timedelta(minutes=minutes * number / len(cases)), tick=False):
            log.record_read("casework.case.read", subject=f"casework.case:{case}", by=user)


@pytest.mark.parametrize(
    ("count", "minutes", "is_raised"),
    [(200, 5, False), (201, 5, True), (201, 9.9, True), (400, 45, False), (2000, 600, False)],
)
def test_more_than_200_children_in_10_minutes_calls_somebody(
    duty, record_property, count, minutes, is_raised
):
    """Once for each hour, and not for as many over a longer time."""
    worker = person("caseworker")
    _read(worker, list(range(1_000_000, 1_000_000 + count)), minutes=minutes)
    watch(now=NOW + timedelta(minutes=minutes), by=None)
    watch(now=NOW + timedelta(minutes=minutes + 1), by=None)
    raised = Alert.objects.filter(kind="many", person=worker).count()
    record_property(
        "counted",
        {"what": f"{count} records in {minutes} minutes", "tried": 1, "failed": int(raised != is_raised)},
    )
    assert raised == is_raised


def test_pages_of_one_child_count_once(duty):
    worker = person("caseworker")
    _read(worker, [1_000_000 + number % 150 for number in range(600)], minutes=3)
    watch(now=NOW, by=None)
    assert not Alert.objects.exists()


def test_the_count_goes_on_over_several_looks(duty):
    """Half before the worker looks, half after."""
    worker = person("caseworker")
    _read(worker, list(range(1_000_000, 1_000_150)), minutes=2)
    watch(now=NOW + timedelta(minutes=2), by=None)
    assert not Alert.objects.exists()
    with time_machine.travel(NOW + timedelta(minutes=3), tick=False):
        for case in range(1_000_150, 1_000_210):
            log.record_read("casework.case.read", subject=f"casework.case:{case}", by=worker)
    watch(now=NOW + timedelta(minutes=4), by=None)
    assert Alert.objects.filter(kind="many", person=worker).count() == 1


def test_anybody_says_that_they_see_what_is_not_theirs(
    duty, django_capture_on_commit_callbacks, record_property
):
    """On pages for families, for staff and for the public; the people on duty are called with the sending."""
    readers = {
        "/": Client(),
        "/my/": sign_in(Client(), person("family")),
        "/casework/": sign_in(Client(), person("caseworker")),
    }
    missing = [
        path for path, client in readers.items() if "/report/" not in client.get(path).content.decode()
    ]
    with django_capture_on_commit_callbacks(execute=True):
        for client in readers.values():
            client.post("/report/", {"words": "I see Zebedee’s plan", "page": "case:followed"})
    raised = Alert.objects.filter(kind="reported").count()
    record_property(
        "counted",
        {"what": "pages with the button, and reports", "tried": 6, "failed": len(missing) + 3 - raised},
    )
    assert missing == []
    assert raised == 3
    assert all("Zebedee" not in sent.body for sent in mail.outbox)
    assert len(mail.outbox) == 3 * len(duty)


def test_the_area_is_shut_at_once_and_opened_by_two(
    duty, record_property, django_capture_on_commit_callbacks
):
    parent = person("family")
    case = world.make_case()
    world.parent_of(case.child, parent)
    readers = {"/my/": sign_in(Client(), parent), "/casework/": sign_in(Client(), person("caseworker")),
               "/work/": sign_in(Client(), person("programme lead")), "/keeping/": sign_in(Client(), person("data-protection")),
               "/advice/link/something/": Client()}  # fmt: skip
    before = [path for path, client in readers.items() if client.get(path).status_code == 503]
    with django_capture_on_commit_callbacks(execute=True):
        close_area(reason="Somebody sees another’s plan", at=timezone.now(), by=duty[0])
    stayed_open = [path for path, client in readers.items() if client.get(path).status_code != 503]
    shut = [
        path
        for path in ("/", "/local-offer/", "/progress/", "/account/login/")
        if Client().get(path).status_code == 503
    ]
    with django_capture_on_commit_callbacks(execute=True):
        open_area(at=timezone.now(), by=duty[0])
        with pytest.raises(Refused, match="Another person"):
            open_area(at=timezone.now(), by=duty[0])
        assert readers["/my/"].get("/my/").status_code == 503
        open_area(at=timezone.now(), by=duty[1])
    after = [path for path, client in readers.items() if client.get(path).status_code == 503]
    failed = len(before) + len(stayed_open) + len(shut) + len(after)
    record_property(
        "counted", {"what": "pages before, while and after the area was shut", "tried": 19, "failed": failed}
    )
    assert (before, stayed_open, shut, after) == ([], [], [], [])


def test_an_emergency_opens_one_case_and_calls_somebody(duty, django_capture_on_commit_callbacks):
    worker = person("caseworker")
    world.join(worker, world.team("South"))
    case = world.make_case(team=world.team("North"))
    client = sign_in(Client(), worker)
    assert client.get(f"/casework/cases/{case.public_id}/").status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(
            "/keeping/emergency/", {"reference": case.reference, "reason": "The child is at risk tonight"}
        )
    assert answer.status_code == 302
    assert client.get(f"/casework/cases/{case.public_id}/").status_code == 200
    assert Alert.objects.get().kind == "glass"
    assert case.reference not in mail.outbox[0].body
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        later = sign_in(Client(), worker)
        assert later.get(f"/casework/cases/{case.public_id}/").status_code == 404
    with pytest.raises(Refused, match="cannot wait"):
        break_glass(reference=case.reference, reason="Because", at=timezone.now(), by=worker)
