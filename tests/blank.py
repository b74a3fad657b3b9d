"""An empty database with our tables: migrated once for as long as the migrations stay the same, then copied in a moment."""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import distributions
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

from goldenthread.config import postgres
from tests.second_lock import ROLE

MIGRATED = "goldenthread_migrated_"


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


def migrated() -> str:
    """The name of a database that went through every migration and holds nothing else; kept on the server from run to run."""
    name, server = f"{MIGRATED}{_print_of_migrations()}", _server()
    with _admin(server) as admin, _made_once(admin, name, copied=_just_set_up(server)) as unfinished:
        if unfinished:
            for (older,) in admin.execute(
                "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [MIGRATED]
            ).fetchall():
                if older != unfinished:
                    with suppress(psycopg.errors.ObjectInUse):  # another run copies it just now
                        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(older)))
            command = [sys.executable, "-m", "goldenthread.cli", "manage", "migrate", "-v0"]
            subprocess.run(command, env=environment(_named(server, unfinished)), check=True, timeout=600)
    return name


def _just_set_up(server: str) -> str:
    """On a machine that tests what it has just set up, the database of that set-up, while it is empty; else an empty one.

    A developer's own is never copied: it may hold rows, or what another branch has made.
    """
    if os.environ.get("CI") == "true":
        name = str(connection.settings_dict["NAME"])
        with suppress(psycopg.Error), psycopg.connect(_named(server, name)) as opened:
            if not opened.execute("SELECT EXISTS (SELECT FROM accounts_user)").fetchone()[0]:
                return name
    return "template1"


def _print_of_migrations() -> str:
    """Of our migrations and of the packages, which bring their own."""
    seen = hashlib.sha256()
    for one in sorted((settings.PROJECT / "goldenthread").glob("*/migrations/*.py")):
        seen.update(one.read_bytes())
    for name in sorted(f"{one.name} {one.version}" for one in distributions()):
        seen.update(name.encode())
    return seen.hexdigest()[:12]


def keep_template() -> None:
    """Copy the tests' own database, as it is before the first test, unless another worker has."""
    made = str(connection.settings_dict["NAME"])
    connection.close()
    with _admin(_server()) as admin, _made_once(admin, _template(_owner()), copied=made):
        pass


@contextmanager
def _made_once(admin: Any, name: str, copied: str = "template1") -> Iterator[str]:
    """Make a database if nobody has; gives the name that it bears until it is whole, or nothing if it is there."""
    with (Path(tempfile.gettempdir()) / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            yield ""
            return
        unfinished = f"{name}_unfinished"
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(unfinished)))
        _copy(admin, copied, unfinished)
        yield unfinished
        admin.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(unfinished), sql.Identifier(name))
        )


def _copy(admin: Any, one: str, to: str) -> None:
    admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(to), sql.Identifier(one)))


@contextmanager
def thrown_away() -> Iterator[str]:
    """The address of an empty database with our tables, gone afterwards."""
    server, own, template = _server(), f"goldenthread_thrown_away_{os.getpid()}", _template(_owner())
    with _admin(server) as admin:
        _copy(admin, template, own)
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
