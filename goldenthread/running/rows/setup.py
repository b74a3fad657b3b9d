"""The lock as the settings ask for it, and what to say about it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import connection

from goldenthread.running.rows.locking import lock, passes_it

HOW = "docs/running/install.md says how to give the processes a role of their own."


def put_on() -> str:
    """Put the lock on for the role that DATABASE_URL names, and say what came of it. Connect as the owner.

    Where one role is both, as in an installation from before there were two, the lock holds for it as well, unless it is a
    superuser; but it could take the lock off.
    """
    owner, is_on = connection.settings_dict["USER"], settings.ROW_SECURITY
    processes: dict[str, Any] = settings.DATABASE_PROCESSES
    is_one = processes["USER"] == owner
    count = lock(processes="" if is_one else processes["USER"], password=processes["PASSWORD"], is_on=is_on)
    said = (
        f"{count} tables are under row-level security"
        if is_on
        else "Row-level security is off (ROW_SECURITY)"
    )
    if not is_one:
        return f"{said}, and the processes come in as {processes['USER']}."
    but = "passes it as a superuser" if passes_it() else "could take it off as the owner of the tables"
    return f"{said}. The processes come in as {owner}, which {but}: {HOW}"
