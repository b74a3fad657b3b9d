"""What the background worker does for those who are asked: texts, and forgetting what is over."""

from __future__ import annotations

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.participation.actions.answering import forget_old_drafts
from goldenthread.participation.actions.texting import ask_one, forget_unconfirmed, send_what_waits
from goldenthread.participation.models import Survey, TextReader

EVERY_NIGHT = "29 2 * * *"
TRIES = 6


@app.task(name="participation.send_texts", retry=RetryStrategy(max_attempts=TRIES, exponential_wait=5))
def send_texts(*, survey: int) -> None:
    """Send a survey's invitations that wait. While Notify is away it is tried again, later each time."""
    held = Survey.objects.filter(pk=survey).first()
    if held is not None:
        send_what_waits(held, timezone.localdate())


@app.task(name="participation.ask_by_text", retry=RetryStrategy(max_attempts=TRIES, exponential_wait=5))
def ask_by_text(*, reader: int) -> None:
    """Ask a number whether it agrees, unless it did or is gone."""
    held = TextReader.objects.filter(pk=reader, agreed_on=None).first()
    if held is not None:
        ask_one(held)


@app.periodic(cron=EVERY_NIGHT)
@app.task(name="participation.forget", queueing_lock="participation.forget")
def forget(timestamp: int = 0) -> None:
    """Forget answers that nobody came back to, and numbers that nobody confirmed."""
    forget_old_drafts(on=timezone.localdate(), by=None)
    forget_unconfirmed(on=timezone.localdate())
