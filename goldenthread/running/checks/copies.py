"""What has to have happened lately: a backup that is whole, and the nightly reading of the audit."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from goldenthread.audit.models import Event
from goldenthread.audit.tasks import VERIFIED
from goldenthread.running import backups
from goldenthread.running.checks.finding import Finding, broken, look, well

A_NIGHT = timedelta(hours=26)
"""A day, and what a nightly job may be late."""


def backup() -> Finding:
    """Whether last night's backup is there and its seal is right."""
    if not settings.BACKUP_FOLDER:
        return look("Backup", "BACKUP_FOLDER names no place, so nobody knows whether there is one.",
                    "Set it to the folder that `goldenthread backup` is given every night.")  # fmt: skip
    try:
        newest = backups.newest(Path(settings.BACKUP_FOLDER))
    except OSError as trouble:
        return broken("Backup", f"{settings.BACKUP_FOLDER} cannot be looked into: {trouble.strerror}.",
                      "Let the processes’ group read the folder (0750), as docs/running/one-server.md makes it.")  # fmt: skip
    if newest is None:
        return broken("Backup", f"There is none in {settings.BACKUP_FOLDER} that we sealed.",
                      f"Run: goldenthread backup {settings.BACKUP_FOLDER}, and see why the timer did not.")  # fmt: skip
    age = timezone.now() - newest.made_at
    found = f"The last is {age.total_seconds() / 3600:.0f} hours old ({newest.folder.name})."
    if age > A_NIGHT:
        return broken("Backup", found, "See why the timer did not run, and run it by hand today.")
    return well("Backup", found)


def audit() -> Finding:
    """Whether the audit was read last night, and found whole."""
    last = Event.objects.filter(action=VERIFIED).order_by("-sequence").first()
    if last is None:
        return look("Audit", "It has never been read through by the worker.",
                    "The worker reads it every night; now: goldenthread audit verify")  # fmt: skip
    if not last.detail.get("sound"):
        return broken("Audit", f"When it was last read, {last.at:%-d %B %Y}, something did not fit.",
                      "Run: goldenthread audit verify, and treat it as an incident.")  # fmt: skip
    if timezone.now() - last.at > A_NIGHT:
        return look("Audit", f"It was last read on {last.at:%-d %B %Y}.", "See that the worker runs at night.")  # fmt: skip
    return well("Audit", f"Read through and whole: {last.detail.get('events', 0):,} events.")
