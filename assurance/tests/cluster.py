"""A PostgreSQL server of a test's own, to kill and to starve. It listens on a socket in its folder and on no network address.

A thread starts it again when it has ended, as a service manager does that is told Restart=on-failure, RestartSec=1.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

from assurance.rehearsal.servers import die_with_parent
from assurance.tests.site import until
from assurance.tests.volume import Volume, a_volume
from goldenthread.config import postgres

RESTART_SECONDS = 1.0
NAME = "goldenthread"


class Cluster:
    """The server, in a folder that is gone afterwards. Its write-ahead log lies in `wal`, beside its `data`."""

    def __init__(self) -> None:
        self.as_user: dict[str, Any] = {}
        if os.geteuid() == 0:
            postgres._prepare_root()
            self.as_user = {"user": postgres.SYSTEM_USER, "group": postgres.SYSTEM_USER, "extra_groups": []}
        self.programs = postgres._programs()
        self.folder = Path(tempfile.mkdtemp(prefix="gt-cluster-"))
        self.own(self.folder)
        self.data, self.wal, self.log = self.folder / "data", self.folder / "wal", self.folder / "log"
        self.address = f"postgresql://postgres@/{NAME}?host={self.folder}"
        self.over, self.restarts = threading.Event(), 0
        self.process: subprocess.Popen[bytes] | None = None

    def own(self, path: Path) -> None:
        """Let the server's user have a folder, and nobody else."""
        if self.as_user:
            shutil.chown(path, postgres.SYSTEM_USER, postgres.SYSTEM_USER)
        path.chmod(0o700)

    def make(self, copied: str) -> None:
        """Make it, with what another database holds."""
        words = ["-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--wal-segsize=1"]
        command = [self.programs / "initdb", "-D", self.data, "-X", self.wal, *words]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, **self.as_user)
        self._begin()
        threading.Thread(target=self._keep_running, daemon=True).start()
        until(lambda: self.ask("SELECT 1", "postgres") == 1, "the server did not come up")
        self.ask(f"CREATE ROLE {postgres.PROCESSES} LOGIN", "postgres")
        self.ask(f"CREATE DATABASE {NAME}", "postgres")
        dump = [postgres.client_program("pg_dump"), "-Fc", "-d", copied]
        restore = [postgres.client_program("pg_restore"), "--exit-on-error", "-d", self.address]
        with subprocess.Popen(dump, stdout=subprocess.PIPE) as dumped:
            subprocess.run(restore, stdin=dumped.stdout, check=True)
        assert dumped.returncode == 0
        self.ask("ANALYZE")

    def _begin(self) -> None:
        own = [
            "listen_addresses=",
            "max_connections=100",
            "timezone=UTC",
            "max_wal_size=24MB",
            "min_wal_size=4MB",
        ]
        options = [word for one in own for word in ("-c", one)]
        with suppress(OSError), self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.data, "-k", self.folder, *options],
                cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                preexec_fn=die_with_parent, env={"LC_ALL": "C.UTF-8", "TZ": "UTC"}, **self.as_user,
            )  # fmt: skip

    def _keep_running(self) -> None:
        while not self.over.wait(0.02):
            if self.process is not None and self.process.poll() is None:
                continue
            if not self.over.wait(RESTART_SECONDS):
                self._begin()
                self.restarts += 1

    def ask(self, question: str, database: str = NAME) -> Any:
        """The one value that answers a question. Raises OSError where nobody answers."""
        address = self.address.replace(f"/{NAME}?", f"/{database}?")
        try:
            with psycopg.connect(address, autocommit=True) as opened:
                found = opened.execute(question)
                return found.fetchone()[0] if found.description else None  # type: ignore[index]
        except psycopg.OperationalError as trouble:
            raise OSError from trouble

    def has_begun(self) -> bool:
        """Whether its first process has begun others: it recovers, or serves."""
        return bool(self.parts())

    def parts(self) -> list[int]:
        """The processes that the first of them has begun."""
        assert self.process is not None
        with suppress(OSError):
            number = self.process.pid
            return [int(one) for one in Path(f"/proc/{number}/task/{number}/children").read_text().split()]
        return []

    def kill(self, how: str, chance: random.Random) -> None:
        """kill -9 of "all" its processes, of the "first" alone, or of "one" that serves a web process; waits for the end."""
        assert self.process is not None
        first, parts = self.process.pid, self.parts()
        if how == "one":
            serving = [one for one in parts if postgres.PROCESSES in _called(one)]
            gone = [chance.choice(serving or parts)]
        else:
            gone = [first, *(parts if how == "all" else [])]
            with suppress(ProcessLookupError):
                os.kill(first, signal.SIGSTOP)  # so that it begins no other meanwhile
        for one in gone:
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        until(lambda: not any(map(_is_alive, parts)), "what a killed server had begun went on")

    def damage(self) -> str:
        """What pg_amcheck finds wrong with tables and indexes, every row looked for in each; nothing, if all is well."""
        words = [
            "--install-missing",
            "--heapallindexed",
            "-h",
            str(self.folder),
            "-U",
            "postgres",
            "-d",
            NAME,
        ]
        command = [str(postgres.client_program("pg_amcheck")), *words]
        said = subprocess.run(command, capture_output=True, text=True)
        return said.stdout + said.stderr if said.returncode or said.stdout else ""

    def end(self) -> None:
        """Stop it."""
        self.over.set()
        time.sleep(0.1)
        if self.process is not None:
            with suppress(ProcessLookupError):
                self.kill("all", random.Random(0))
            self.process.wait(30)

    def remove(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _called(number: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{number}/cmdline").read_text()
    return ""


def _is_alive(number: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@contextmanager
def a_cluster(copied: str, *, small: str = "", megabytes: int = 0) -> Iterator[tuple[Cluster, Volume | None]]:
    """One with what another database holds; its "data" or its "wal" may lie on a small volume alone."""
    made = Cluster()
    with ExitStack() as undone:
        undone.callback(made.remove)
        volume = undone.enter_context(a_volume(made.folder / small, megabytes=megabytes)) if small else None
        if volume:
            made.own(volume.place)
        undone.callback(made.end)
        made.make(copied)
        yield made, volume
