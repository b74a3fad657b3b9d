"""The worker's own work: what was left behind is taken up again, but not for ever; what is old is swept away."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from goldenthread.kit import tasks
from goldenthread.kit.patience import LONG, Patiently


class Manager:
    """Stands for the queue: jobs that stalled, and what was done with them."""

    def __init__(self, *attempts: int) -> None:
        self.stalled = [
            SimpleNamespace(id=place, task_name="a", attempts=count) for place, count in enumerate(attempts)
        ]
        self.retried: list[int] = []
        self.finished: list[tuple[int, str]] = []

    async def get_stalled_jobs(self, seconds_since_heartbeat: float) -> list[Any]:
        return self.stalled

    async def retry_job(self, job: Any) -> None:
        self.retried.append(job.id)

    async def finish_job(self, job: Any, status: Any, delete_job: bool) -> None:
        self.finished.append((job.id, status.value))


def test_a_job_that_was_begun_too_often_is_given_up_and_the_others_go_on():
    manager = Manager(0, tasks.MOST_BEGINNINGS - 1, 2)
    asyncio.run(tasks.take_up_again.func(SimpleNamespace(app=SimpleNamespace(job_manager=manager, tasks={}))))
    assert manager.retried == [0, 2]
    assert manager.finished == [(1, "failed")]


def test_a_job_that_waited_for_others_is_taken_up_again_though_it_was_begun_often():
    manager = Manager(40, tasks.MOST_BEGINNINGS + len(LONG))
    known = {"a": SimpleNamespace(retry_strategy=Patiently())}
    asyncio.run(
        tasks.take_up_again.func(SimpleNamespace(app=SimpleNamespace(job_manager=manager, tasks=known)))
    )
    assert manager.retried == [0]
    assert manager.finished == [(1, "failed")]


@pytest.mark.django_db(transaction=True)
def test_old_finished_jobs_are_swept_away_and_failed_ones_stay_longer():
    for status, days in (("succeeded", 8), ("succeeded", 6), ("failed", 80), ("failed", 100)):
        _finished(status, days)
    connector: Any = app.connector

    async def run() -> None:
        with app.replace_connector(connector.get_worker_connector()) as working:
            async with working.open_async():
                await tasks.sweep.func(SimpleNamespace(app=working))

    asyncio.run(run())
    left = ProcrastinateJob.objects.filter(task_name="a")  # jobs of other tests may wait beside them
    assert sorted(left.values_list("status", flat=True)) == ["failed", "succeeded"]


def _finished(status: str, days: int) -> None:
    """A job that ended so many days ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (task_name, queue_name, status) VALUES ('a', 'default', %s) RETURNING id",
            [status],
        )
        job = cursor.fetchone()[0]
        cursor.execute("DELETE FROM procrastinate_events WHERE job_id = %s", [job])
        cursor.execute(
            "INSERT INTO procrastinate_events (job_id, type, at) VALUES (%s, %s, now() - %s * interval '1 day')",
            [job, status, days],
        )
