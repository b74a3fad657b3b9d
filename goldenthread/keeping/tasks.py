"""What the background worker does: removes what two people agreed on, and watches who reads."""

from __future__ import annotations

import logging

from django.utils import timezone
from procrastinate.contrib.django import app

from goldenthread.keeping.actions.alerting import watch
from goldenthread.keeping.actions.continuity import make_pack
from goldenthread.keeping.actions.proposing import decline
from goldenthread.keeping.actions.removing import remove
from goldenthread.keeping.models import Removal, RemovalState
from goldenthread.kit.errors import Refused
from goldenthread.kit.who_reads import Purpose, reading_for

log = logging.getLogger(__name__)
EVERY_MINUTE = "* * * * *"
BEFORE_WORK = "7 5 * * *"
EVERY_NIGHT = "37 3 * * *"


@app.periodic(cron=EVERY_NIGHT)
@app.task(name="keeping.carry_out", queueing_lock="keeping.carry_out")
def carry_out(timestamp: int = 0) -> None:
    """Remove each confirmed one in a transaction of its own; one that may not go any more is declined with the reason."""
    today = timezone.localdate()
    with reading_for(Purpose.KEEPING):
        for one in Removal.objects.filter(state=RemovalState.CONFIRMED).order_by("pk"):
            try:
                remove(removal=one, on=today, by=None)
            except Refused as refused:
                decline(removal=one, why=refused.sentence, on=today, by=None)
                log.warning("removal %s was not carried out", one.public_id)


@app.periodic(cron=EVERY_MINUTE)
@app.task(name="keeping.watch", queueing_lock="keeping.watch")
def watch_reading(timestamp: int = 0) -> None:
    """Look through what was read, and call the people on duty for what nobody should have opened."""
    with reading_for(Purpose.KEEPING):
        watch(now=timezone.now(), by=None)


@app.periodic(cron=BEFORE_WORK)
@app.task(name="keeping.continuity", queueing_lock="keeping.continuity")
def make_continuity_pack(timestamp: int = 0) -> None:
    """Make the pack for when the system is down; without a key say in the log that there is none."""
    with reading_for(Purpose.KEEPING):
        try:
            make_pack(at=timezone.now(), by=None)
        except Refused as refused:
            log.warning("no continuity pack was made: %s", refused.sentence)
