"""A backup holds everything, comes back whole on an empty machine, and no byte of it changes unnoticed."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import psycopg
import pytest
import time_machine
from django.conf import settings
from django.db import connection

from goldenthread.audit.log import record_read
from goldenthread.partners.models import Organisation
from goldenthread.running import backups, metrics, tools
from goldenthread.running.checks import copies, register
from goldenthread.running.checks.finding import State
from goldenthread.running.restoring import compared
from tests.second_lock import as_the_owner

AT = datetime(2026, 3, 2, 4, 5, 6, tzinfo=UTC)
FLIPS = 1000
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def lived_in():
    for number in range(30):
        record_read(
            "test.done", subject=f"test:{number}", by=None, detail={"words": "ä, “quoted”\n\\and\ttabbed"}
        )


@pytest.fixture
def made(lived_in, tmp_path):
    return backups.make(tmp_path, at=AT)


def address_of(name: str) -> str:
    given = connection.settings_dict
    if given["HOST"].startswith("/"):
        return f"postgresql://{given['USER']}@/{name}?host={given['HOST']}"
    return f"postgresql://{quote(given['USER'])}:{quote(given['PASSWORD'])}@{given['HOST']}:{given['PORT']}/{name}"


def goldenthread(*words: object, database: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "DATABASE_URL": address_of(database),
        "SECRET_KEY": settings.SECRET_KEY,
        "AUDIT_KEY": settings.AUDIT_KEY,
    }
    command = [sys.executable, "-m", "goldenthread.cli", *map(str, words)]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


@pytest.fixture
def empty_database():
    """A database of its own, on the same server, with nothing in it."""
    name = f"{connection.settings_dict['NAME']}_restored"
    server = connection.get_connection_params() | {"dbname": "postgres"}
    for key in ("cursor_factory", "context", "prepare_threshold"):
        server.pop(key, None)
    with psycopg.connect(**server, autocommit=True) as door:
        door.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        door.execute(f'CREATE DATABASE "{name}"')
        yield name
        door.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def test_a_backup_comes_back_whole_into_an_empty_database(made, empty_database):
    done = goldenthread("restore", made.folder, "--quiet", database=empty_database)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"Restored: {len(made.tables)} tables")
    audit = goldenthread("audit", "verify", database=empty_database)
    assert audit.stdout.strip() == "30 events: the chain is whole."
    again = goldenthread("restore", made.folder, database=empty_database)
    assert again.returncode == 2
    assert "is not empty" in again.stderr


def test_a_backup_of_an_older_version_is_restored_and_told_to_be_migrated(lived_in, tmp_path, empty_database):
    """The steps that the older version had not made change no table here."""
    forget = "DELETE FROM django_migrations WHERE app = 'audit' AND name <> '0001_initial' RETURNING app, name, applied"
    with as_the_owner(), connection.cursor() as cursor:
        cursor.execute(forget)
        steps = cursor.fetchall()
    try:
        older = backups.make(tmp_path, at=AT)
    finally:
        with as_the_owner(), connection.cursor() as cursor:
            for step in steps:
                cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, %s)", step)
    done = goldenthread("restore", older.folder, "--quiet", database=empty_database)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "every table and the audit’s end as they were;" in done.stdout
    assert "of an older version. Run: goldenthread manage migrate" in done.stdout


def test_what_is_not_as_it_was_is_named_table_by_table(made):
    assert compared(made) == []
    Organisation.objects.create(name="Another", kind="council")
    assert [one for one in compared(made) if one.startswith("partners_organisation has 1 rows")]
    with as_the_owner(), connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("UPDATE audit_event SET detail = '{}' WHERE sequence = 7")
        cursor.execute("SET session_replication_role = origin")
    found = compared(made)
    assert "audit_event has its 30 rows, but what they say differs." in found
    assert any(one.startswith("Event 7 was changed") for one in found)


def test_one_flipped_bit_anywhere_is_found(made, record_property):
    """The dump and what the backup says of itself, at a thousand places."""
    chance = random.Random(20260302)  # noqa: S311
    files = [made.dump, made.folder / backups.MANIFEST]
    weights = [one.stat().st_size for one in files]
    missed = 0
    for file in chance.choices(files, weights, k=FLIPS - 100) + chance.choices(files, k=100):
        with file.open("r+b") as open_file:
            place, bit = chance.randrange(file.stat().st_size), 1 << chance.randrange(8)
            open_file.seek(place)
            was = open_file.read(1)
            flip(open_file, place, bytes([was[0] ^ bit]))
            try:
                backups.verified(made.folder)
                missed += 1
            except backups.BadBackup:
                pass
            flip(open_file, place, was)
    print(f"{FLIPS} bits flipped, {missed} not found")
    record_property("counted", {"what": "bits flipped", "tried": FLIPS, "failed": missed})
    assert missed == 0
    assert backups.verified(made.folder) == made


def flip(file, place: int, byte: bytes) -> None:
    file.seek(place)
    file.write(byte)
    file.flush()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda folder: (folder / backups.DUMP).unlink(), "cannot be read"),
        (lambda folder: (folder / backups.MANIFEST).unlink(), "is no backup"),
        (lambda folder: (folder / backups.MANIFEST).write_text("[]"), "damaged"),
        (lambda folder: (folder / backups.DUMP).write_bytes(b""), "has 0 bytes"),
    ],
)
def test_a_damaged_backup_is_refused_with_a_sentence(made, damage, words):
    damage(made.folder)
    with pytest.raises(backups.BadBackup, match=words):
        backups.verified(made.folder)


def test_a_description_that_somebody_wrote_anew_is_refused(made):
    path = made.folder / backups.MANIFEST
    said = json.loads(path.read_text())
    said["tables"]["audit_event"]["rows"] = 29
    path.write_text(json.dumps(said))
    with pytest.raises(backups.BadBackup, match="was changed after it was written"):
        backups.read(made.folder)


def test_a_backup_that_fails_leaves_nothing_behind(lived_in, tmp_path, monkeypatch):
    def full(program, *arguments):
        raise tools.ToolTrouble("pg_dump: could not write to file: No space left on device")

    monkeypatch.setattr(tools, "run", full)
    with pytest.raises(backups.BadBackup, match="No space left"):
        backups.make(tmp_path, at=AT)
    assert list(tmp_path.iterdir()) == []


def test_a_killed_backup_is_never_taken_for_one(lived_in, tmp_path):
    """kill -9 at any moment: either there is a whole backup, or none by that name."""
    name, whole = connection.settings_dict["NAME"], 0
    for after in (0, 0.05, 0.1, 0.2, 0.8):
        under = tmp_path / str(after)
        environment = {**os.environ, "DATABASE_URL": address_of(name), "SECRET_KEY": settings.SECRET_KEY,
                       "AUDIT_KEY": settings.AUDIT_KEY}  # fmt: skip
        command = [sys.executable, "-m", "goldenthread.cli", "backup", str(under), "--quiet"]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        while not list(under.glob(".*.part")) and process.poll() is None:
            time.sleep(0.005)
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for folder in under.glob("20*"):
            whole += bool(backups.verified(folder))
    print(f"5 killed, {whole} had been finished")
    assert whole < 5


def test_the_newest_that_is_whole_is_found(made, tmp_path):
    later = tmp_path / "2026-03-03T040506Z"
    shutil.copytree(made.folder, later)
    (later / backups.MANIFEST).write_text("{}")
    assert backups.newest(tmp_path) == made
    shutil.copytree(made.folder, tmp_path / "2026-03-04T040506Z")
    (tmp_path / "2026-03-04T040506Z" / backups.DUMP).write_bytes(b"")
    assert backups.newest(tmp_path) == made
    (tmp_path / "empty").mkdir()
    assert backups.newest(tmp_path / "empty") is None


def test_the_processes_group_reads_what_a_backup_says_of_itself_and_not_what_it_holds(made):
    modes = [made.folder, made.folder / backups.MANIFEST, made.dump]
    assert [one.stat().st_mode & 0o777 for one in modes] == [0o750, 0o640, 0o600]


@pytest.mark.parametrize(
    ("hours", "state"), [(1, State.WELL), (25.9, State.WELL), (26.1, State.BROKEN), (100, State.BROKEN)]
)
def test_a_backup_that_was_not_made_is_told_within_26_hours(made, tmp_path, settings, hours, state):
    """By the doctor, by /health/, and by a number that has an alarm in docs/running/watching.md."""
    settings.BACKUP_FOLDER = str(tmp_path)
    with time_machine.travel(AT + timedelta(hours=hours), tick=False):
        assert copies.backup().state is state
        told = re.search(rb"^goldenthread_backup_age_seconds (\S+)$", metrics.page(), re.MULTILINE)
    assert (float(told[1]) > 93_600) == (state is State.BROKEN)
    assert copies.backup in register.WATCHED


def test_no_backup_at_all_is_told_and_has_no_number(tmp_path, settings):
    settings.BACKUP_FOLDER = str(tmp_path)
    assert copies.backup().found.startswith("There is none")
    assert b"backup_age_seconds" not in metrics.page()


def test_a_backup_by_newer_code_is_named_as_one(made):
    path = made.folder / backups.MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": backups.FORMAT + 1}))
    with pytest.raises(backups.BadBackup, match="made by a newer version"):
        backups.verified(made.folder)


def test_a_password_stands_in_no_list_of_processes(monkeypatch):
    monkeypatch.setattr(
        connection, "get_connection_params", lambda: {"dbname": "x", "password": "secret", "host": "h"}
    )
    assert tools.address() == {"PGDATABASE": "x", "PGPASSWORD": "secret", "PGHOST": "h"}
