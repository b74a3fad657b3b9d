"""An import that is killed leaves nothing; two at once are one after the other.

Events of the audit can never be removed, so these tests, which must commit, have a database that is thrown away.
"""

import signal
import subprocess
import sys

import psycopg
from psycopg import sql

from tests.blank import environment
from tests.programme.exchange.example import as_bytes, example, large

IMPORT = """
import sys, time, django
django.setup()
from datetime import date
from goldenthread.programme.actions.importing import import_programme
from goldenthread.programme.exchange import parse
from goldenthread.programme.models import ActionVersion

def progress(done, total, what):
    if what == "reviews" and "pause" in sys.argv:
        print(f"halfway {ActionVersion.objects.count()}", flush=True)
        time.sleep(120)

content = parse(open(sys.argv[1], "rb").read())
print("ready", flush=True)
sys.stdin.readline()
print(import_programme(content, by=None, on=date(2026, 11, 1), progress=progress).added, flush=True)
"""
TABLES = (
    "programme_programme",
    "programme_action",
    "programme_actionversion",
    "partners_body",
    "audit_event",
)


def begun(address, file, *more):
    """A process that has read the file and imports it when it is sent a line."""
    running = subprocess.Popen(
        [sys.executable, "-c", IMPORT, str(file), *more],
        env=environment(address),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout.readline().strip() == "ready"
    return running


def send(running):
    running.stdin.write("go\n")
    running.stdin.flush()


def rows_in(address):
    with psycopg.connect(address) as held:
        counts = [
            held.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()[0]
            for table in TABLES
        ]
    return dict(zip(TABLES, counts, strict=True))


def test_killed_halfway_an_import_leaves_nothing_and_can_be_run_again(database, tmp_path):
    file = tmp_path / "large.json"
    file.write_bytes(as_bytes(large(500, 5)))
    with begun(database, file, "pause") as running:
        send(running)
        assert running.stdout.readline().strip() == "halfway 2503"
        running.send_signal(signal.SIGKILL)
        assert running.wait(30) == -signal.SIGKILL
    assert set(rows_in(database).values()) == {0}
    with begun(database, file) as again:
        send(again)
        assert again.wait(60) == 0
    assert rows_in(database)["programme_actionversion"] == 2503


def test_two_imports_at_once_add_everything_once(database, tmp_path):
    file = tmp_path / "example.json"
    file.write_bytes(as_bytes(example()))
    with begun(database, file) as one, begun(database, file) as other:
        send(one)
        send(other)
        added = sorted(int(running.stdout.readline()) for running in (one, other))
        assert (one.wait(60), other.wait(60)) == (0, 0)
    assert added[0] == 0
    assert added[1] > 0
    assert rows_in(database) == {
        "programme_programme": 1,
        "programme_action": 2,
        "programme_actionversion": 3,
        "partners_body": 2,
        "audit_event": 2,
    }
