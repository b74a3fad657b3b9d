"""The log is data, and holds nothing that people are called, typed, or may keep secret."""

from __future__ import annotations

import io
import json
import logging

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import get_resolver

from goldenthread.running import logs
from goldenthread.website import views

pytestmark = pytest.mark.django_db


@pytest.fixture
def log():
    """Everything that is logged, at every level, as the service writes it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logs.lines("json"))
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(level)


def test_a_request_is_one_line_with_its_page_and_not_its_address(client, log):
    answer = client.get("/privacy/?name=Ash+Canary")
    told = [one for one in log() if one["logger"] == "goldenthread.running.counting"]
    assert len(told) == 1
    assert told[0]["event"].startswith("answered GET website:privacy with 200 in ")
    assert told[0]["request"] == answer.headers["X-Request-Id"]
    assert "Canary" not in json.dumps(log())


def test_a_page_that_is_not_there_is_told_without_what_was_typed(client, log):
    client.get("/casework/Ash-Canary/")
    assert "Canary" not in json.dumps(log())
    assert any(one["event"] == "answered with 404" and one["page"] == "no such page" for one in log())


def test_an_error_is_told_by_its_kind_and_place(log, monkeypatch):
    def refuse(http):
        try:
            raise KeyError("Ash Canary")
        except KeyError as first:
            raise IntegrityError("Key (email)=(ash.canary@example.org) already exists") from first

    pattern = next(one for one in get_resolver().url_patterns[0].url_patterns if one.name == "privacy")
    monkeypatch.setattr(pattern, "callback", views.public(refuse))
    answer = Client(raise_request_exception=False).get("/privacy/")
    assert answer.status_code == 500
    told = next(one for one in log() if one.get("trouble"))
    assert told["trouble"] == "IntegrityError from KeyError"
    assert told["page"] == "website:privacy"
    assert told["at"][-1].startswith("tests/running/test_logs.py:")
    assert "anary" not in json.dumps(log())


def test_others_messages_lose_what_they_were_given(log):
    logging.getLogger("other").warning("could not send to %s", "ash.canary@example.org")
    logging.getLogger("other").warning("could not send to ash.canary@example.org")
    job = {"id": 7, "task_name": "casework.send_notice", "task_kwargs": {"to": "Ash Canary"}}
    logging.getLogger("procrastinate.worker").error(
        "Job send_notice[7](to='Ash Canary') failed", extra={"action": "job_error", "job": job}
    )
    logging.getLogger("goldenthread.casework").warning("the notice of letter %s was not taken", 12)
    events = log()
    assert events[0]["event"] == "could not send to %s"
    assert events[1]["event"].startswith("message from test_logs.test_others_messages")
    assert (events[2]["event"], events[2]["job"], events[2]["task"]) == (
        "job_error",
        7,
        "casework.send_notice",
    )
    assert events[3]["event"] == "the notice of letter 12 was not taken"
    assert "anary" not in json.dumps(events)


def test_for_people_it_reads_as_text():
    record = logging.LogRecord("goldenthread.x", logging.WARNING, "x.py", 1, "job %s is taken up", (3,), None)
    line = logs.lines("text").format(record)
    assert "job 3 is taken up" in line
    assert "{" not in line


def test_nothing_is_mailed_when_a_page_fails():
    assert logging.getLogger("django").handlers == []
