"""PostgreSQL servers in a folder of their own. They listen on sockets in it and on no network address."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg

from goldenthread.config import postgres

PR_SET_PDEATHSIG = 1


class Missing(Exception):
    """A program that the rehearsal needs is not on this machine."""


def die_with_parent() -> None:
    """A kill -9 of the rehearsal takes its children with it (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def wait_until(true: Callable[[], bool], *, what: str, seconds: float = 60) -> float:
    """Wait for something, and give the seconds it took."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        try:
            if true():
                return time.monotonic() - began
        except (OSError, psycopg.Error):
            pass
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds:.0f} seconds in vain: {what}")


class Clusters:
    """The folder, and the servers in it, each by its name."""

    def __init__(self) -> None:
        self.as_user: dict[str, Any] = {}
        if os.geteuid() == 0:  # PostgreSQL does not run as root
            postgres._prepare_root()
            self.as_user = {"user": postgres.SYSTEM_USER, "group": postgres.SYSTEM_USER, "extra_groups": []}
        self.programs = postgres._programs()
        self.folder = Path(tempfile.mkdtemp(prefix="gt-rehearsal-"))
        self.own(self.folder)
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def own(self, path: Path) -> None:
        """Give a file or a folder to the user as whom the servers run."""
        if self.as_user:
            shutil.chown(path, postgres.SYSTEM_USER, postgres.SYSTEM_USER)

    def room(self, name: str) -> Path:
        """A folder of its own: for a server, the one where it listens."""
        path = self.folder / name
        if not path.exists():
            path.mkdir(mode=0o700)
            self.own(path)
        return path

    def data(self, name: str) -> Path:
        """Where a server keeps its tables."""
        return self.folder / f"{name}-data"

    def address(self, name: str, user: str = "postgres") -> str:
        """The address of the database at one of them."""
        return f"postgresql://{user}@/goldenthread?host={self.folder / name}"

    def do(self, program: str | Path, *words: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a program as the servers' user, PostgreSQL's own first in its path; fail when it fails. `more`: its environment."""
        path = f"{self.programs}:{os.environ.get('PATH', '')}"
        environment = {"PATH": path, "LC_ALL": "C.UTF-8", "TZ": "UTC", **more}
        return subprocess.run(
            [str(self.programs / program), *map(str, words)], check=True, cwd="/", env=environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **self.as_user,
        )  # fmt: skip

    def launch(self, name: str, *command: str) -> None:
        """Start a program that stays, with its log beside it."""
        log = (self.folder / f"{name}.log").open("ab")
        self.running[name] = subprocess.Popen(
            command, cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            preexec_fn=die_with_parent, env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            **self.as_user,
        )  # fmt: skip

    def make(self, name: str) -> None:
        """An empty cluster, not started."""
        words = ["-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"]
        self.do("initdb", "-D", self.data(name), *words)

    def launch_postgres(self, name: str, *settings: str) -> None:
        """Start a server with more settings, and do not wait for it."""
        own = ["-k", str(self.room(name)), "-c", "listen_addresses=", "-c", "max_connections=100"]
        own += ["-c", "timezone=UTC", "-c", f"cluster_name={name}"]
        own += [word for one in settings for word in ("-c", one)]
        self.launch(name, str(self.programs / "postgres"), "-D", str(self.data(name)), *own)

    def start(self, name: str, *settings: str) -> None:
        """Start a server with more settings, and wait until it answers."""
        self.launch_postgres(name, *settings)
        wait_until(lambda: self.ask(name, "SELECT 1", "postgres") == 1, what=f"{name} answers")

    def ask(self, name: str, question: str, database: str = "goldenthread") -> Any:
        """The one value that answers a question."""
        address = self.address(name).replace("/goldenthread?", f"/{database}?")
        with psycopg.connect(address, autocommit=True) as connection:
            found = connection.execute(question)
            return found.fetchone()[0] if found.description else None  # type: ignore[index]

    def kill(self, name: str) -> None:
        """kill -9 of a whole server."""
        os.killpg(self.running[name].pid, signal.SIGKILL)
        self.running.pop(name).wait(30)

    def said(self, name: str) -> str:
        """The log of a server."""
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def end(self) -> None:
        """Stop everything, and leave nothing behind."""
        for process in self.running.values():
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        for process in self.running.values():
            process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)
