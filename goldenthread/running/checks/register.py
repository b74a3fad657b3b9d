"""All checks in their order, and those without which no page can be answered."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError

from goldenthread.running.checks import (
    archiving,
    copies,
    database,
    files,
    machine,
    queue,
    scanning,
    second_lock,
    settings,
)
from goldenthread.running.checks.finding import Check, Finding, broken

NEEDED: tuple[Check, ...] = (database.answers, database.migrations, queue.takes_work, machine.can_write)
"""Without one of these a page or a form cannot be answered: the balancer sends nobody here."""
WATCHED: tuple[Check, ...] = (
    *NEEDED, queue.worker, queue.waiting, copies.audit, copies.backup, archiving.archiving, archiving.base,
)  # fmt: skip
"""What somebody should be called for: the above, work that nobody does, and copies that are not made."""
ALL: tuple[Check, ...] = (
    settings.switches, settings.keys, settings.secret_files, settings.addresses, settings.mail, settings.static_files,
    machine.packages, machine.can_write, machine.room,
    database.answers, database.version, database.extensions, database.role, second_lock.holds, database.migrations,
    database.connections,
    machine.clock, queue.takes_work, queue.worker, queue.waiting, queue.failed, copies.audit, copies.backup,
    archiving.archiving, archiving.base, scanning.answers, scanning.quarantined, files.store, files.loose,
)  # fmt: skip


def look_at(checks: tuple[Check, ...]) -> Iterator[Finding]:
    """What each check found, in order. Those that could not be asked because the database does not answer are one line."""
    silent = 0
    for check in checks:
        try:
            yield check()
        except DatabaseError:
            silent += 1
    if silent:
        yield broken(
            "Not asked", f"{silent} checks need the database.", "Mend the database, then look again."
        )
