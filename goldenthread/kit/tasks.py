"""What the background worker does for itself: work that a killed worker left behind is taken up again."""

from __future__ import annotations

import logging
from typing import Any

from procrastinate.contrib.django import app

log = logging.getLogger(__name__)
EVERY_MINUTE = "* * * * *"
SILENT_FOR = 60
"""Seconds without a sign of life after which a worker counts as gone; it gives one every 10."""


@app.periodic(cron=EVERY_MINUTE)
@app.task(name="kit.take_up_again", queueing_lock="kit.take_up_again", pass_context=True)
async def take_up_again(context: Any, timestamp: int = 0) -> None:
    """Put back into the queue what a worker had begun that is gone. Every task here may be begun twice."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_FOR):
        log.warning("job %s (%s) is taken up again", job.id, job.task_name)
        await manager.retry_job(job)
