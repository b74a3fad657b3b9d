"""The doctor says what it found and what to do, of every fault that a person can mend."""

from __future__ import annotations

import json
import socket
import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from click.testing import CliRunner
from django.db import DatabaseError, connection

from goldenthread.audit.log import record
from goldenthread.audit.tasks import VERIFIED
from goldenthread.running import backups
from goldenthread.running.checks import archiving, copies, database, machine, queue, register
from goldenthread.running.checks import settings as given
from goldenthread.running.checks.finding import State, broken, look, well
from goldenthread.running.doctor import doctor
from tests.second_lock import as_the_owner

pytestmark = pytest.mark.django_db
SERVED = {"DEBUG": False, "DEMONSTRATION": False, "HTTPS": True, "SITE_ADDRESS": "https://send.example.org",
          "ALLOWED_HOSTS": ["send.example.org"], "SECRET_KEY": "k" * 50, "AUDIT_KEY": "a" * 50}  # fmt: skip


@pytest.fixture
def served(settings):
    for name, value in SERVED.items():
        setattr(settings, name, value)
    return settings


@pytest.mark.parametrize("check", [given.keys, given.switches, given.addresses])
def test_settings_for_service_are_well(served, check):
    assert check().is_well


@pytest.mark.parametrize(
    ("check", "name", "value", "state", "words"),
    [
        (given.keys, "SECRET_KEY", "short", State.BROKEN, "can be guessed"),
        (given.keys, "SECRET_KEY", "only-for-a-demonstration-" * 3, State.BROKEN, "can be guessed"),
        (given.keys, "AUDIT_KEY", "k" * 50, State.LOOK, "AUDIT_KEY is SECRET_KEY"),
        (given.switches, "DEBUG", True, State.BROKEN, "DEBUG is on"),
        (given.switches, "DEMONSTRATION", True, State.BROKEN, "DEMONSTRATION shows sign-in codes"),
        (given.switches, "HTTPS", False, State.BROKEN, "HTTPS is off"),
        (given.addresses, "ALLOWED_HOSTS", ["*"], State.BROKEN, "lets every name in"),
        (given.addresses, "ALLOWED_HOSTS", ["other.example.org"], State.BROKEN, "lead to send.example.org"),
        (given.addresses, "SITE_ADDRESS", "http://send.example.org", State.BROKEN, "begins with http://"),
        (given.mail, "EMAIL_BACKEND", given.CONSOLE, State.BROKEN, "reaches nobody"),
        (given.mail, "EMAIL_BACKEND", given.NOTIFY, State.BROKEN, "without its key"),
        (given.mail, "EMAIL_BACKEND", "some.other.Backend", State.LOOK, "is not one that we know"),
        (copies.backup, "BACKUP_FOLDER", "", State.LOOK, "names no place"),
        (copies.backup, "BACKUP_FOLDER", "/nowhere/at/all", State.BROKEN, "cannot be looked into"),
        (archiving.base, "BASE_BACKUP_FOLDER", "", State.LOOK, "names no place"),
        (archiving.base, "BASE_BACKUP_FOLDER", "/nowhere/at/all", State.BROKEN, "cannot be looked into"),
        (machine.can_write, "FILE_UPLOAD_TEMP_DIR", "/nowhere", State.BROKEN, "cannot be written to"),
        (machine.packages, "PROJECT", "/nowhere", State.LOOK, "is not here"),
    ],
)  # fmt: skip
def test_a_setting_that_will_not_do_is_named_with_what_to_do(served, check, name, value, state, words):
    setattr(served, name, value)
    found = check()
    assert found.state is state
    assert words in found.found
    assert found.remedy


def test_a_secret_that_others_can_read_is_named(monkeypatch, tmp_path):
    secret = tmp_path / "key"
    secret.write_text("k" * 50)
    secret.chmod(0o600)
    for name in given.SECRETS:
        monkeypatch.delenv(f"{name}_FILE", raising=False)
    assert given.secret_files().state is State.LOOK
    monkeypatch.setenv("SECRET_KEY_FILE", str(secret))
    assert given.secret_files().is_well
    secret.chmod(0o644)
    found = given.secret_files()
    assert (found.state, found.found) == (State.BROKEN, "Others can read or change: SECRET_KEY_FILE.")


def test_a_mail_server_is_greeted(settings):
    settings.EMAIL_BACKEND = given.SMTP
    settings.EMAIL_HOST = "127.0.0.1"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = probe.getsockname()[1]
    assert "did not let us in: ConnectionRefusedError" in given.mail().found
    server = Controller(Sink(), hostname="127.0.0.1", port=settings.EMAIL_PORT)
    server.start()
    try:
        assert given.mail().is_well
    finally:
        server.stop()


def test_a_mail_server_that_says_nothing_holds_nobody_up(settings, monkeypatch):
    monkeypatch.setattr(given, "PATIENCE", 0.2)
    settings.EMAIL_BACKEND = given.SMTP
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        settings.EMAIL_HOST, settings.EMAIL_PORT = silent.getsockname()
        assert "did not let us in" in given.mail().found
    assert threading.active_count() < 20


