"""A pupil's support in one paper."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from docx import Document
from pypdf import PdfReader

from goldenthread.audit.models import Event
from goldenthread.sensupport.queries.pack import pack
from tests.readers import sign_in
from tests.sensupport import world
from tests.sensupport.test_inclusion import bring

pytestmark = pytest.mark.django_db
BEGAN = world.DAY - timedelta(days=120)
WORDS = ("Ivy Oak", "Follows one step, not two.", "Sings", "I like songs.", "Tells a story.", "Short sentences and gestures",
         "Asks most days.", "I can ask.", "Attendance 84.2%")  # fmt: skip


@pytest.fixture
def ivy():
    pupil = world.pupil(on=BEGAN, strengths="Sings")
    world.reviewed(pupil, on=BEGAN)
    world.cycle(pupil, on=BEGAN + timedelta(days=40), outcome="Tells a story.")
    bring("Ivy,Oak,01/03/2018,,84.2,3,yes,\n")
    return pupil


@pytest.mark.parametrize("form", ["pdf", "docx", "json"])
def test_pack_holds_the_support_and_no_word_of_social_workers(ivy, form):
    with time_machine.travel(f"{world.DAY}T10:00:00Z", tick=False):
        client = sign_in(Client(), world.senco(ivy.setting))
        answer = client.get(f"/sen/{ivy.public_id}/pack.{form}")
        assert client.get(f"/sen/{ivy.public_id}/pack.exe").status_code == 404
    assert "Ivy" not in answer["Content-Disposition"]
    if form == "json":
        held = answer.json()
        assert (held["form"], held["as_at"], len(held["cycles"])) == (
            "golden-thread-support-pack/1",
            "2026-11-24",
            2,
        )
        assert held["cycles"][0]["strategies"] == [
            {"code": "COM-01", "title": "Short sentences and gestures"}
        ]
        text = answer.content.decode().replace('"84.2%"', "Attendance 84.2%").replace('"Ivy"', "Ivy Oak")
    elif form == "pdf":
        text = " ".join(
            " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split()
        )
    else:
        document = Document(io.BytesIO(answer.content))
        text = " ".join([*(one.text for one in document.paragraphs),
                         *(cell.text for table in document.tables for row in table.rows for cell in row.cells)])  # fmt: skip
    for words in WORDS:
        assert words in text, words
    assert "ocial worker" not in text
    assert "uspend" not in text
    assert Event.objects.filter(action="sensupport.pack.taken", detail={"form": form}).exists()


def test_pack_of_a_past_day_knows_nothing_of_later(ivy, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        held = pack(ivy, BEGAN + timedelta(days=10))
    assert [(one.number, one.reviewed_on, one.what_changed) for one in held.cycles] == [(1, None, "")]
    assert held.attendance == ""
