"""The database: that it answers, is new enough, has our tables, and that the program's own user cannot do too much."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db import DatabaseError, ProgrammingError, connection
from django.db.migrations.loader import MigrationLoader

from goldenthread.running.checks.finding import Finding, broken, look, well

Step = tuple[str, str]
"""A migration: its app and its name."""
OLDEST, EXTENSIONS = 16, {"btree_gist", "pg_trgm"}
MIGRATE = "Run: goldenthread manage migrate"
FULL = 0.8
"""Of the connections that the server allows, the share from which somebody should know."""


def _row(question: str) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        found: tuple[Any, ...] = cursor.fetchone()
    return found


def answers() -> Finding:
    """Whether the database answers."""
    try:
        _row("SELECT 1")
    except DatabaseError as trouble:
        said = str(trouble).strip().split("\n")[0]
        return broken(
            "Database", f"It did not answer: {said}", "Check DATABASE_URL, and that the server runs."
        )
    return well("Database", "It answers.")


def version() -> Finding:
    """Whether the server is one that we are tried with."""
    number = connection.cursor().connection.info.server_version
    if number // 10_000 < OLDEST:
        return broken("PostgreSQL", f"Version {number // 10_000}.", f"Move to PostgreSQL {OLDEST} or newer.")
    (checksums,) = _row("SHOW data_checksums")
    if checksums != "on":
        return look("PostgreSQL", f"Version {number // 10_000}, without data checksums: a damaged page goes unnoticed.",
                    "Stop the server and run: pg_checksums --enable")  # fmt: skip
    return well("PostgreSQL", f"Version {number // 10_000}.{number % 10_000}, with data checksums.")


def extensions() -> Finding:
    """Whether the extensions that our migrations need are there."""
    (names,) = _row("SELECT coalesce(array_agg(extname::text), '{}') FROM pg_extension")
    missing = sorted(EXTENSIONS - set(names))
    if missing:
        return broken(
            "Extensions", f"Missing: {', '.join(missing)}.", f"{MIGRATE} (as the owner of the database)."
        )
    return well("Extensions", f"{' and '.join(sorted(EXTENSIONS))} are there.")


def role() -> Finding:
    """Whether the user of the database can do more than the program needs."""
    name, is_super, makes_roles, makes_databases = _row(
        "SELECT rolname, rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user"
    )
    if is_super or makes_roles or makes_databases:
        too_much = "a superuser" if is_super else "may make users or databases"
        return look("Database user", f"{name} is {too_much}." if is_super else f"{name} {too_much}.",
                    "Give DATABASE_URL a user that owns this one database and nothing else.")  # fmt: skip
    return well("Database user", f"{name} is an ordinary user.")


def connections() -> Finding:
    """How much of the server's connections is in use."""
    used, allowed = _row(
        "SELECT count(*), current_setting('max_connections')::int FROM pg_stat_activity WHERE backend_type = 'client backend'"
    )
    found = f"{used} of {allowed} in use."
    if used > FULL * allowed:
        return look(
            "Connections", found, "Look for idle ones in pg_stat_activity, or put PgBouncer in between."
        )
    return well("Connections", found)


@cache
def in_the_code() -> frozenset[Step]:
    """Every migration that this version of the code has; it cannot change while the program runs."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


@cache
def _stands_for() -> dict[Step, frozenset[Step]]:
    """What stands for many migrations on an empty database, and for which."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return {key: frozenset(one.replaces) for key, one in loader.disk_migrations.items() if one.replaces}


def _missing(done: set[Step]) -> Iterator[Step]:
    """What is to be done: of what stands for many, the rest of those many once one of them was done."""
    for one in in_the_code().difference(done, *_stands_for().values()):
        many = _stands_for().get(one, frozenset())
        yield from many - done if many & done else {one}


def migrations() -> Finding:
    """Whether the tables are those of this version of the code."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            done = set(cursor.fetchall())
    except ProgrammingError:
        return broken("Tables", "There are none of ours.", MIGRATE)
    apps = {app for app, _ in in_the_code()}
    missing = sorted(f"{app}.{name}" for app, name in _missing(done))
    newer = sorted(
        f"{app}.{name}"
        for app, name in done.difference(in_the_code(), *_stands_for().values())
        if app in apps
    )
    if missing:
        return broken("Tables", f"{len(missing)} steps behind the code: {', '.join(missing[:5])}.", MIGRATE)
    if newer:
        return look("Tables", f"The database is ahead of the code: {', '.join(newer[:5])}.",
                    "Run the newer version of the code.")  # fmt: skip
    return well("Tables", f"All {len(in_the_code() & done)} steps are done.")
