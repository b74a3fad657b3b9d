"""What machines ask is answered shortly, truly, and to strangers without detail."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

from goldenthread.running.checks import database, machine
from goldenthread.running.checks.queue import state

pytestmark = pytest.mark.django_db
TOKEN = "a-token-of-thirty-two-characters"
STRANGER = {"REMOTE_ADDR": "203.0.113.9"}


def a_worker(seconds_ago: int = 5) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s * interval '1 second')",
            [seconds_ago],
        )


def a_job(status: str = "todo", minutes_ago: int = 0) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, scheduled_at)"
            " VALUES ('default', 'a.task', %s::procrastinate_job_status, now() - %s * interval '1 minute') RETURNING id",
            [status, minutes_ago],
        )
        cursor.execute(
            "UPDATE procrastinate_events SET at = now() - %s * interval '1 minute' WHERE job_id = %s",
            [minutes_ago, cursor.fetchone()[0]],
        )


def test_live_asks_nothing_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/health/live/").json() == {"status": "well"}


def test_ready_while_no_worker_runs_because_pages_can_be_answered(client):
    assert client.get("/health/ready/", **STRANGER).json() == {"status": "well"}


def test_not_well_while_no_worker_runs(client):
    answer = client.get("/health/", **STRANGER)
    assert (answer.status_code, answer.json()) == (503, {"status": "not well"})
    a_worker(seconds_ago=61)
    assert client.get("/health/").status_code == 503
    a_worker()
    assert client.get("/health/").status_code == 200


def test_not_ready_before_the_migrations_were_run(client, monkeypatch):
    more = {*database.in_the_code(), ("casework", "9999_not_yet")}
    monkeypatch.setattr(database, "in_the_code", lambda: frozenset(more))
    answer = client.get("/health/ready/")
    assert answer.status_code == 503
    told = {one["name"]: one for one in answer.json()["checks"]}["Tables"]
    assert "casework.9999_not_yet" in told["found"]
    assert told["remedy"] == "Run: goldenthread manage migrate"


def test_not_ready_while_files_cannot_be_put_down(client, settings):
    settings.FILE_UPLOAD_TEMP_DIR = "/nowhere/at/all"
    assert client.get("/health/ready/").status_code == 503
    assert "No such file" in machine.can_write().found


def test_not_ready_without_a_database(client, monkeypatch):
    from django.db import OperationalError

    def gone(question):
        raise OperationalError("connection refused\nto a host with a name")

    monkeypatch.setattr(database, "_row", gone)
    answer = client.get("/health/ready/", **STRANGER)
    assert (answer.status_code, answer.json()) == (503, {"status": "not well"})


@pytest.mark.parametrize("address", ["/health/", "/health/live/", "/health/ready/", "/metrics"])
def test_nothing_between_keeps_an_answer(client, address):
    assert "no-store" in client.get(address).headers["Cache-Control"]


def test_a_worker_that_is_told_of_work_and_of_what_failed():
    a_job(minutes_ago=20)
    a_job(status="failed", minutes_ago=5)
    a_job(status="failed", minutes_ago=60 * 30)
    now = state()
    assert (now["due"], now["failed"], round(now["oldest"])) == (1, 1, 1200)


def asks(client: Client, **more: str):
    return client.get("/metrics", **more)


@pytest.mark.parametrize(
    "how",
    [
        STRANGER,
        {"HTTP_X_FORWARDED_FOR": "203.0.113.9"},
        {"HTTP_X_REAL_IP": "203.0.113.9"},
        {"HTTP_FORWARDED": "for=203.0.113.9"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "unix:"},
    ],
)
def test_a_stranger_finds_no_numbers(client, how):
    nothing = client.get("/metrics-that-never-were", **how)
    given = asks(client, **how)
    assert given.status_code == 404
    assert given.content == nothing.content
    assert "checks" not in client.get("/health/", **how).json()


def test_behind_a_proxy_this_machine_is_a_stranger_too(client, settings):
    settings.BEHIND_PROXY = True
    assert asks(client).status_code == 404


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", TOKEN]
)
def test_once_there_is_a_token_nothing_else_opens(client, settings, header):
    settings.METRICS_TOKEN = TOKEN
    assert asks(client, HTTP_AUTHORIZATION=header).status_code == 404


def test_the_token_opens_from_anywhere(client, settings):
    settings.METRICS_TOKEN = TOKEN
    given = asks(client, HTTP_AUTHORIZATION=f"Bearer {TOKEN}", **STRANGER)
    assert given.status_code == 200
    assert "checks" in client.get("/health/", HTTP_AUTHORIZATION=f"Bearer {TOKEN}", **STRANGER).json()


def test_numbers_count_pages_by_their_names(client):
    a_worker()
    a_job()

    def counted() -> float:
        lines = asks(client).content.decode().splitlines()
        start = 'goldenthread_answers_total{method="GET",page="website:privacy",status="2xx"} '
        return next((float(one.removeprefix(start)) for one in lines if one.startswith(start)), 0.0)

    before = counted()
    client.get("/privacy/?name=Somebody")
    client.get("/privacy/")
    assert counted() == before + 2
    client.get("/casework/Somebody-or-other/")
    page = asks(client).content.decode()
    assert "Somebody" not in page
    assert 'page="no such page",status="4xx"' in page
    assert "goldenthread_jobs_due 1.0" in page
    assert "goldenthread_database_up 1.0" in page


def test_a_machine_may_ask_without_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/health/live/").status_code == 200
    assert client.get("/metrics").status_code == 200
    assert client.get("/privacy/").status_code == 301
