"""The second lock: that every table of children is under row-level security, and that the processes cannot pass it."""

from __future__ import annotations

from django.conf import settings
from django.db import connection

from goldenthread.running.checks.finding import Finding, broken, look, well
from goldenthread.running.rows.locking import passes_it
from goldenthread.running.rows.protected import policies

NAME = "Second lock"
LOCKED = """SELECT relname, pg_has_role(current_user, relowner, 'usage') FROM pg_class
            WHERE relkind = 'r' AND relname = ANY (%s) AND relrowsecurity AND relforcerowsecurity"""


def holds() -> Finding:
    """Whether a page that forgot to ask who is there would still show a stranger no child."""
    if not settings.ROW_SECURITY:
        return look(NAME, "Row-level security is off.", "Set ROW_SECURITY=1, then run: goldenthread lock")
    wanted = set(policies())
    with connection.cursor() as cursor:
        cursor.execute(LOCKED, [sorted(wanted)])
        locked = dict(cursor.fetchall())
    if missing := sorted(wanted - set(locked)):
        found = (
            f"{len(missing)} of {len(wanted)} tables of children are not under it: {', '.join(missing[:5])}."
        )
        return broken(NAME, found, "Run: goldenthread lock")
    if passes_it():
        return broken(NAME, "The processes come in as a role that it does not hold for.",
                      "Give DATABASE_URL an ordinary role (docs/running/install.md).")  # fmt: skip
    if any(locked.values()):
        return look(NAME, "The processes own the tables, so they could take it off.",
                    "Give the owner's address as DATABASE_OWNER_URL and an ordinary role as DATABASE_URL.")  # fmt: skip
    return well(NAME, f"{len(wanted)} tables of children are under it.")
