"""Certificates: who came gets one, whoever has it can check it, and a withdrawn one says nothing of anybody."""

from __future__ import annotations

import io
import uuid
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from pypdf import PdfReader

from goldenthread.audit.models import Event
from goldenthread.kit.errors import Refused
from goldenthread.sensupport.actions.certificates import issue_certificates, withdraw_certificate
from goldenthread.sensupport.actions.workforce import add_training, note_attendance
from goldenthread.sensupport.models import Certificate, Training
from tests.readers import person, sign_in
from tests.sensupport import world

pytestmark = pytest.mark.django_db


def held(days_ago: int = 3) -> Training:
    training = add_training(title="Stammering", held_on=world.DAY - timedelta(days=days_ago), is_network=False,
                            is_co_delivered=True, why="", strategies=["COM-01"], by=None)  # fmt: skip
    for name in ("Ann Teacher", "Ben Teacher"):
        note_attendance(training=training, setting=world.school(), name=name, before=1, after=3, by=None)
    return training


def test_everybody_who_came_gets_one_certificate_and_later_ones_get_theirs():
    training = held()
    assert issue_certificates(training=training, on=world.DAY, by=None) == 2
    note_attendance(
        training=training, setting=world.school(), name="Cy Teacher", before=None, after=None, by=None
    )
    assert issue_certificates(training=training, on=world.DAY, by=None) == 1
    assert [one.detail for one in Event.objects.filter(action="sensupport.certificates.issued").order_by("sequence")] == [
        {"number": 2}, {"number": 1},
    ]  # fmt: skip


def test_training_to_come_gives_none():
    with pytest.raises(Refused, match="still to come"):
        issue_certificates(training=held(-1), on=world.DAY, by=None)
    assert not Certificate.objects.exists()


def test_anybody_with_its_number_checks_it_until_it_is_withdrawn(client):
    issue_certificates(training=held(), on=world.DAY, by=None)
    one = Certificate.objects.get(attendance__name="Ann Teacher")
    page = client.get(f"/school-support/certificates/{one.public_id}/")
    assert "This certificate is genuine" in page.content.decode()
    assert "Ann Teacher" in page.content.decode()
    assert "Ben Teacher" not in page.content.decode()
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in page.headers["Cache-Control"]
    withdraw_certificate(certificate=one, on=world.DAY, by=None)
    after = client.get(f"/school-support/certificates/{one.public_id}/").content.decode()
    assert "was withdrawn" in after
    assert "Ann Teacher" not in after
    assert client.get(f"/school-support/certificates/{uuid.uuid4()}/").status_code == 404


def test_officer_issues_prints_and_withdraws():
    training = held()
    with time_machine.travel(f"{world.DAY}T10:00:00Z", tick=False):
        officer = sign_in(Client(), person("inclusion-officer"))
        page = f"/sen/people/training/{training.public_id}/"
        assert officer.get(f"{page}certificates/").status_code == 405
        assert officer.post(f"{page}certificates/").status_code == 302
        one = Certificate.objects.get(attendance__name="Ann Teacher")
        address = f"/sen/people/certificates/{one.public_id}/"
        paper = officer.get(f"{address}certificate.pdf")
        text = " ".join(PdfReader(io.BytesIO(paper.content)).pages[0].extract_text().split())
        assert "Ann Teacher, of Hill School, took part in" in text
        assert str(one.public_id)[:8] in text
        assert "What its link shows" in officer.get(page).content.decode()
        assert officer.post(f"{address}withdraw/").status_code == 302
        assert officer.get(f"{address}certificate.pdf").status_code == 404
        assert "certificate withdrawn on" in officer.get(page).content.decode()
        assert sign_in(Client(), person("setting")).post(f"{address}withdraw/").status_code == 404
