"""What every table holds, as a number of rows and a hash that any other copy can be compared with."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from psycopg import sql

PASSING = {"django_session", "procrastinate_workers", "accounts_remembered", "accounts_opensession"}
"""Tables whose rows are of the moment and are not kept: after a restore everybody signs in again."""


@dataclass(frozen=True)
class Table:
    """A table's rows and the SHA-256 of all of them, as text, in the order of its key."""

    rows: int
    sha256: str


def names() -> list[str]:
    """Every table of ours that is kept, in the order of the alphabet."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
        )
        return [name for (name,) in cursor.fetchall() if name not in PASSING]


def contents(tell: Callable[[str, Table], None] | None = None) -> dict[str, Table]:
    """Every table's rows and hash, all as at one moment when it is called in `one_moment`."""
    found = {}
    for name in names():
        found[name] = _table(name)
        if tell:
            tell(name, found[name])
    return found


def _table(name: str) -> Table:
    order = sql.SQL(", ").join(map(sql.Identifier, _key(name))) or sql.SQL("1")
    question = sql.SQL("COPY (SELECT * FROM {} ORDER BY {}) TO STDOUT").format(sql.Identifier(name), order)
    digest, rows = hashlib.sha256(), 0
    with connection.cursor() as cursor, cursor.cursor.copy(question) as lines:
        for line in lines:
            digest.update(line)
            rows += bytes(line).count(b"\n")
    return Table(rows, digest.hexdigest())


def _key(name: str) -> list[str]:
    """The columns of a table's primary key; every column when it has none."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT a.attname, coalesce(i.indisprimary, false)
               FROM pg_attribute a
               LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY (i.indkey)
               WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum""",
            [f'"{name}"'],
        )
        columns = cursor.fetchall()
    return [column for column, is_key in columns if is_key] or [column for column, _ in columns]


@contextmanager
def one_moment() -> Iterator[str]:
    """Everything inside is read as it was when this began, whatever is written meanwhile. Gives the snapshot's name."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (name,) = cursor.fetchone()
        yield str(name)


def differences(kept: dict[str, Table], here: dict[str, Table]) -> Iterator[str]:
    """A sentence for each table that is not as it was kept."""
    for name in sorted({*kept, *here}):
        was, now = kept.get(name), here.get(name)
        if was is None:
            yield f"{name} is here and not in the copy."
        elif now is None:
            yield f"{name} is in the copy and not here."
        elif was.rows != now.rows:
            yield f"{name} has {now.rows:,} rows and should have {was.rows:,}."
        elif was != now:
            yield f"{name} has its {was.rows:,} rows, but what they say differs."
