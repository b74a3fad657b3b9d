"""Asked by text: agreed first, once for each survey, without a word about anybody, and stopped with one button."""

from __future__ import annotations

import json
import logging
import threading
import uuid
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.test import Client
from notifications_python_client.errors import HTTPError

from goldenthread.audit.models import Event
from goldenthread.participation.actions import surveys, texting
from goldenthread.participation.choices import TextState
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import TextInvitation, TextReader
from goldenthread.participation.queries.texting import texts_of
from goldenthread.participation.tasks import ask_by_text, forget, send_texts
from tests.participation.world import TODAY, make_survey
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
NOW = f"{TODAY}T10:00:00Z"


@pytest.fixture
def govuk(settings) -> Iterator[dict[str, Any]]:
    """A server that speaks as GOV.UK Notify does: it takes texts, and knows those that it took by their reference.

    `answers` are the statuses that it gives, one after another, then 201. "lost" takes the text and breaks the connection.
    """
    told: dict[str, Any] = {"taken": [], "asked": 0, "answers": []}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told["asked"] += 1
            answer = told["answers"].pop(0) if told["answers"] else 201
            if answer in (201, "lost"):
                told["taken"].append(body)
            if answer == "lost":
                self.connection.close()
                return
            self._say(answer, {"id": "1", "status_code": answer, "errors": []})

        def do_GET(self) -> None:
            asked = parse_qs(urlsplit(self.path).query)["reference"][0]
            self._say(
                200,
                {
                    "notifications": [one for one in told["taken"] if one.get("reference") == asked],
                    "links": {},
                },
            )

        def _say(self, status: int, words: dict[str, Any]) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(words).encode())

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.NOTIFY_ADDRESS = f"http://127.0.0.1:{server.server_port}"
    settings.NOTIFY_API_KEY = f"ours-{uuid.UUID(int=1)}-{uuid.UUID(int=2)}"
    settings.NOTIFY_TEXT_TEMPLATE, settings.NOTIFY_INVITATION_TEMPLATE = "words", "invitation"
    yield told
    server.shutdown()
    server.server_close()


def agreed(number: int) -> TextReader:
    """Somebody who agreed."""
    return TextReader.objects.create(number=f"077009{number:05}", asked_on=TODAY, agreed_on=TODAY)


def send(survey) -> None:
    """The worker comes by."""
    with time_machine.travel(NOW, tick=False):
        send_texts(survey=survey.pk)


def test_somebody_agrees_is_asked_and_stops_with_one_button(client, govuk):
    survey = make_survey()
    with time_machine.travel(NOW, tick=False):
        client.post("/have-your-say/by-text/", {"number": "+44 7700 900123"})
        reader = TextReader.objects.get()
        ask_by_text(reader=reader.pk)
        first = govuk["taken"][0]["personalisation"]["message"]
        assert f"/have-your-say/by-text/{reader.key}/" in first
        client.get(f"/have-your-say/by-text/{reader.key}/")
        assert TextReader.objects.get().agreed_on is None
        client.post(f"/have-your-say/by-text/{reader.key}/")
        texting.invite(survey=survey, on=TODAY, by=None)
        send_texts(survey=survey.pk)
        sent = govuk["taken"][1]
        assert (
            client.get(urlsplit(sent["personalisation"]["address"]).path).url == "/have-your-say/about/plan/"
        )
        client.get(urlsplit(sent["personalisation"]["stop"]).path)
        assert TextReader.objects.exists()
        client.post(urlsplit(sent["personalisation"]["stop"]).path)
    assert (sent["phone_number"], sent["template_id"]) == ("07700900123", "invitation")
    assert set(sent["personalisation"]) == {"title", "address", "stop"}
    assert not TextReader.objects.exists()
    assert texts_of(survey).states == {TextState.TAKEN: 1}


def test_each_number_is_asked_once_however_often_staff_press(govuk):
    survey = make_survey()
    for number in range(3):
        agreed(number)
    texting.invite(survey=survey, on=TODAY, by=None)
    send(survey)
    agreed(7)
    assert texting.invite(survey=survey, on=TODAY, by=None) == 1
    send(survey)
    send(survey)
    with pytest.raises(Refused, match="Everybody who agreed"):
        texting.invite(survey=survey, on=TODAY, by=None)
    numbers = [one["phone_number"] for one in govuk["taken"]]
    assert len(numbers) == len(set(numbers)) == 4


