"""A web server as a process of its own, people who write to it without pause, and what they were told was kept."""

from __future__ import annotations

import http.client
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from tests.blank import environment

PREPARE = """
import django
django.setup()
from django.test import Client
from django.utils import timezone
from tests.casework import world
from tests.readers import person, sign_in
case, parent = world.make_case(on=timezone.localdate()), person("family")
world.parent_of(case.child, parent)
print(case.public_id, sign_in(Client(), parent).cookies["sessionid"].value)
"""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
COOKIE = re.compile(r"csrftoken=([^;]+)")
COMMAND = ["--interface", "wsgi", "--host", "127.0.0.1", "--workers", "1", "--blocking-threads", "4", "--no-ws",
           "--log-level", "critical", "goldenthread.config.wsgi:application"]  # fmt: skip


def _form(token: str, number: int) -> bytes:
    """A message with a file, as a browser sends it."""
    begin = "--b\r\nContent-Disposition: form-data; name="
    fields = {"csrfmiddlewaretoken": token, "words": f"Message {number}"}
    plain = "".join(f'{begin}"{name}"\r\n\r\n{value}\r\n' for name, value in fields.items())
    file = f'{begin}"papers"; filename="{number}.txt"\r\n\r\nFile of {number}\r\n--b--\r\n'
    return (plain + file).encode()


class Site:
    """The server, and one parent who writes about one case."""

    def __init__(self, database: str) -> None:
        self.settings = environment(database) | {"ALLOWED_HOSTS": "127.0.0.1", "DEMONSTRATION": "1"}
        made = subprocess.run(
            [sys.executable, "-c", PREPARE], env=self.settings, check=True, capture_output=True, text=True
        )
        case, self.session = made.stdout.split()
        self.address, self.database = f"/my/{case}/messages/", database
        self.kept: list[int] = []
        self.lock = threading.Lock()
        self.number = 0
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def start(self) -> None:
        """Start it, and wait until it can serve."""
        command = [sys.executable, "-m", "granian", "--port", str(self.port), *COMMAND]
        self.process = subprocess.Popen(
            command, env=self.settings, start_new_session=True, stderr=subprocess.DEVNULL
        )
        for _ in range(600):
            try:
                if self.ask("GET", "/health/ready/")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise AssertionError("the web server did not come up")

    def kill(self) -> None:
        """kill -9 of all its processes."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, str, str]:
        """The status, the body and the cookies of one answer."""
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            wire.request(method, path, body or None, {"Host": "127.0.0.1", **headers})
            answer = wire.getresponse()
            return answer.status, answer.read().decode(), answer.headers.get("Set-Cookie", "")
        except http.client.HTTPException as broken:
            raise OSError from broken
        finally:
            wire.close()

    def write(self) -> None:
        """One message with a file, as a browser sends it; its number is kept once the answer says that it was."""
        with self.lock:
            self.number += 1
            number = self.number
        status, page, cookies = self.ask("GET", self.address, Cookie=f"sessionid={self.session}")
        if status != 200:
            raise OSError(f"the page answered {status}")
        token, cookie = TOKEN.search(page), COOKIE.search(cookies)
        if token is None or cookie is None:
            raise OSError("a page without its form")
        cookies = f"sessionid={self.session}; csrftoken={cookie.group(1)}"
        form = {"Content-Type": "multipart/form-data; boundary=b", "Cookie": cookies}
        status, _, _ = self.ask("POST", self.address, _form(token.group(1), number), **form)
        if status != 302:
            raise OSError(f"the message was answered with {status}")
        with self.lock:
            self.kept.append(number)

    @contextmanager
    def writers(self, count: int) -> Iterator[None]:
        """People who write without pause, through every interruption."""
        over = threading.Event()

        def work() -> None:
            while not over.is_set():
                try:
                    self.write()
                except OSError:
                    time.sleep(0.02)

        threads = [threading.Thread(target=work) for _ in range(count)]
        for one in threads:
            one.start()
        try:
            yield
        finally:
            over.set()
            for one in threads:
                one.join()

    def wait_for_more(self, than: int, chance: random.Random) -> None:
        """Until something more was kept, and then up to 200 milliseconds."""
        until = time.monotonic() + 120
        while len(self.kept) <= than:
            assert time.monotonic() < until, "nothing was kept for two minutes"
            time.sleep(0.01)
        time.sleep(chance.random() * 0.2)

    def troubles(self) -> dict[str, int]:
        """What was lost or is half there, by its kind."""
        with psycopg.connect(self.database) as held:
            there = {
                int(words.split()[1]): key
                for key, words in held.execute("SELECT id, words FROM casework_message")
            }
            papers = held.execute(
                "SELECT message_id, name, convert_from(content, 'UTF8') FROM casework_paper"
            ).fetchall()
            events = held.execute(
                "SELECT subject FROM audit_event WHERE action = 'casework.message.came'"
            ).fetchall()
            (count,) = held.execute("SELECT count(*) FROM casework_message").fetchone()
        whole = {key: number for number, key in there.items()}
        with_paper = {key for key, name, words in papers if words.strip() == f"File of {whole.get(key)}"}
        noted = {int(subject.rpartition(":")[2]) for (subject,) in events}
        return {
            "acknowledged and lost": len(set(self.kept) - set(there)),
            "messages without their file": len(set(whole) - with_paper),
            "messages without their event": len(set(whole) - noted),
            "events or files without a message": len(noted - set(whole))
            + len({key for key, _, _ in papers} - set(whole)),
            "messages twice": count - len(there),
        }
