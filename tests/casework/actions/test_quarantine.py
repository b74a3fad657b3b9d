"""Papers that wait for the virus scanner: nobody opens them, they are asked about again, then they open or go."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from goldenthread.audit.models import Event
from goldenthread.casework.actions.quarantine import scan_again
from goldenthread.casework.bundle_papers import filed
from goldenthread.casework.models import Paper, QuarantinedPaper, Scanned
from goldenthread.casework.tasks import scan_waiting
from goldenthread.kit.received.scanner import Scan, Verdict
from goldenthread.people.choices import ContactBy
from goldenthread.people.models import Adult
from goldenthread.running.checks import scanning
from goldenthread.running.checks.finding import State
from tests import clamd
from tests.casework import world
from tests.readers import person, sign_in
from tests.worker import work_off

pytestmark = pytest.mark.django_db
HARMLESS, HARMFUL = b"Robin sees well.", b"Robin sees well. " + clamd.OURS


@pytest.fixture
def daemon():
    if not clamd.PROGRAM:
        pytest.skip(clamd.WITHOUT)
    with tempfile.TemporaryDirectory(prefix="clamd") as folder:
        yield clamd.Daemon(Path(folder))


@pytest.fixture
def worker():
    return person("EHC caseworker", name="Nadia Worker")


@pytest.fixture
def case(worker):
    return world.make_case(worker=worker)


@pytest.fixture
def parent(case):
    user = person("family", name="Robin Parent")
    world.parent_of(case.child, user)
    return user


def send(client, case, parent, content=HARMLESS):
    sign_in(client, parent)
    file = SimpleUploadedFile("sight.txt", content)
    answer = client.post(
        reverse("case:messages", args=[case.public_id]), {"words": "Here it is", "papers": [file]}
    )
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return Paper.objects.get()


def actions():
    return list(Event.objects.filter(action__startswith="casework.paper").values_list("action", flat=True))


@pytest.fixture
def waiting(client, case, parent, settings, daemon):
    """A harmless paper that came while the scanner was away."""
    settings.CLAMD_URL = daemon.url
    return send(client, case, parent)


def test_a_paper_that_came_while_the_scanner_was_away_is_kept_apart(waiting):
    assert (bytes(waiting.content), waiting.scan) == (b"", Scanned.WAITING)
    assert bytes(QuarantinedPaper.objects.get().content) == HARMLESS
    assert "casework.paper.quarantined" in actions()


def test_nobody_opens_a_paper_that_waits(client, case, worker, waiting):
    own = client.get(reverse("case:paper", args=[case.public_id, waiting.public_id]))
    sign_in(client, worker)
    staffs = client.get(reverse("casework:paper", args=[case.public_id, waiting.public_id]))
    for answer in (own, staffs):
        assert answer.status_code == 409
        assert "waits for the virus scan" in answer.content.decode()
        assert HARMLESS not in answer.content
    assert filed("key", "Title", waiting, None).trouble == "Waiting for the virus scan."


def test_staff_and_family_see_that_it_waits(client, case, worker, waiting):
    mine = client.get(reverse("case:messages", args=[case.public_id])).content.decode()
    sign_in(client, worker)
    theirs = client.get(reverse("casework:contact", args=[case.public_id])).content.decode()
    assert "Waiting for the virus scan" in mine
    assert "Waiting for the virus scan" in theirs


def test_scan_again_leaves_a_paper_where_it_is_while_the_scanner_is_away(waiting):
    assert scan_again() == {"released": 0, "refused": 0, "waiting": 1}
    held = QuarantinedPaper.objects.get()
    assert (held.asked, bool(held.trouble)) == (1, True)
    assert Paper.objects.get().is_shut


def test_a_harmless_paper_opens_once_the_scanner_is_back(client, case, waiting, daemon):
    daemon.start()
    try:
        scan_waiting()
    finally:
        daemon.stop()
    answer = client.get(reverse("case:paper", args=[case.public_id, waiting.public_id]))
    assert (answer.status_code, answer.content) == (200, HARMLESS)
    assert not QuarantinedPaper.objects.exists()
    assert "casework.paper.released" in actions()


def test_a_harmful_paper_goes_and_its_sender_is_told(
    client, case, parent, settings, daemon, django_capture_on_commit_callbacks
):
    settings.CLAMD_URL = daemon.url
    Adult.objects.filter(user=parent).update(contact_by=ContactBy.EMAIL)
    paper = send(client, case, parent, HARMFUL)
    daemon.start()
    try:
        with django_capture_on_commit_callbacks(execute=True):
            assert scan_again() == {"released": 0, "refused": 1, "waiting": 0}
    finally:
        daemon.stop()
    work_off()
    paper.refresh_from_db()
    assert (bytes(paper.content), paper.scan) == (b"", Scanned.REFUSED)
    assert not QuarantinedPaper.objects.exists()
    assert "casework.paper.refused" in actions()
    assert mail.outbox[-1].to == [parent.email]
    assert "sight.txt" not in mail.outbox[-1].body
    thread = client.get(reverse("case:messages", args=[case.public_id])).content.decode()
    assert "It held a virus and was deleted" in thread


def test_with_the_scanner_there_a_virus_is_refused_and_a_letter_kept(client, case, parent, settings, daemon):
    settings.CLAMD_URL = daemon.url
    daemon.start()
    try:
        sign_in(client, parent)
        file = SimpleUploadedFile("sight.txt", HARMFUL)
        answer = client.post(
            reverse("case:messages", args=[case.public_id]), {"words": "Here", "papers": [file]}
        )
        assert (answer.status_code, Paper.objects.count()) == (422, 0)
        assert "holds a virus" in answer.content.decode()
        assert send(client, case, parent).scan == Scanned.CLEAN
    finally:
        daemon.stop()


def test_one_that_the_scanner_cannot_judge_keeps_no_other_from_it(waiting, case, monkeypatch):
    other = Paper.objects.create(
        case=case, name="two.txt", mime="text/plain", size=3, content=b"", scan="waiting"
    )
    QuarantinedPaper.objects.create(paper=other, content=b"two", since=timezone.now())
    said = {HARMLESS: Verdict(Scan.WAITING, "too large"), b"two": Verdict(Scan.CLEAN)}
    monkeypatch.setattr("goldenthread.casework.actions.quarantine.verdict", said.__getitem__)
    assert scan_again() == {"released": 1, "refused": 0, "waiting": 1}


def test_the_doctor_says_that_the_scanner_is_away_and_what_waits(waiting, settings):
    assert scanning.answers().state == State.BROKEN
    assert scanning.quarantined().state == State.WELL
    QuarantinedPaper.objects.update(since=timezone.now() - timedelta(hours=2), trouble="too large")
    assert scanning.quarantined().state == State.LOOK
    settings.CLAMD_URL = ""
    assert scanning.answers().state == State.LOOK
