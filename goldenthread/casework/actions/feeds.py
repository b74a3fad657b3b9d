"""The secret address of a worker's calendar: made, replaced, ended."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.models import CalendarFeed
from goldenthread.kit.secret_links import hashed


@transaction.atomic
def make_feed(*, worker: Any, on: date) -> str:
    """A new secret address for a worker's calendar; the one before stops answering. The secret is shown this once."""
    end_feed(worker=worker, on=on)
    secret = secrets.token_urlsafe(32)
    made = CalendarFeed.objects.create(
        worker=worker, secret_hash=hashed(secret), made_on=on, recorded_by=worker
    )
    log.record("casework.calendar.made", subject=log.subject_of(made), by=worker)
    return secret


@transaction.atomic
def end_feed(*, worker: Any, on: date) -> None:
    """The address stops answering."""
    for feed in CalendarFeed.objects.select_for_update().filter(worker=worker, ended_on=None):
        feed.ended_on = on
        feed.save(update_fields=["ended_on"])
        log.record("casework.calendar.ended", subject=log.subject_of(feed), by=worker)