@pytest.mark.parametrize("broken", ["lost", 503, 429, 403])
def test_work_that_is_broken_off_goes_on_and_asks_nobody_twice(govuk, broken):
    survey = make_survey()
    for number in range(4):
        agreed(number)
    texting.invite(survey=survey, on=TODAY, by=None)
    govuk["answers"] = [201, broken]
    with pytest.raises(HTTPError):
        send(survey)
    assert texts_of(survey).waiting == 3
    send(survey)
    numbers = [one["phone_number"] for one in govuk["taken"]]
    assert len(numbers) == len(set(numbers)) == 4
    assert texts_of(survey).states == {TextState.TAKEN: 4}


def test_number_that_notify_refuses_stops_nobody_else(govuk):
    survey = make_survey()
    for number in range(3):
        agreed(number)
    texting.invite(survey=survey, on=TODAY, by=None)
    govuk["answers"] = [201, 400]
    send(survey)
    assert texts_of(survey).states == {TextState.TAKEN: 2, TextState.REFUSED: 1}


def test_who_stopped_and_a_survey_that_closed_are_not_sent(govuk):
    survey, reader = make_survey(), agreed(1)
    agreed(2)
    texting.invite(survey=survey, on=TODAY, by=None)
    texting.stop(key=reader.key, by=None)
    surveys.close(survey=survey, on=TODAY - timedelta(days=1), by=None)
    send(survey)
    assert govuk["taken"] == []
    assert texts_of(survey).states == {TextState.DROPPED: 2}


def test_no_number_stands_in_the_audit_the_queue_or_the_log(govuk, caplog):
    from django.db import connection

    caplog.set_level(logging.INFO)
    survey = make_survey()
    texting.ask_to_be_asked(number="07700900555", on=TODAY, by=None)
    reader = TextReader.objects.get()
    texting.agree(key=reader.key, on=TODAY, by=None)
    texting.invite(survey=survey, on=TODAY, by=None)
    govuk["answers"] = [400]
    send(survey)
    texting.stop(key=reader.key, by=None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(args::text, ' ') FROM procrastinate_jobs")
        queue = cursor.fetchone()[0]
    events = " ".join(f"{one.action} {one.subject} {one.detail}" for one in Event.objects.all())
    for place in (queue, events, caplog.text):
        assert "900555" not in place
        assert reader.key not in place
    assert "participation.texts.stopped" in events


def test_without_notify_staff_and_public_read_that_nothing_can_be_sent(client, settings):
    settings.NOTIFY_INVITATION_TEMPLATE = ""
    survey = make_survey()
    agreed(1)
    with pytest.raises(Refused, match="not set up"):
        texting.invite(survey=survey, on=TODAY, by=None)
    with time_machine.travel(NOW, tick=False):
        staff = sign_in(Client(), person("participation-officer"))
        page = staff.get("/voice/surveys/plan/texts/").content.decode()
    assert "No text can be sent from here" in page
    assert "Ask 1 person by text" not in page
    assert "cannot send text messages yet" in client.get("/have-your-say/by-text/").content.decode()
    assert "by-text" not in client.get("/have-your-say/").content.decode()


def test_staff_press_and_see_how_far_it_is_without_a_number(govuk):
    survey = make_survey()
    agreed(1)
    with time_machine.travel(NOW, tick=False):
        staff = sign_in(Client(), person("participation-officer"))
        assert "Ask 1 person by text" in staff.get("/voice/surveys/plan/texts/").content.decode()
        staff.post("/voice/surveys/plan/texts/")
        waits = staff.get("/voice/surveys/plan/texts/").content.decode()
    assert "Waits to be sent" in waits
    assert "07700900001" not in waits
    send(survey)
    assert TextInvitation.objects.get().state == TextState.TAKEN


@pytest.mark.parametrize("number", ["0121 496 0000", "07700 90012", "٠٧٧٠٠٩٠٠١٢٣", "+1 202 555 0100"])
def test_number_that_is_no_uk_mobile_is_named(client, govuk, number):
    page = client.post("/have-your-say/by-text/", {"number": number})
    assert "Enter a UK mobile number" in page.content.decode()
    assert not TextReader.objects.exists()


def test_number_is_asked_once_a_day_and_forgotten_unconfirmed(govuk):
    for _ in range(2):
        texting.ask_to_be_asked(number="07700900555", on=TODAY, by=None)
    assert Event.objects.filter(action="participation.texts.asked_for").count() == 1
    with time_machine.travel(f"{TODAY + timedelta(days=8)}T10:00:00Z", tick=False):
        forget()
    assert not TextReader.objects.exists()
    with pytest.raises(Refused, match="not good any more"):
        texting.agree(key="BCDFGHJK2345", on=TODAY, by=None)
