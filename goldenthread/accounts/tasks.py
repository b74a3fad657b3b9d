"""What the background worker does for the accounts: it forgets what has ended."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from goldenthread.accounts.models import Remembered

HOURLY = "23 * * * *"


@app.periodic(cron=HOURLY)
@app.task(name="accounts.forget", queueing_lock="accounts.forget")
def forget(timestamp: int = 0) -> None:
    """Delete what nobody would be given any more."""
    Remembered.objects.filter(until__lte=timezone.now()).delete()
