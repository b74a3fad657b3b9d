"""Putting the second lock on: the functions, the policies, and the role with which the web server and the workers come in.

All of it is made again each time from the code and the models, after every migration, with the owner's connection: there is no
list of tables to forget. Run by `goldenthread lock`, which `make setup` calls, and by `goldenthread restore`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import connection, transaction
from psycopg import sql

from goldenthread.accounts.roles import ROLES
from goldenthread.running.rows.protected import policies

SCOPE = Path(__file__).with_name("scope.sql")
POLICY = "golden_rows"
ONLY_ADDED = ("audit_event",)
"""Tables to which the processes add and which they never change; the database's triggers refuse it as well."""
ONLY_READ = ("django_migrations",)


class NotTheOwner(RuntimeError):
    """The connection may not do this. The message is a sentence."""


@transaction.atomic
def lock(*, processes: str = "", password: str = "", is_on: bool = True) -> int:
    """Put the lock on and give the number of tables under it; make the role of the processes, if one is named.

    With `is_on` false the policies are there and do not hold: only the gate does.

    Whoever is connected must own the tables. Raises NotTheOwner when it may not make the role.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('golden.lock'))")
        cursor.execute(SCOPE.read_text(encoding="utf-8"))
        _tell_permissions(cursor)
        wanted = policies()
        for table, condition in wanted.items():
            _protect(cursor, table, condition, is_on)
        if processes:
            _make_role(cursor, processes, password)
            _grant(cursor, processes)
    return len(wanted)


def passes_it() -> bool:
    """Whether whoever is connected reads past every policy."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


def _tell_permissions(cursor: Any) -> None:
    """Which role holds which permission, as the code says it now."""
    rows = [[role.key, one.value] for role in ROLES.values() for one in sorted(role.permissions)]
    cursor.execute("DELETE FROM golden.role_permission")
    cursor.execute(
        "INSERT INTO golden.role_permission SELECT * FROM unnest(%s::text[], %s::text[])",
        [[role for role, _ in rows], [permission for _, permission in rows]],
    )


def _protect(cursor: Any, table: str, condition: str, is_on: bool) -> None:
    """Row security for a table, for its owner too, with one policy for reading and writing."""
    name = sql.Identifier(table)
    switch = "ENABLE ROW LEVEL SECURITY, FORCE" if is_on else "DISABLE ROW LEVEL SECURITY, NO FORCE"
    cursor.execute(sql.SQL(f"ALTER TABLE {{}} {switch} ROW LEVEL SECURITY").format(name))
    cursor.execute(sql.SQL("DROP POLICY IF EXISTS {} ON {}").format(sql.Identifier(POLICY), name))
    made = sql.SQL("CREATE POLICY {} ON {} USING ({}) WITH CHECK ({})")
    words = sql.SQL(condition)
    cursor.execute(made.format(sql.Identifier(POLICY), name, words, words))


def _make_role(cursor: Any, role: str, password: str) -> None:
    """A role that can sign in and nothing else: it owns nothing, makes nothing and passes no policy."""
    cursor.execute(
        "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = %s",
        [role],
    )
    found = cursor.fetchone()
    cursor.execute("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
    if found is None and not cursor.fetchone()[0]:
        raise NotTheOwner(
            f"The role {role} does not exist, and this connection may not make roles. Have your administrator run: "
            f"CREATE ROLE {role} LOGIN PASSWORD '…'"
        )
    if found is None:
        cursor.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
        if password:
            change = sql.SQL("ALTER ROLE {} PASSWORD {}")
            cursor.execute(change.format(sql.Identifier(role), sql.Literal(password)))
    elif found[0]:
        raise NotTheOwner(
            f"The role {role} of DATABASE_URL may do more than read and write rows: it is a superuser, passes row security, or "
            "makes roles or databases. Name another there, and keep this one for DATABASE_OWNER_URL."
        )


def _grant(cursor: Any, role: str) -> None:
    """Reading and writing rows of our tables, and no more."""
    name = sql.Identifier(role)
    for words in (
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE ON SCHEMA public, golden TO {}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}",
        "GRANT SELECT ON ALL TABLES IN SCHEMA golden TO {}",
        "GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {}",
        *(f"REVOKE UPDATE, DELETE ON {table} FROM {{}}" for table in ONLY_ADDED),
        *(f"REVOKE INSERT, UPDATE, DELETE ON {table} FROM {{}}" for table in ONLY_READ),
    ):
        cursor.execute(sql.SQL(words).format(name))
