"""Two PostgreSQL servers and PgBouncer in a folder of their own. They listen on sockets in it and on no network address."""

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

POOLED = """[databases]
goldenthread = host={primary} port=5432

[pgbouncer]
listen_port = 5432
unix_socket_dir = {folder}
auth_type = trust
auth_file = {folder}/users.txt
pool_mode = transaction
default_pool_size = 20
max_client_conn = 200
server_login_retry = 1
ignore_startup_parameters = extra_float_digits
admin_users = postgres
"""
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


class Servers:
    """The folder, and what runs in it."""

    def __init__(self) -> None:
        bouncer = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        if bouncer is None:
            raise Missing("pgbouncer is not installed (on Debian: apt install pgbouncer)")
        self.bouncer = bouncer
        self.as_user: dict[str, Any] = {}
        if os.geteuid() == 0:  # neither program runs as root
            postgres._prepare_root()
            self.as_user = {"user": postgres.SYSTEM_USER, "group": postgres.SYSTEM_USER, "extra_groups": []}
        self.programs = postgres._programs()
        self.folder = Path(tempfile.mkdtemp(prefix="gt-rehearsal-"))
        self._own(self.folder)
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def _own(self, path: Path) -> None:
        if self.as_user:
            shutil.chown(path, postgres.SYSTEM_USER, postgres.SYSTEM_USER)

    def room(self, name: str) -> Path:
        """The folder where one of them listens."""
        path = self.folder / name
        if not path.exists():
            path.mkdir(mode=0o700)
            self._own(path)
        return path

    def address(self, name: str, user: str = "postgres") -> str:
        """The address of the database at one of them."""
        return f"postgresql://{user}@/goldenthread?host={self.folder / name}"

    def _do(self, program: str, *words: str) -> None:
        subprocess.run(
            [str(self.programs / program), *words],
            check=True,
            cwd="/",
            stdout=subprocess.DEVNULL,
            **self.as_user,
        )

    def _start(self, name: str, *command: str) -> None:
        log = (self.folder / f"{name}.log").open("ab")
        self.running[name] = subprocess.Popen(
            command, cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            preexec_fn=die_with_parent, env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            **self.as_user,
        )  # fmt: skip

    def _start_postgres(self, name: str) -> None:
        own = ["-k", str(self.room(name)), "-c", "listen_addresses=", "-c", "max_connections=100"]
        own += ["-c", "timezone=UTC", "-c", f"cluster_name={name}", "-c", "hot_standby_feedback=on"]
        self._start(name, str(self.programs / "postgres"), "-D", str(self.folder / f"{name}-data"), *own)
        wait_until(lambda: self.ask(name, "SELECT 1", "postgres") == 1, what=f"{name} answers")

    def ask(self, name: str, question: str, database: str = "goldenthread") -> Any:
        """The one value that answers a question."""
        address = self.address(name).replace("/goldenthread?", f"/{database}?")
        with psycopg.connect(address, autocommit=True) as connection:
            found = connection.execute(question)
            return found.fetchone()[0] if found.description else None  # type: ignore[index]

    def start_primary(self) -> None:
        """An empty primary."""
        data = str(self.folder / "primary-data")
        self._do(
            "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"
        )
        self._start_postgres("primary")
        self.ask("primary", "CREATE DATABASE goldenthread", "postgres")

    def start_replica(self) -> None:
        """A streaming copy, on which every commit waits from now on."""
        data = str(self.folder / "replica-data")
        source = f"host={self.folder / 'primary'} user=postgres application_name=replica"
        self._do("pg_basebackup", "-D", data, "-d", source, "-R", "-X", "stream", "--checkpoint=fast")
        self._start_postgres("replica")
        self.ask("primary", "ALTER SYSTEM SET synchronous_standby_names = 'replica'")
        self.ask("primary", "SELECT pg_reload_conf()")
        state = "SELECT coalesce((SELECT sync_state FROM pg_stat_replication), '')"
        wait_until(lambda: self.ask("primary", state) == "sync", what="the copy is synchronous")

    def start_bouncer(self) -> None:
        """PgBouncer before the primary."""
        room = self.room("pooled")
        users = room / "users.txt"
        users.write_text(f'"postgres" ""\n"{postgres.PROCESSES}" ""\n')
        self._own(users)
        self.lead_to("primary")
        self._start("pooled", self.bouncer, "-q", str(room / "pgbouncer.ini"))
        wait_until(lambda: self.ask("pooled", "SELECT 1") == 1, what="PgBouncer answers")

    def lead_to(self, name: str) -> None:
        """Let PgBouncer lead to a server; one that runs already is told to read its file again."""
        place = self.room("pooled") / "pgbouncer.ini"
        place.write_text(POOLED.format(primary=self.folder / name, folder=self.folder / "pooled"))
        self._own(place)
        if "pooled" in self.running:
            self.running["pooled"].send_signal(signal.SIGHUP)

    def kill_primary(self) -> None:
        """kill -9 of the whole server."""
        os.killpg(self.running["primary"].pid, signal.SIGKILL)
        self.running.pop("primary").wait(30)

    def promote(self) -> None:
        """Make the copy the primary."""
        self.ask("replica", "SELECT pg_promote()")
        wait_until(lambda: not self.ask("replica", "SELECT pg_is_in_recovery()"), what="the copy leads")

    def reads(self, name: str) -> int:
        """How often the tables of the Local Offer were looked into at a server since its statistics began."""
        question = """SELECT coalesce(sum(seq_scan + coalesce(idx_scan, 0)), 0)::bigint FROM pg_stat_user_tables
                      WHERE relname LIKE 'localoffer%'"""
        return int(self.ask(name, question))

    def end(self) -> None:
        """Stop everything, and leave nothing behind."""
        for process in self.running.values():
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        for process in self.running.values():
            process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)
