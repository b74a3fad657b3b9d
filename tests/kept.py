"""What the database holds, kept in memory and put back: so that many tests can begin with the same loaded area."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection, transaction

from tests.emptying import deleting
from tests.second_lock import as_the_owner


@dataclass(frozen=True)
class Kept:
    """The rows of every table that had any, and how far its numbers had been given out."""

    rows: dict[str, tuple[str, bytes]]
    numbers: dict[str, int]


EMPTY = 21
"""Bytes of a table without rows, as PostgreSQL writes it."""
_COLUMNS = """
SELECT table_name, string_agg(format('%%I', column_name), ', ' ORDER BY ordinal_position)
FROM information_schema.columns
WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name = ANY(%s) GROUP BY 1
"""
_NUMBERS = """
SELECT sequencename, last_value FROM pg_sequences
WHERE schemaname = 'public' AND last_value IS NOT NULL AND sequencename = ANY(%s)
"""


def keep() -> Kept:
    """All rows of the models' tables, as they are now."""
    names = connection.introspection.django_table_names(only_existing=True)
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS, [names])
        columns = dict(cursor.fetchall())
        rows = {}
        for name, of in columns.items():
            with cursor.copy(f'COPY "{name}" ({of}) TO STDOUT (FORMAT binary)') as copy:
                data = b"".join(bytes(part) for part in copy)
            if len(data) > EMPTY:
                rows[name] = (of, data)
        cursor.execute(_NUMBERS, [[f"{name}_id_seq" for name in rows]])
        return Kept(rows, dict(cursor.fetchall()))


def put_back(kept: Kept) -> None:
    """The rows again, in place of whatever is there."""
    there = deleting(connection.introspection.django_table_names(only_existing=True, include_views=False))
    with transaction.atomic(), as_the_owner(), connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL session_replication_role = replica"
        )  # the audit's triggers forbid emptying it
        for statement in there:
            cursor.execute(statement)
        for name, (of, data) in kept.rows.items():
            with cursor.copy(f'COPY "{name}" ({of}) FROM STDIN (FORMAT binary)') as copy:
                copy.write(data)
        for sequence, last in kept.numbers.items():
            cursor.execute("SELECT setval(%s, %s)", [f'"{sequence}"', last])
