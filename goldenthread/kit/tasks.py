"""What the background worker does for itself: work that a killed worker left is taken up again, and old work swept away."""

from __future__ import annotations

import logging
from typing import Any

from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from goldenthread.kit.patience import LONG, Patiently

log = logging.getLogger(__name__)
EVERY_MINUTE = "* * * * *"
EVERY_NIGHT = "17 3 * * *"
SILENT_FOR = 60
"""Seconds without a sign of life after which a worker counts as gone; it gives one every 10."""
MOST_BEGINNINGS = 5
"""A job that so many workers began and did not survive is what kills them: it is given up, and the others go on."""
KEPT, FAILED_KEPT = 24 * 7, 24 * 90
"""Hours for which finished jobs are kept, and those that failed, so that somebody can look why."""


@app.periodic(cron=EVERY_MINUTE)
@app.task(name="kit.take_up_again", queueing_lock="kit.take_up_again", pass_context=True)
async def take_up_again(context: Any, timestamp: int = 0) -> None:
    """Put back into the queue what a worker had begun that is gone. Every task here may be begun twice, and not for ever."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_FOR):
        if job.attempts + 1 >= _most_beginnings(context.app.tasks.get(job.task_name)):
            log.error(
                "job %s (%s) is given up: it was begun %s times", job.id, job.task_name, job.attempts + 1
            )
            await manager.finish_job(job, status=Status.FAILED, delete_job=False)
            continue
        log.warning("job %s (%s) is taken up again", job.id, job.task_name)
        await manager.retry_job(job)


def _most_beginnings(task: Any) -> int:
    """How often a job is begun at most. One that waits for others to be back is begun often without having killed anybody."""
    is_patient = task is not None and isinstance(task.retry_strategy, Patiently)
    return MOST_BEGINNINGS + (len(LONG) if is_patient else 0)


@app.periodic(cron=EVERY_NIGHT)
@app.task(name="kit.sweep", queueing_lock="kit.sweep", pass_context=True)
async def sweep(context: Any, timestamp: int = 0) -> None:
    """Remove finished jobs that nobody will look at any more."""
    manager = context.app.job_manager
    await manager.delete_old_jobs(KEPT)
    await manager.delete_old_jobs(
        FAILED_KEPT, include_failed=True, include_cancelled=True, include_aborted=True
    )
