"""Numbers of a running installation, for Prometheus. They name pages, never people, records or addresses that were typed.

Each web process counts for itself. With several, METRICS_FOLDER names an empty folder that they share, and any of them tells
the sum. How the queue is comes from the database when the numbers are asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

if settings.METRICS_FOLDER:  # prometheus_client looks for it when it is imported
    Path(settings.METRICS_FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = settings.METRICS_FOLDER

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from goldenthread.audit.models import Head
from goldenthread.keeping.models import Alert
from goldenthread.running import backups
from goldenthread.running.checks import archiving, queue

KIND = CONTENT_TYPE_LATEST
ANSWERED = Counter("goldenthread_answers", "Requests answered.", ["page", "method", "status"])
SECONDS = Histogram(
    "goldenthread_answer_seconds", "How long answers took.", ["page"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)  # fmt: skip
METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}


def count(*, page: str, method: str, status: int, seconds: float) -> None:
    """Note one answer. `page` is the name of an address, not the address."""
    ANSWERED.labels(page, method if method in METHODS else "other", f"{status // 100}xx").inc()
    SECONDS.labels(page).observe(seconds)


class Asked(Collector):
    """What the database and the disk say when the numbers are asked for."""

    def collect(self) -> Iterator[Metric]:
        """The gauges. Without a database there is one: that it is down."""
        try:
            now, end = queue.state(), Head.objects.filter(key=1).values_list("count", flat=True).first()
        except DatabaseError:
            connection.close()
            yield _gauge("database_up", "Whether the database answers.", 0)
            return
        yield _gauge("database_up", "Whether the database answers.", 1)
        yield _gauge("jobs_due", "Jobs that nobody has begun.", now["due"])
        yield _gauge("jobs_oldest_seconds", "How long the oldest of them has waited.", now["oldest"])
        yield _gauge("jobs_failed", "Jobs that failed in the last day.", now["failed"])
        if now["sign"] is not None:
            yield _gauge("worker_sign_seconds", "Age of the last sign of a worker.", now["sign"])
        yield _gauge("audit_events", "Events in the audit.", end or 0)
        held = Alert.objects.filter(settled_at=None)
        yield _gauge("alerts_open", "Alerts that nobody on duty has settled.", held.count())
        if newest := _newest_backup():
            age = (datetime.now(UTC) - newest.made_at).total_seconds()
            yield _gauge("backup_age_seconds", "Age of the newest backup whose seal is right.", age)
        archive = archiving.state()
        if archive.is_on:
            age = (datetime.now(UTC) - archive.since).total_seconds()
            yield _gauge("archive_age_seconds", "Since the last segment left for the archive.", age)


def _newest_backup() -> backups.Backup | None:
    try:
        return backups.newest(Path(settings.BACKUP_FOLDER)) if settings.BACKUP_FOLDER else None
    except OSError:
        return None


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(f"goldenthread_{name}", words, value=value)


def page() -> bytes:
    """All numbers of all web processes."""
    asked = CollectorRegistry()
    asked.register(Asked())
    counted = REGISTRY
    if settings.METRICS_FOLDER:
        counted = CollectorRegistry()
        MultiProcessCollector(counted)
    return bytes(generate_latest(counted) + generate_latest(asked))
