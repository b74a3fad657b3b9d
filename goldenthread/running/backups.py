"""A copy of everything: PostgreSQL's own dump, and beside it what the dump must hold.

A backup is a folder of two files. `database.dump` is made by pg_dump. `backup.json` says what it was made of: the rows and the
hash of every table at the same moment, the end of the audit, the migrations, and the hash of the dump; and it is sealed with
AUDIT_KEY, so that nobody can change both files and have them agree. Files that people send are rows of the database, so they are
in it too; those that were moved to an object store are copied beside it (`objects.py`).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import connection

from goldenthread.audit import chain
from goldenthread.audit.verify import anchor
from goldenthread.kit.object_store import StoreAway
from goldenthread.running import objects, tools
from goldenthread.running.tables import PASSING, Table, contents, one_moment

DUMP, MANIFEST, FORMAT = "database.dump", "backup.json", 1
Tell = Callable[[str], None]


class BadBackup(ValueError):
    """A backup that cannot be made, or is not what it says. The message is a sentence."""


@dataclass(frozen=True)
class Backup:
    """What a backup says of itself."""

    folder: Path
    made_at: datetime
    tables: dict[str, Table]
    migrations: list[str]
    audit: str
    dump_bytes: int
    dump_sha256: str
    objects: objects.Copied

    @property
    def dump(self) -> Path:
        """The dump's file."""
        return self.folder / DUMP


def make(under: Path, *, at: datetime, tell: Tell = lambda words: None) -> Backup:
    """Make a backup in a folder of its own, named by its moment in UTC, and give it.

    It is made beside its place and moved there when it is whole, so that a folder with a backup's name is a backup, whatever
    stops the program. Raises BadBackup.
    """
    name = at.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    place, making = under / name, under / f".{name}.part"
    if place.exists():
        raise BadBackup(f"{place} is there already.")
    try:
        making.mkdir(mode=0o700, parents=True)
        said = _made(making, at, tell, newest(under))
        _write(making / MANIFEST, json.dumps(said, indent=1, sort_keys=True))
        (making / MANIFEST).chmod(0o640)  # the processes tell of it, and cannot read the dump
        making.chmod(0o750)
        making.rename(place)
        _settle(under)
    except (OSError, tools.ToolTrouble, StoreAway) as trouble:
        shutil.rmtree(making, ignore_errors=True)
        raise BadBackup(f"No backup was made in {under}: {trouble}") from None
    return read(place)


def _made(folder: Path, at: datetime, tell: Tell, former: Backup | None) -> dict[str, Any]:
    with one_moment() as snapshot:
        held = objects.named()
        tell("Writing the dump")
        left_out = [f"--exclude-table-data={name}" for name in sorted(PASSING)]
        tools.run(
            "pg_dump", "--format=custom", "--enable-row-security", f"--snapshot={snapshot}", "--no-owner",
            "--no-privileges", *left_out,
            "--file", folder / DUMP,
        )  # fmt: skip
        tables = contents(lambda name, table: tell(f"{name}: {table.rows:,} rows"))
        said: dict[str, Any] = {
            "format": FORMAT,
            "made_at": at.astimezone(UTC).isoformat(timespec="seconds"),
            "tables": {name: asdict(table) for name, table in tables.items()},
            "migrations": migrations(),
            "audit": anchor(),
        }
    (folder / DUMP).chmod(0o600)
    _settle(folder / DUMP)
    said["dump"] = {"bytes": (folder / DUMP).stat().st_size, "sha256": sha256(folder / DUMP)}
    if held:
        copied = objects.copy(held, folder, former.folder if former else None, tell)
        said["objects"] = asdict(copied)
    said["seal"] = seal(said)
    return said


def migrations() -> list[str]:
    """Every migration that the database has had, by app and number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
        return [name for (name,) in cursor.fetchall()]


def seal(said: dict[str, Any]) -> str:
    """The keyed hash of what a backup says of itself."""
    content = {name: value for name, value in said.items() if name != "seal"}
    return chain.seal(b"backup:" + json.dumps(content, sort_keys=True, separators=(",", ":")).encode())


def sha256(path: Path) -> str:
    """The SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read(folder: Path) -> Backup:
    """What a backup says of itself, once its seal has been found right. Raises BadBackup."""
    try:
        said = json.loads((folder / MANIFEST).read_bytes())
        if int(said["format"]) > FORMAT:
            raise BadBackup(f"{folder / MANIFEST} was made by a newer version of the code: use that one.")
        if not chain.same(str(said["seal"]), seal(said)):
            raise BadBackup(
                f"{folder / MANIFEST} was changed after it was written, or was sealed with another AUDIT_KEY than the one in use."
            )
        return Backup(
            folder=folder,
            made_at=datetime.fromisoformat(said["made_at"]),
            tables={name: Table(**table) for name, table in said["tables"].items()},
            migrations=list(said["migrations"]),
            audit=said["audit"],
            dump_bytes=said["dump"]["bytes"],
            dump_sha256=said["dump"]["sha256"],
            objects=objects.Copied(**said.get("objects", {})),
        )
    except OSError as trouble:
        raise BadBackup(f"{folder} is no backup: {MANIFEST} cannot be read ({trouble.strerror}).") from None
    except (ValueError, KeyError, TypeError, AttributeError) as trouble:
        if isinstance(trouble, BadBackup):
            raise
        raise BadBackup(
            f"{folder / MANIFEST} is damaged: it does not read as what a backup says of itself."
        ) from None


def verified(folder: Path) -> Backup:
    """A backup whose every byte is the one that was written. Raises BadBackup."""
    backup = read(folder)
    try:
        size = backup.dump.stat().st_size
        if size != backup.dump_bytes:
            raise BadBackup(f"{backup.dump} has {size:,} bytes and should have {backup.dump_bytes:,}.")
        if sha256(backup.dump) != backup.dump_sha256:
            raise BadBackup(f"{backup.dump} was changed after it was written: its hash is another.")
    except OSError as trouble:
        raise BadBackup(f"{backup.dump} cannot be read: {trouble.strerror}.") from None
    if found := objects.wrong(folder, backup.objects):
        raise BadBackup(" ".join(found))
    return backup


def newest(under: Path) -> Backup | None:
    """The youngest backup in a folder of them whose seal is right and whose dump has its size. Raises OSError when the folder
    may not be looked into."""
    for folder in sorted((one for one in under.iterdir() if one.match("20*Z")), reverse=True):
        try:
            found = read(folder)
            if found.dump.stat().st_size == found.dump_bytes:
                return found
        except (BadBackup, OSError):
            continue
    return None


def _write(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.write_text(text + "\n", encoding="utf-8")
    _settle(path)


def _settle(path: Path) -> None:
    """Have the disk keep what was written before anything is said of it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
