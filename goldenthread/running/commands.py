"""`goldenthread backup`, `verify`, `restore` and `lock`."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from goldenthread.running.backups import Backup

FOLDER = click.Path(file_okay=False, path_type=Path)
FOUND, WRONG = 1, 2


def _teller(quiet: bool) -> Callable[[str], None]:
    began = time.monotonic()
    return lambda words: (
        None if quiet else click.echo(f"{time.monotonic() - began:6.1f} s  {words}", err=True)
    )


def _stop(trouble: Exception) -> NoReturn:
    click.echo(f"Error: {trouble}", err=True)
    raise SystemExit(WRONG)


@click.command()
@click.argument("under", metavar="FOLDER", type=FOLDER)
@click.option("--quiet", is_flag=True, help="Print only the place of the backup.")
def backup(under: Path, quiet: bool) -> int:
    """Copy the whole database, sealed and with the hash of every table, into a new folder in FOLDER."""
    from goldenthread.running import backups

    try:
        made = backups.make(under, at=datetime.now(UTC), tell=_teller(quiet))
    except backups.BadBackup as trouble:
        _stop(trouble)
    click.echo(str(made.folder))
    return _told_of_missing(made)


def _told_of_missing(made: Backup) -> int:
    """Say which files could not be copied, because the store no longer has them as they were kept: 1 where there are any."""
    for key in made.objects.missing:
        click.echo(f"Not in this backup: the object {key} is gone from the store, or was changed there.", err=True)  # fmt: skip
    return FOUND if made.objects.missing else 0


@click.command()
@click.argument("folder", metavar="BACKUP", type=FOLDER)
def verify(folder: Path) -> int:
    """Read every byte of a BACKUP. Ends with 1 when one of them is not as it was written."""
    from goldenthread.running import backups

    try:
        found = backups.verified(folder)
    except backups.BadBackup as trouble:
        click.echo(str(trouble))
        return FOUND
    rows = sum(table.rows for table in found.tables.values())
    click.echo(
        f"Whole: {len(found.tables)} tables, {rows:,} rows, {found.dump_bytes:,} bytes, made {found.made_at:%Y-%m-%d %H:%M} UTC. "
        f"{found.objects.files:,} files beside them. That it can be restored is shown by restoring it."
    )
    return _told_of_missing(found)


@click.command()
@click.argument("folder", metavar="BACKUP", type=FOLDER)
@click.option("--quiet", is_flag=True, help="Print only what was found.")
def restore(folder: Path, quiet: bool) -> int:
    """Put a BACKUP into the empty database of DATABASE_URL and compare every table with what was kept.

    Ends with 1 when anything differs. Everybody signs in again afterwards.
    """
    from goldenthread.running import backups, restoring

    try:
        found = backups.verified(folder)
        differ = restoring.restore(found, tell=_teller(quiet))
    except backups.BadBackup as trouble:
        _stop(trouble)
    for sentence in differ:
        click.echo(sentence)
    rows = sum(table.rows for table in found.tables.values())
    click.echo(
        f"{len(differ)} differences." if differ else
        f"Restored: {len(found.tables)} tables, {rows:,} rows, every table and the audit’s end as they were; "
        f"{found.objects.files:,} files in the object store."
    )  # fmt: skip
    _let_in()
    return max(FOUND if differ else 0, _told_of_missing(found))


def _let_in() -> None:
    """Put the lock on what was restored, unless it is of an older version, whose tables are to be migrated first."""
    from goldenthread.running.checks import database
    from goldenthread.running.checks.finding import State
    from goldenthread.running.rows.locking import NotTheOwner
    from goldenthread.running.rows.setup import put_on

    if database.migrations().state is State.BROKEN:
        click.echo("It is of an older version. Run: goldenthread manage migrate, and then: goldenthread lock")
        return
    try:
        put_on()
    except NotTheOwner as trouble:
        _stop(trouble)


@click.command()
def lock() -> int:
    """Put row-level security on every table of children, and make the role with which the processes come in.

    `make setup` and `goldenthread restore` do it. It is to be done after each migration, and a second time changes nothing.
    """
    from goldenthread.running.rows.locking import NotTheOwner
    from goldenthread.running.rows.setup import put_on

    try:
        click.echo(put_on())
    except NotTheOwner as trouble:
        _stop(trouble)
    return 0
