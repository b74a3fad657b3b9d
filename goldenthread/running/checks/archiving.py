"""Continuous archiving: that PostgreSQL's segments leave the server, and that there is a base backup to begin from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from goldenthread.running.checks.finding import Finding, broken, look, well

MAY_BE_LOST = timedelta(minutes=15)
"""What was written in this time may be lost with the server's disk, and no more."""
A_WEEK = timedelta(days=8)
"""A week, and what a weekly job may be late."""
NAME, BASE = "Archiving", "Base backup"
HOW = "docs/running/backups.md says how: “Losing minutes instead of a day”."


@dataclass(frozen=True)
class Archive:
    """What PostgreSQL says of its archiving. `since` is when the last segment left, or when the counting began."""

    is_on: bool
    has_place: bool
    at_least_every: timedelta
    since: datetime
    failed_at: datetime | None
    failures: int
    failed_segment: str


def state() -> Archive:
    """How archiving is set up, and how it goes. The server forgets its counts when it crashes."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT current_setting('archive_mode') <> 'off',
                      current_setting('archive_command') || current_setting('archive_library') <> '',
                      current_setting('archive_timeout')::interval,
                      coalesce(last_archived_time, stats_reset), last_failed_time, failed_count,
                      coalesce(last_failed_wal, '')
               FROM pg_stat_archiver"""
        )
        return Archive(*cursor.fetchone())


def archiving() -> Finding:
    """Whether segments leave: on, somewhere, often enough, and none refused since the last that left."""
    now = state()
    if not now.is_on:
        return look(
            NAME, "Off: with the database’s disk goes all that was written since the last backup.", HOW
        )
    if not now.has_place:
        return broken(NAME, "It is on, and neither archive_library nor archive_command says where to.", HOW)
    if now.failed_at and now.failed_at >= now.since:
        found = f"It fails since {now.since:%-d %B %Y, %H:%M} UTC ({now.failed_segment}, {now.failures:,} failures counted)."
        return broken(
            NAME,
            found,
            "Look in PostgreSQL’s log and for room in the archive: segments wait, and fill the disk.",
        )
    age = timezone.now() - now.since
    found = f"The last segment left {age.total_seconds() / 60:.0f} minutes ago."
    if not timedelta() < now.at_least_every <= MAY_BE_LOST:
        return look(NAME, f"{found} In a quiet hour none leaves.", "Set archive_timeout to 10min.")
    if age > MAY_BE_LOST:
        return broken(NAME, found, "See whether PostgreSQL’s archiver runs, and whether anything writes (Worker).")  # fmt: skip
    return well(NAME, found)


def base() -> Finding:
    """Whether last week's base backup is there: without one the segments are worth nothing."""
    if not settings.BASE_BACKUP_FOLDER:
        return look(BASE, "BASE_BACKUP_FOLDER names no place, so nobody knows whether there is one.", HOW)
    folder = settings.BASE_BACKUP_FOLDER
    try:
        names = [one.name for one in Path(folder).iterdir() if one.match("20*Z")]
    except OSError as trouble:
        return broken(BASE, f"{folder} cannot be looked into: {trouble.strerror}.",
                      "Let the processes’ user list it (0755); what is in it stays closed.")  # fmt: skip
    if not names:
        return broken(BASE, f"There is none in {folder}.", "Run deploy/golden-thread-base, as postgres.")
    age = timezone.now() - datetime.strptime(max(names), "%Y-%m-%dT%H%M%SZ").replace(tzinfo=UTC)
    found = f"The last is {age.total_seconds() / 86400:.0f} days old ({max(names)})."
    if age > A_WEEK:
        return broken(BASE, found, "See why the timer did not run, and run it by hand today.")
    return well(BASE, found)