def test_the_database_is_asked_for_what_we_need(monkeypatch):
    assert database.answers().is_well
    assert database.version().state in {State.WELL, State.LOOK}
    assert database.extensions().is_well
    assert database.migrations().is_well
    assert database.connections().is_well
    monkeypatch.setattr(database, "EXTENSIONS", {"btree_gist", "not_there"})
    assert database.extensions().found == "Missing: not_there."
    monkeypatch.setattr(database, "OLDEST", 99)
    assert "Move to PostgreSQL 99" in database.version().remedy


def test_an_ordinary_user_of_the_database_is_well():
    with as_the_owner(), connection.cursor() as cursor:
        cursor.execute("CREATE ROLE doctor_ordinary")
        cursor.execute("SET LOCAL ROLE doctor_ordinary")
        found = database.role()
        cursor.execute("RESET ROLE")
        cursor.execute("ALTER ROLE doctor_ordinary CREATEDB")
        cursor.execute("SET LOCAL ROLE doctor_ordinary")
        more = database.role()
        cursor.execute("RESET ROLE")
    assert found.is_well
    assert more.found == "doctor_ordinary may make users or databases."


def test_a_database_ahead_of_the_code_is_named():
    with as_the_owner(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('audit', '0003_of_tomorrow', now())"
        )
    assert "ahead of the code: audit.0003_of_tomorrow" in database.migrations().found


def test_a_database_that_came_step_by_step_is_well_and_behind_by_its_steps():
    forget = "DELETE FROM django_migrations WHERE app = 'audit' AND name = %s"
    with as_the_owner(), connection.cursor() as cursor:
        cursor.execute(forget, ["0001_squashed_0002_events_cannot_change"])
        assert database.migrations().is_well
        cursor.execute(forget, ["0002_events_cannot_change"])
        assert "1 steps behind the code: audit.0002_events_cannot_change." in database.migrations().found
        cursor.execute(forget, ["0001_initial"])
        assert "1 steps behind the code: audit.0001_squashed_0002" in database.migrations().found


def test_the_queue_is_looked_at():
    assert queue.takes_work().is_well
    assert queue.worker().found.startswith("None is running")
    assert queue.waiting().is_well
    assert queue.failed().is_well


def test_full_disks_and_clocks_that_differ_are_named(monkeypatch):
    assert "At least" in machine.room().found or machine.room().remedy
    monkeypatch.setattr(machine, "ROOM", 10**18)
    assert machine.room().state is State.LOOK
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=2)):
        assert "differ by 120 seconds" in machine.clock().found


def test_packages_other_than_the_pinned_are_named(settings, tmp_path):
    assert machine.packages().is_well
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text("django==1.0 \\\nno-such-thing==2.0 \\\n")
    settings.PROJECT = tmp_path
    found = machine.packages().found
    assert "for 1.0" in found
    assert "no-such-thing missing for 2.0" in found


def test_the_audit_is_well_once_it_was_read_last_night():
    assert copies.audit().state is State.LOOK
    record(VERIFIED, subject="audit", by=None, detail={"sound": True, "events": 1200})
    assert copies.audit().found == "Read through and whole: 1,200 events."
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=27)):
        assert copies.audit().state is State.LOOK
    record(VERIFIED, subject="audit", by=None, detail={"sound": False})
    assert copies.audit().state is State.BROKEN


def test_a_backup_of_last_night_is_well_and_an_older_one_is_not(settings, tmp_path, monkeypatch):
    class Made:
        made_at = datetime.now(UTC) - timedelta(hours=3)
        folder = tmp_path

    settings.BACKUP_FOLDER = str(tmp_path)
    monkeypatch.setattr(backups, "newest", lambda under: Made)
    assert copies.backup().is_well
    Made.made_at -= timedelta(hours=24)
    assert copies.backup().state is State.BROKEN


def test_the_doctor_prints_each_finding_and_ends_with_one_when_there_is_something_to_do(monkeypatch):
    checks = (
        lambda: well("A", "Fine."),
        lambda: look("B", "So so.", "See to it."),
        lambda: broken("C", "No.", "Mend it."),
    )
    monkeypatch.setattr(register, "ALL", checks)
    done = CliRunner().invoke(doctor, standalone_mode=False)
    assert done.return_value == 1
    assert "BROKEN  C: No.\n        → Mend it." in done.output
    assert done.output.endswith("3 checks: 1 well, 2 to see to.\n")
    as_data = CliRunner().invoke(doctor, ["--json"], standalone_mode=False)
    assert [one["state"] for one in json.loads(as_data.output)] == ["well", "look", "broken"]
    monkeypatch.setattr(register, "ALL", checks[:1])
    assert CliRunner().invoke(doctor, standalone_mode=False).return_value == 0


def test_without_a_database_one_line_says_how_much_could_not_be_asked():
    def gone():
        raise DatabaseError("secret words")

    found = list(register.look_at((gone, lambda: well("A", "Fine."), gone)))
    assert [one.found for one in found] == ["Fine.", "2 checks need the database."]


def test_every_check_says_what_to_do_when_it_finds_something():
    """On this machine, as it is: nothing fails, and whatever is not well has a remedy."""
    found = list(register.look_at(register.ALL))
    assert len(found) == len(register.ALL)
    assert all(one.is_well or one.remedy for one in found)
    assert len({one.name for one in found}) == len(found)
