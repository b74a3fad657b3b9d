"""The two web processes and two workers of an area, people who write to it, and people who read its public pages."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from assurance.rehearsal.servers import Servers, die_with_parent, wait_until
from assurance.tests.site import Site, as_deployed, free_port
from goldenthread.config.postgres import PROCESSES

PUBLIC = "/local-offer/"


class Area(Site):
    """A site with more than one process: each request goes to the next of them, as through a proxy."""

    def __init__(self, servers: Servers) -> None:
        super().__init__(servers.address("primary"), servers.room("site"))
        self.servers = servers
        self.ports = [free_port(), free_port()]
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.turn, self.read, self.refused = 0, 0, 0
        folders = f"{servers.folder / 'primary'},{servers.folder / 'replica'}"
        self.straight = (
            f"postgresql://{PROCESSES}@/goldenthread?host={folders}&target_session_attrs=read-write"
        )

    def start(self) -> None:
        """Two web processes through PgBouncer, two workers past it."""
        for number, port in enumerate(self.ports):
            words = [sys.executable, "-m", *as_deployed(port, 1)]
            self._start(f"web {number + 1}", *words, DATABASE_URL=self.servers.address("pooled", PROCESSES),
                        DATABASE_REPLICA_URL=self.servers.address("replica", PROCESSES))  # fmt: skip
        for number in (1, 2):
            self.start_worker(number)
        for port in self.ports:
            wait_until(lambda port=port: self.ready(port), what=f"the web process at {port}", seconds=180)

    def start_worker(self, number: int) -> None:
        """One worker. It finds by itself which of the two servers takes writes."""
        words = [sys.executable, "-m", "goldenthread.cli", "worker"]
        self._start(f"worker {number}", *words, DATABASE_URL=self.straight)

    def _start(self, name: str, *command: str, **settings: str) -> None:
        log = (self.servers.folder / f"{name}.log").open("ab")
        self.processes[name] = subprocess.Popen(
            command, env={**self.settings, **settings, "DATABASE_OWNER_URL": ""}, start_new_session=True,
            preexec_fn=die_with_parent, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip

    def restart_what_died(self) -> list[str]:
        """What systemd does (Restart=always); says which had died."""
        dead = [name for name, one in self.processes.items() if one.poll() is not None]
        for name in dead:
            assert name.startswith("worker"), f"{name} died"
            self.start_worker(int(name[-1]))
        return dead

    def ready(self, port: int) -> bool:
        """Whether a web process says that it can serve."""
        return self.ask_at(port, "/health/ready/") == 200

    def ask_at(self, port: int, path: str) -> int:
        """The status of one page of one process, for somebody without cookies."""
        wire = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            wire.request("GET", path, headers={"Host": "127.0.0.1"})
            answer = wire.getresponse()
            answer.read()
            return answer.status
        except http.client.HTTPException as broken:
            raise OSError from broken
        finally:
            wire.close()

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, str, str]:
        """As a site does, from the next process."""
        with self.lock:
            self.turn += 1
            self.port = self.ports[self.turn % 2]
        return super().ask(method, path, body, **headers)

    def read_public(self, times: int) -> None:
        """Public pages, from both in turn; what was not answered is counted."""
        for number in range(times):
            try:
                status = self.ask_at(self.ports[number % 2], PUBLIC)
            except OSError:
                status = 0
            self.read += 1
            self.refused += status != 200

    @contextmanager
    def readers(self, count: int) -> Iterator[None]:
        """People who read without pause."""
        over = threading.Event()

        def work() -> None:
            while not over.is_set():
                self.read_public(2)
                time.sleep(0.05)

        threads = [threading.Thread(target=work) for _ in range(count)]
        for one in threads:
            one.start()
        try:
            yield
        finally:
            over.set()
            for one in threads:
                one.join()

    def end(self) -> None:
        """Stop all of them, gently first: a web server's own children go with it."""
        for how in (signal.SIGTERM, signal.SIGKILL):
            for process in self.processes.values():
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, how)
            if how == signal.SIGTERM:
                time.sleep(2)
        for process in self.processes.values():
            process.wait(30)
