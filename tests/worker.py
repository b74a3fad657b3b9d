"""Doing at once what waits for the background worker, in the test's own transaction."""

from __future__ import annotations

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def work_off() -> list[str]:
    """Run every task that waits; gives their names. tests/programme/exchange/test_killed.py runs the real worker."""
    names = []
    for job in ProcrastinateJob.objects.filter(status="todo").order_by("pk"):
        app.tasks[job.task_name].func(**job.args)
        names.append(job.task_name)
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE status = 'todo'")
    return names
