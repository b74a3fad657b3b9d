"""An empty database with our tables, for tests that must commit: migrated once for a whole run, then copied in a moment."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

from goldenthread.config import postgres
from tests.second_lock import ROLE


def environment(address: str) -> dict[str, str]:
    """What a process needs to work on a database of its own; on our own server as the role of the processes."""
    processes = address.replace("//postgres@/", f"//{ROLE}@/")
    return {
        **os.environ, "DATABASE_URL": processes, "DATABASE_OWNER_URL": address,
        "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings",
        "SECRET_KEY": settings.SECRET_KEY, "PYTHONPATH": str(settings.PROJECT),
    }  # fmt: skip


def _template(owner: int) -> str:
    return f"goldenthread_blank_{owner}"


def _owner() -> int:
    """The process that leads the run: a worker's parent, or this one."""
    return os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()


def _server() -> str:
    return os.environ.get("DATABASE_URL") or postgres.url(
        connection.settings_dict["NAME"].removeprefix("test_")
    )


def _admin(server: str) -> Any:
    return psycopg.connect(urlsplit(server)._replace(path="/postgres").geturl(), autocommit=True)


def _named(server: str, name: str) -> str:
    return urlsplit(server)._replace(path=f"/{name}").geturl()


def keep_template() -> None:
    """Copy the tests' own database, as it is before the first test, unless another worker has.

    A run in which no test asks for that database has none, and a developer's own is never copied.
    """
    made = str(connection.settings_dict["NAME"])
    connection.close()
    if not made.startswith("test_"):
        return
    with _admin(_server()) as admin:
        _make_template(_server(), admin, _template(_owner()), made)


def _make_template(server: str, admin: Any, name: str, made: str = "") -> None:
    """Make it if no other worker has: under another name until it is whole."""
    with (Path(tempfile.gettempdir()) / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return
        unfinished = f"{name}_unfinished"
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(unfinished)))
        if made:
            copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(unfinished), sql.Identifier(made)
            )
            admin.execute(copy)
        else:
            admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
            for words in (["manage", "migrate", "-v0"], ["lock"]):
                command = [sys.executable, "-m", "goldenthread.cli", *words]
                subprocess.run(command, env=environment(_named(server, unfinished)), check=True, timeout=280)
        admin.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(unfinished), sql.Identifier(name))
        )


@contextmanager
def thrown_away() -> Iterator[str]:
    """The address of an empty database with our tables, gone afterwards."""
    server, own, template = _server(), f"goldenthread_thrown_away_{os.getpid()}", _template(_owner())
    with _admin(server) as admin:
        _make_template(server, admin, template)
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(own), sql.Identifier(template))
        admin.execute(copy)
        try:
            yield _named(server, own)
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(own)))


def let_go() -> None:
    """At the end of a run, in the process that leads it: the template too. No trouble where there is none."""
    name = _template(os.getpid())
    lock = Path(tempfile.gettempdir()) / f"{name}.lock"
    if not lock.exists():
        return
    server = os.environ.get("DATABASE_URL") or postgres.url("postgres")
    with _admin(server) as admin:
        for one in (name, f"{name}_unfinished"):
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(one)))
    lock.unlink(missing_ok=True)
