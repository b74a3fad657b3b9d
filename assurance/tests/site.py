"""A web server as processes of its own, people who write to it without pause, and what they were told was kept."""

from __future__ import annotations

import contextlib
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
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.blank import environment

PREPARE = """
import django
django.setup()
from django.test import Client
from django.utils import timezone
from goldenthread.kit.who_reads import Purpose, process_reads_for
from tests.casework import world
from tests.readers import person, sign_in
process_reads_for(Purpose.COMMAND)
case, parent = world.make_case(on=timezone.localdate()), person("family")
world.parent_of(case.child, parent)
print(case.public_id, sign_in(Client(), parent).cookies["sessionid"].value)
"""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
COOKIE = re.compile(r"csrftoken=([^;]+)")
LARGE = 25
"""Every so many messages one has a file of 6 MB: more than is held in memory, so that it is put down while it comes."""


def content(number: int) -> str:
    """The file of a message."""
    return f"File of {number}\n" + ("words " * 1_000_000 if number % LARGE == 0 else "")


def _form(token: str, number: int) -> bytes:
    """A message with a file, as a browser sends it."""
    begin = "--b\r\nContent-Disposition: form-data; name="
    fields = {"csrfmiddlewaretoken": token, "words": f"Message {number}"}
    plain = "".join(f'{begin}"{name}"\r\n\r\n{value}\r\n' for name, value in fields.items())
    file = f'{begin}"papers"; filename="{number}.txt"\r\n\r\n{content(number)}\r\n--b--\r\n'
    return (plain + file).encode()


class Site:
    """The server with some workers, and one parent who writes about one case."""

    def __init__(self, database: str, folder: Path, *, workers: int = 4, **settings: str) -> None:
        self.temporary, self.database, self.workers = folder / "temporary", database, workers
        self.temporary.mkdir(exist_ok=True)
        self.settings = environment(database) | {
            "ALLOWED_HOSTS": "127.0.0.1", "DEMONSTRATION": "1", "TMPDIR": str(self.temporary), **settings,
        }  # fmt: skip
        made = subprocess.run(
            [sys.executable, "-c", PREPARE], env=self.settings, check=True, capture_output=True, text=True
        )
        case, self.session = made.stdout.split()
        self.address, self.log = f"/my/{case}/messages/", folder / "log"
        self.kept: list[int] = []
        self.answers: Counter[int] = Counter()
        self.pages: dict[int, str] = {}
        self.lock, self.number = threading.Lock(), 0
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def start(self, *, under: tuple[str, ...] = ()) -> None:
        """Start it, by another program when one is given, and wait until it can serve."""
        command = [*under, sys.executable, "-m", "assurance.tests.forking", str(self.port), str(self.workers)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, env=self.settings, start_new_session=True, stdout=log, stderr=log
            )
        until(lambda: self.status("/health/ready/") == 200, "the web server did not come up")

    def kill(self) -> None:
        """kill -9 of all its processes."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    def worker_processes(self) -> list[int]:
        """Those of its processes that answer."""
        number = self.process.pid
        return [int(one) for one in Path(f"/proc/{number}/task/{number}/children").read_text().split()]

    def kill_one(self, chance: random.Random) -> int:
        """kill -9 of one worker; how many died by it."""
        try:
            os.kill(chance.choice(self.worker_processes()), signal.SIGKILL)
        except (IndexError, ProcessLookupError):
            return 0
        return 1

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

    def status(self, path: str) -> int:
        """With what an address answers; 0 when nobody does."""
        try:
            return self.ask("GET", path)[0]
        except OSError:
            return 0

    def form(self) -> tuple[str, str]:
        """The page's token, and the cookies to send it with."""
        status, page, cookies = self.ask("GET", self.address, Cookie=f"sessionid={self.session}")
        token, cookie = TOKEN.search(page), COOKIE.search(cookies)
        if token is None or cookie is None:
            self._noted(status, page)
            raise OSError(f"a page without its form: {status}")
        return token.group(1), f"sessionid={self.session}; csrftoken={cookie.group(1)}"

    def write(self, token: str, cookies: str) -> int:
        """One message with a file, as a browser sends it; its number is kept once the answer says that it was."""
        with self.lock:
            self.number += 1
            number = self.number
        form = {"Content-Type": "multipart/form-data; boundary=b", "Cookie": cookies}
        status, page, _ = self.ask("POST", self.address, _form(token, number), **form)
        self._noted(status, page)
        if status != 302:
            raise OSError(f"the message was answered with {status}")
        with self.lock:
            self.kept.append(number)
        return number

    def _noted(self, status: int, page: str) -> None:
        with self.lock:
            self.answers[status] += 1
            self.pages[status] = page

    @contextmanager
    def writers(self, count: int) -> Iterator[None]:
        """People who write without pause, through every interruption."""
        over = threading.Event()

        def work() -> None:
            form: tuple[str, str] | None = None
            while not over.is_set():
                try:
                    form = form or self.form()
                    self.write(*form)
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
        until(lambda: len(self.kept) > than, "nothing was kept for two minutes")
        time.sleep(chance.random() * 0.2)

    def left_behind(self) -> list[str]:
        """Files that lie in the folder for passing ones."""
        return [one.name for one in self.temporary.rglob("*") if one.is_file()]


def until(is_so: Callable[[], object], words: str, *, seconds: float = 120) -> float:
    """Wait until something is so, and give the seconds that it took; fail with the words."""
    began = time.monotonic()
    while time.monotonic() < began + seconds:
        with contextlib.suppress(OSError):
            if is_so():
                return time.monotonic() - began
        time.sleep(0.01)
    raise AssertionError(words)
