"""`goldenthread files …`: where the files of cases are, and moving all of them out of the database or back into it."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

FOUND, WRONG = 1, 2


@click.group()
def files() -> None:
    """Files of cases, in the database or in an object store (FILES_BUCKET)."""


def _stop(words: str) -> NoReturn:
    click.echo(f"Error: {words}", err=True)
    raise SystemExit(WRONG)


def _move(out: bool, to: str) -> int:
    from goldenthread.casework.actions.storing import move_all
    from goldenthread.kit import object_store

    if not object_store.is_on():
        _stop("FILES_BUCKET names no bucket.")
    with click.progressbar(length=1, label="Moving files", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:  # fmt: skip

        def tell(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        try:
            came = move_all(out=out, tell=tell)
        except object_store.StoreAway as trouble:
            _stop(f"{trouble}. Files that were moved stay moved; run it again to go on.")
    click.echo(f"{came.files:,} files moved {to}.")
    if came.troubles:
        click.echo(f"{came.troubles:,} are not as they were kept, and were not moved. The log names each.")
    return FOUND if came.troubles else 0


@files.command()
def out() -> int:
    """Move every file out to the object store. It may be stopped and run again. The worker moves new ones by itself."""
    return _move(True, "to the object store")


@files.command()
def back() -> int:
    """Bring every file back into the database. Stop the worker first, which would move them out again."""
    return _move(False, "back into the database")


@files.command()
def sweep() -> int:
    """Remove the objects that no row has named for a day. The worker does it every hour."""
    from django.utils import timezone

    from goldenthread.casework.actions import storing
    from goldenthread.kit.object_store import StoreAway

    try:
        click.echo(f"{storing.sweep(at=timezone.now()):,} objects removed.")
    except StoreAway as trouble:
        _stop(str(trouble))
    return 0


@files.command()
def where() -> int:
    """Say how many files are in the database, and how many in the object store."""
    from goldenthread.casework.actions.storing import in_the_store, still_in_rows

    click.echo(
        f"{still_in_rows().count():,} files in the database, {in_the_store().count():,} in the object store."
    )
    return 0
