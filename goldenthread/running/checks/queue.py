"""The queue of background work: that it takes work, that somebody works on it, and that nothing waits or fails for long."""

from __future__ import annotations

from typing import Any

from django.db import ProgrammingError, connection

from goldenthread.kit.tasks import SILENT_FOR
from goldenthread.running.checks.finding import Finding, broken, look, well

WAITING = 600
"""Seconds after which work has waited too long."""
START = "Start one: goldenthread worker (systemd: the worker's unit)."


def state() -> dict[str, Any]:
    """How the queue is: seconds since a worker's last sign (None: no worker), jobs that are due and the seconds that the oldest
    of them waits, jobs that failed in the last day."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT (SELECT extract(epoch FROM now() - max(last_heartbeat)) FROM procrastinate_workers),
                      count(*) FILTER (WHERE due),
                      coalesce(extract(epoch FROM now() - min(since) FILTER (WHERE due)), 0),
                      count(*) FILTER (WHERE status = 'failed' AND since > now() - interval '1 day')
               FROM (SELECT status, status = 'todo' AND coalesce(scheduled_at, now()) <= now() AS due,
                            coalesce(greatest(scheduled_at,
                              (SELECT max(at) FROM procrastinate_events e WHERE e.job_id = j.id)), now()) AS since
                     FROM procrastinate_jobs j WHERE status IN ('todo', 'failed')) AS jobs"""
        )
        sign, due, oldest, failed = cursor.fetchone()
    return {
        "sign": None if sign is None else float(sign),
        "due": due,
        "oldest": float(oldest),
        "failed": failed,
    }


def takes_work() -> Finding:
    """Whether the queue's tables are there to be written to."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT has_table_privilege('procrastinate_jobs', 'INSERT')")
            (may,) = cursor.fetchone()
    except ProgrammingError:
        may = False
    if not may:
        return broken(
            "Queue",
            "Nothing can be put into it.",
            "Run: goldenthread manage migrate, as the database's owner.",
        )
    return well("Queue", "It takes work.")


def worker() -> Finding:
    """Whether somebody works on the queue."""
    sign = state()["sign"]
    if sign is None:
        return broken("Worker", "None is running: nothing is sent or brought in.", START)
    if sign > SILENT_FOR:
        return broken("Worker", f"The last sign of one is {_time(sign)} old.", START)
    return well("Worker", f"The last sign of one is {_time(sign)} old.")


def waiting() -> Finding:
    """Whether work waits too long."""
    now = state()
    if now["oldest"] > WAITING:
        return look("Waiting work", f"{now['due']} jobs; the oldest has waited {_time(now['oldest'])}.",
                    "Start another worker, or look in the log of this one.")  # fmt: skip
    return well("Waiting work", f"{now['due']} jobs are due.")


def failed() -> Finding:
    """Whether work failed in the last day."""
    count = state()["failed"]
    if count:
        return look("Failed work", f"{count} jobs failed in the last day.",
                    "See the worker's log; the table procrastinate_jobs names them (status failed).")  # fmt: skip
    return well("Failed work", "None in the last day.")


def _time(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes" if seconds < 7200 else f"{seconds / 3600:.0f} hours"
