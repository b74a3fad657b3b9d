"""What the background worker does for commissioning: every morning it chases the returns that did not come."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from goldenthread.commissioning.actions.chasing import chase_returns

EVERY_MORNING = "7 6 * * *"


@app.periodic(cron=EVERY_MORNING)
@app.task(name="commissioning.chase_returns", queueing_lock="commissioning.chase_returns")
def chase(timestamp: int = 0) -> None:
    """Write to providers whose return is late, and put to the board what stays away."""
    chase_returns(on=timezone.localdate())
