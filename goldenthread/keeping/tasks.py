"""What the background worker does: removes what two people agreed on."""

from __future__ import annotations

import logging

from django.utils import timezone
from procrastinate.contrib.django import app

from goldenthread.keeping.actions.proposing import decline
from goldenthread.keeping.actions.removing import remove
from goldenthread.keeping.models import Removal, RemovalState
from goldenthread.kit.errors import Refused
from goldenthread.kit.who_reads import Purpose, reading_for

log = logging.getLogger(__name__)
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
