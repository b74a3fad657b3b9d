"""What the background worker does for the accounts: it forgets what has ended, and shuts what nobody uses."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from goldenthread.accounts.actions.unused import shut_unused
from goldenthread.accounts.models import OpenSession, Remembered

EVERY_NIGHT = "47 2 * * *"
HOURLY = "23 * * * *"


@app.periodic(cron=HOURLY)
@app.task(name="accounts.forget", queueing_lock="accounts.forget")
def forget(timestamp: int = 0) -> None:
    """Delete what nobody would be given any more."""
    Remembered.objects.filter(until__lte=timezone.now()).delete()
    oldest = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    OpenSession.objects.filter(seen_at__lte=oldest).delete()


@app.periodic(cron=EVERY_NIGHT)
@app.task(name="accounts.shut_unused", queueing_lock="accounts.shut_unused")
def shut_what_nobody_uses(timestamp: int = 0) -> None:
    """Suspend accounts that nobody used for the days of the settings. An administrator lets them in again."""
    shut_unused(on=timezone.localdate(), by=None)
