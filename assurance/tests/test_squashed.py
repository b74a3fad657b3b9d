"""Tables made at once on an empty database are those that the migrations make one by one, and whoever stands between goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from goldenthread.config import postgres
from tests.blank import environment

pytestmark = pytest.mark.timeout(1800)
ROWS = {
    "auth_permission": """SELECT app_label, model, codename, p.name FROM auth_permission p
        JOIN django_content_type t ON t.id = p.content_type_id""",
    "django_content_type": "SELECT app_label, model FROM django_content_type",
}
"""Rows whose numbers follow from the order in which they were made."""


@contextmanager
def nothing_in_it(name: str) -> Iterator[str]:
    """The address of a database without a table."""
    named = sql.Identifier(f"goldenthread_{name}_{os.getpid()}")
    with psycopg.connect(postgres.url("postgres"), autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(named))
        try:
            yield postgres.url(f"goldenthread_{name}_{os.getpid()}")
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(named))


def run(address: str, *words: str) -> str:
    command = [sys.executable, "-m", *words]
    return subprocess.run(
        command, env=environment(address), cwd=settings.PROJECT, check=True, capture_output=True, text=True
    ).stdout


def manage(address: str, *words: str) -> str:
    return run(address, "goldenthread.cli", "manage", *words)


def tables(address: str) -> list[str]:
    """Everything that is no row, as pg_dump writes it; without its two lines that are made anew for each dump."""
    command = [str(postgres.client_program("pg_dump")), "--schema-only", address]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [line for line in said.splitlines() if not line.startswith(("\\restrict", "\\unrestrict"))]


def rows(address: str) -> dict[str, list[str]]:
    """What stands in each table but the list of migrations."""
    found = {}
    with psycopg.connect(address) as opened:
        names = (
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'django_migrations'"
        )
        for (name,) in opened.execute(names).fetchall():
            asked = ROWS.get(name) or sql.SQL("SELECT * FROM {}").format(sql.Identifier(name))
            found[name] = sorted(map(repr, opened.execute(asked).fetchall()))
    return found


@pytest.fixture(scope="module")
def at_once(django_db_setup) -> Iterator[str]:
    with nothing_in_it("at_once") as address:
        manage(address, "migrate", "-v0")
        yield address


@pytest.mark.parametrize("cut", ["half", "but-last", "all"])
def test_who_came_one_by_one_has_the_same_tables_and_rows(at_once, cut, record_property):
    with nothing_in_it("one_by_one") as address:
        run(address, "tests.one_by_one", cut)
        to_do = manage(address, "migrate", "--plan")
        assert ("No planned migration operations" in to_do) is (cut == "all")
        if cut != "all":
            assert tables(address) != tables(at_once)
            manage(address, "migrate", "-v0")
        lines, held = tables(address), rows(address)
        assert lines == tables(at_once)
        assert held == rows(at_once)
        assert sum(map(len, held.values())) > 1000
        assert "No planned migration operations" in manage(address, "migrate", "--plan")
        assert "No changes detected" in manage(address, "makemigrations", "--check", "--dry-run")
    record_property("counted", {"what": "lines of pg_dump of tables made one by one and at once, compared",
                                "tried": len(lines), "failed": 0})  # fmt: skip
