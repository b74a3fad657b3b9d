"""Kill -9 of the web server and of the worker in the middle of an import: nothing is half-loaded, and it is taken up
again. Real processes, on a database that is thrown away."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import psycopg
import pytest

from tests.blank import environment
from tests.programme.exchange.example import as_bytes, large

PREPARE = """
import sys, django
django.setup()
from datetime import date
from django.test import Client
from tests.readers import person, sign_in
from tests.programme.world import make_plan
make_plan(slug=sys.argv[1])
print(sign_in(Client(), person("programme lead")).cookies["sessionid"].value)
"""
SLOWLY = """
import time, django
django.setup()
from goldenthread.programme.exchange.load import Loader
quick = Loader._kind
def slow(self, kind):
    quick(self, kind)
    if self.programme.slug and kind.name == "reviews":
        time.sleep(60)
Loader._kind = slow
from goldenthread.cli import goldenthread
goldenthread(["worker"])
"""
TOKEN = "a" * 32
ROWS = "SELECT count(*) FROM programme_action"
STATE = "SELECT state, steps_done FROM programme_upload"


class Site:
    """The web server as a process, and somebody signed in."""

    def __init__(self, address: str, session: str, settings: dict[str, str]) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.database, self.session, self.settings = address, session, settings
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port),
             "--workers", "1", "--blocking-threads", "2", "--log-level", "critical", "goldenthread.config.wsgi:application"],
            env=self.settings, start_new_session=True,
        )  # fmt: skip
        for _ in range(200):
            try:
                self.get("/health/ready/")
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the web server did not come up")

    def kill(self) -> None:
        """As kill -9 of the whole group: granian's own children too."""
        import os

        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    def get(self, path: str) -> str:
        return self._ask(urllib.request.Request(f"http://127.0.0.1:{self.port}{path}"))

    def post(self, path: str, body: bytes = b"", kind: str = "application/x-www-form-urlencoded") -> str:
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=body, method="POST")
        request.add_header("Content-Type", kind)
        return self._ask(request)

    def _ask(self, request: urllib.request.Request) -> str:
        request.add_header("Cookie", f"sessionid={self.session}; csrftoken={TOKEN}")
        request.add_header("X-CSRFToken", TOKEN)
        straight = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with straight.open(request, timeout=30) as answer:
            return str(answer.read().decode())

    def ask(self, sql: str) -> tuple:
        with psycopg.connect(self.database) as held:
            return held.execute(sql).fetchone()

    def wait_for(self, sql: str, wanted: tuple, seconds: int = 240) -> None:
        for _ in range(seconds * 10):
            if (found := self.ask(sql)) == wanted:
                return
            time.sleep(0.1)
        raise AssertionError(f"{sql} stayed {found}, and never was {wanted}")


@pytest.fixture
def site(database):
    settings = environment(database) | {"ALLOWED_HOSTS": "127.0.0.1", "DEMONSTRATION": "1"}
    slug = json.loads(as_bytes(large(1, 1)))["programme"]["slug"]
    made = subprocess.run(
        [sys.executable, "-c", PREPARE, slug], env=settings, check=True, capture_output=True, text=True
    )
    site = Site(database, made.stdout.strip(), settings)
    site.slug = slug
    site.start()
    yield site
    site.kill()


def worker(site: Site, *command: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, *command], env=site.settings, start_new_session=True,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip


def upload(site: Site, count: int) -> None:
    """A programme file sent as a browser does."""
    line = b"----------end"
    body = b"--" + line + b'\r\nContent-Disposition: form-data; name="file"; filename="p.json"\r\n\r\n'
    body += as_bytes(large(count, 5)) + b"\r\n--" + line + b"--\r\n"
    site.post(f"/work/programme/{site.slug}/file/", body, f"multipart/form-data; boundary={line.decode()}")


def test_killed_in_the_middle_nothing_is_half_loaded_and_the_work_is_taken_up_again(site):
    upload(site, 200)
    good = worker(site, "-m", "goldenthread.cli", "worker")
    site.wait_for("SELECT state, is_rehearsed FROM programme_upload", ("held", True))
    assert site.ask(ROWS) == (0,)
    good.kill()
    good.wait(30)

    key = str(site.ask("SELECT key FROM programme_upload")[0])
    slow = worker(site, "-c", SLOWLY)
    site.post(f"/work/uploads/{key}/confirm/")
    site.wait_for("SELECT state, steps_done > 5 FROM programme_upload", ("running", True))
    assert "Being brought in" in site.get(f"/work/uploads/{key}/")
    site.kill()
    slow.send_signal(signal.SIGKILL)
    slow.wait(30)
    assert site.ask(ROWS) == (0,)

    site.start()
    assert "Being brought in" in site.get(f"/work/uploads/{key}/")
    # A minute without a sign of life counts as gone; the test does not wait for it.
    with psycopg.connect(site.database) as held:
        held.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '5 minutes'")
    again = worker(site, "-m", "goldenthread.cli", "worker")
    try:
        site.wait_for(STATE.replace(", steps_done", ""), ("done",), seconds=120)
    finally:
        again.kill()
        again.wait(30)
    assert site.ask(ROWS) == (202,)  # the 200 and the two of the example
    assert "It is in" in site.get(f"/work/uploads/{key}/")


def test_the_web_server_killed_while_it_receives_a_file_has_kept_nothing(site):
    """Half of an upload is sent, and the server is gone."""
    body = as_bytes(large(200, 5))
    head = (f"POST /work/programme/{site.slug}/file/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: sessionid={site.session}; "
            f"csrftoken={TOKEN}\r\nX-CSRFToken: {TOKEN}\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            f"Content-Length: {len(body) + 500}\r\n\r\n--b\r\n")  # fmt: skip
    with socket.create_connection(("127.0.0.1", site.port)) as wire:
        wire.sendall(head.encode() + body[: len(body) // 2])
        time.sleep(0.5)
        site.kill()
    assert site.ask("SELECT count(*) FROM programme_upload") == (0,)
    site.start()
    with pytest.raises(urllib.error.HTTPError) as missing:
        site.get("/work/uploads/00000000-0000-4000-8000-000000000000/")
    assert missing.value.code == 404
