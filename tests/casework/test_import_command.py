"""`goldenthread casework import`: checked, brought in, killed in the middle and begun again. Real processes and database."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import psycopg
import pytest

from tests.blank import environment
from tests.casework.importing.rows import as_csv, row

SLOWLY = """
import time
import goldenthread.cli as cli
cli.start_django()
from goldenthread.casework.actions import importing
quick, done = importing.bring_in_case, []
def slow(**given):
    if len(done) == 7:
        print("halfway", flush=True)
        time.sleep(120)
    done.append(1)
    return quick(**given)
importing.bring_in_case = slow
cli.goldenthread(["casework", "import", __import__("sys").argv[1]])
"""
COUNT = (
    "SELECT (SELECT count(*) FROM casework_case), (SELECT count(*) FROM people_child),"
    " (SELECT count(*) FROM casework_standing)"
)


@pytest.fixture
def export(tmp_path):
    file = tmp_path / "export.csv"
    file.write_bytes(as_csv(*(row(number) for number in range(1, 16)), row(99, UPN="A801200000099")))
    return file


@pytest.fixture
def settings_of(database):
    made = environment(database) | {"DEMONSTRATION": "1"}
    code = ("import django; django.setup()\nfrom goldenthread.partners.models import Organisation\n"
            "Organisation.objects.create(name='Testshire Council', kind='council')")  # fmt: skip
    subprocess.run([sys.executable, "-c", code], env=made, check=True)
    return made


def run(settings: dict[str, str], *arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "goldenthread.cli", "casework", "import", *arguments]
    return subprocess.run(command, env=settings, capture_output=True, text=True, timeout=120, check=False)


def test_killed_in_the_middle_it_goes_on_and_nothing_comes_in_twice(database, settings_of, export, tmp_path):
    checked = run(settings_of, str(export), "--check", "--json", "--errors", str(tmp_path / "errors.csv"))
    assert checked.returncode == 1, checked.stderr
    found = json.loads(checked.stdout)
    assert (found["new"], found["here"], found["wrong"]) == (15, 0, 1)
    assert (tmp_path / "errors.csv").read_text("utf-8-sig").splitlines()[1].startswith("17,UPN,")
    with psycopg.connect(database) as held:
        assert held.execute(COUNT).fetchone() == (0, 0, 0)

    slow = subprocess.Popen([sys.executable, "-c", SLOWLY, str(export)], env=settings_of, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, text=True, start_new_session=True)  # fmt: skip
    assert slow.stdout.readline() == "halfway\n"
    os.killpg(slow.pid, signal.SIGKILL)
    slow.wait(30)
    time.sleep(0.2)
    with psycopg.connect(database) as held:
        assert held.execute(COUNT).fetchone() == (7, 7, 7)

    again = run(settings_of, str(export), "--json")
    found = json.loads(again.stdout)
    assert (again.returncode, found["new"], found["here"], found["wrong"]) == (1, 8, 7, 1)
    with psycopg.connect(database) as held:
        assert held.execute(COUNT).fetchone() == (15, 15, 15)

    refused = run(settings_of, str(export), "--all")
    assert refused.returncode in (1, 2)
    unknown = run(settings_of, str(export), "--mapping", "No such")
    assert (unknown.returncode, "No columns are kept as “No such”" in unknown.stderr) == (2, True)
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7")
    unread = run(settings_of, str(bad))
    assert (unread.returncode, "This is a PDF" in unread.stderr) == (2, True)
