"""Putting a backup back, and showing that all of it is there."""

from __future__ import annotations

from django.db import connection

from goldenthread.audit import chain
from goldenthread.audit.verify import verify
from goldenthread.kit import object_store
from goldenthread.running import objects, tools
from goldenthread.running.backups import Backup, BadBackup, Tell, migrations
from goldenthread.running.tables import contents, differences, one_moment

NEVER_USED = f"0:{chain.START}"
"""Where the audit of a system ends in which nobody has done anything yet."""


def restore(backup: Backup, *, tell: Tell = lambda words: None) -> list[str]:
    """Put a backup that was `verified` into Django's database, which must be empty, and give what is not as it was: nothing,
    when all is well.

    Everything is put back in one transaction: when it is stopped, the database is as empty as it was. Raises BadBackup.
    """
    if there := tables_here():
        raise BadBackup(
            f"The database is not empty: it holds {there:,} tables. Nothing was changed. Restore into a new, empty database."
        )
    _put_objects_back(backup, tell)
    tell("Putting the tables back")
    try:
        tools.run(
            "pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction",
            "--dbname", tools.address()["PGDATABASE"], backup.dump,
        )  # fmt: skip
    except tools.ToolTrouble as trouble:
        raise BadBackup(f"Nothing was put back: {trouble}") from None
    tell("Comparing every table with what was kept")
    return compared(backup)


def _put_objects_back(backup: Backup, tell: Tell) -> None:
    """The files beside the dump, before any row names them."""
    if not backup.objects.files:
        return
    if not object_store.is_on():
        raise BadBackup(
            f"{backup.objects.files:,} files of this backup belong into an object store. Name a bucket (FILES_BUCKET) and "
            "restore again. Nothing was changed."
        )
    try:
        objects.put_back(backup.folder, tell)
    except object_store.StoreAway as trouble:
        raise BadBackup(f"The database was not changed. {trouble}") from None


def tables_here() -> int:
    """How many tables the database holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")
        (count,) = cursor.fetchone()
    return int(count)


def compared(backup: Backup) -> list[str]:
    """A sentence for everything in the database that is not as the backup says: tables, migrations, the audit and its end."""
    with one_moment():
        found = list(differences(backup.tables, contents()))
        if migrations() != backup.migrations:
            found.append("The list of migrations is another.")
    if backup.audit == NEVER_USED:
        return found
    report = verify(anchor=backup.audit)
    found += report.problems
    if f"{report.count}:{report.head}" != backup.audit:
        found.append("The audit ends elsewhere than when the backup was made.")
    return found
