"""The machine: room on its disks, a folder to write to, its clock, the packages that were installed."""

from __future__ import annotations

import ctypes
import shutil
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from goldenthread.running.checks.finding import Finding, broken, look, well

ROOM, SHARE = 1_000_000_000, 0.05
"""Bytes, and share of a disk, below which it counts as nearly full."""
TIME_ERROR = 5
"""What Linux answers when nobody keeps its clock right (adjtimex(2))."""
APART = 2
"""Seconds that our clock and the database's may differ."""


def can_write() -> Finding:
    """Whether a file that comes in can be put down while it is looked through."""
    folder = settings.FILE_UPLOAD_TEMP_DIR or tempfile.gettempdir()
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"0" * 4096)
            file.flush()
    except OSError as trouble:
        return broken("Files that come in", f"{folder} cannot be written to: {trouble.strerror}.",
                      "Make room there, or let TMPDIR name another folder.")  # fmt: skip
    return well("Files that come in", f"{folder} can be written to.")


def room() -> Finding:
    """Whether a disk that we use is nearly full. The database server's own disks are on its machine, unless it is ours."""
    folders = {tempfile.gettempdir(), str(settings.PROJECT), settings.BACKUP_FOLDER}
    short, least = [], None
    for folder in sorted(one for one in folders if one and Path(one).exists()):
        there = shutil.disk_usage(folder)
        least = min(least or there.free, there.free)
        if there.free < ROOM or there.free < SHARE * there.total:
            short.append(f"{folder} has {there.free / 1e9:.1f} GB left")
    if short:
        return look("Room on disks", f"{'; '.join(short)}.", "Make room before writing stops.")
    return well("Room on disks", f"At least {(least or 0) / 1e9:.0f} GB left wherever we write.")


def clock() -> Finding:
    """Whether somebody keeps the clock right, and it agrees with the database's."""
    with connection.cursor() as cursor:
        before = timezone.now()
        cursor.execute("SELECT clock_timestamp()")
        (there,) = cursor.fetchone()
    apart = abs((there - before).total_seconds())
    if apart > APART:
        return broken(
            "Clock", f"This machine and the database differ by {apart:.0f} seconds.", "Keep both by NTP."
        )
    if _is_unkept():
        return look("Clock", "It agrees with the database's, and nobody keeps it right.",
                    "Run a time service (systemd-timesyncd or chrony): one-time codes and legal days depend on it.")  # fmt: skip
    return well("Clock", "It agrees with the database's.")


def _is_unkept() -> bool:
    """Whether Linux says that its clock is kept by nobody. Elsewhere we cannot know, and say nothing."""
    if sys.platform != "linux":
        return False
    asked = ctypes.create_string_buffer(512)  # struct timex, all zero: tell, and change nothing
    return bool(ctypes.CDLL(None).adjtimex(asked) == TIME_ERROR)


def packages() -> Finding:
    """Whether the installed packages are the pinned ones."""
    pinned = Path(settings.PROJECT) / "requirements" / "run.txt"
    if not pinned.exists():
        return look("Packages", "requirements/run.txt is not here to compare with.", "Keep it with the code.")
    wrong, count = [], 0
    for line in pinned.read_text().splitlines():
        name, is_pin, rest = line.partition("==")
        if not is_pin or line.startswith((" ", "#")) or ";" in rest:
            continue
        count += 1
        wanted = rest.split()[0]
        try:
            here = version(name.split("[")[0])
        except PackageNotFoundError:
            here = "missing"
        if here != wanted:
            wrong.append(f"{name} {here} for {wanted}")
    if wrong:
        return look("Packages", f"Not as pinned: {', '.join(wrong[:5])}.", "Run: make setup")
    return well("Packages", f"All {count} are the pinned versions.")
