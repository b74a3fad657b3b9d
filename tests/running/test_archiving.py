"""What the doctor says of continuous archiving. On real clusters: assurance/tests/test_point_in_time.py."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from goldenthread.running import metrics
from goldenthread.running.checks import archiving
from goldenthread.running.checks.finding import State

NOW = datetime(2026, 3, 2, 4, 5, tzinfo=UTC)
GOES = {
    "is_on": True, "has_place": True, "at_least_every": timedelta(minutes=10), "since": NOW - timedelta(minutes=9),
    "failed_at": None, "failures": 0, "failed_segment": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("differs", "state", "words"),
    [
        ({}, State.WELL, "9 minutes ago"),
        ({"is_on": False}, State.LOOK, "Off"),
        ({"has_place": False}, State.BROKEN, "says where to"),
        ({"at_least_every": timedelta()}, State.LOOK, "quiet hour"),
        ({"at_least_every": timedelta(hours=1)}, State.LOOK, "quiet hour"),
        ({"since": NOW - timedelta(minutes=16)}, State.BROKEN, "16 minutes ago"),
        ({"failed_at": NOW, "failures": 3, "failed_segment": "00A"}, State.BROKEN,
         "fails since 2 March 2026, 03:56 UTC (00A, 3 failures"),
        ({"failed_at": NOW - timedelta(hours=1), "failures": 3}, State.WELL, "9 minutes ago"),
    ],
)  # fmt: skip
def test_archiving_that_is_off_fails_or_has_stopped_is_told(monkeypatch, differs, state, words):
    monkeypatch.setattr(archiving, "state", lambda: archiving.Archive(**GOES | differs))
    with time_machine.travel(NOW, tick=False):
        found = archiving.archiving()
    assert found.state is state
    assert words in found.found
    assert found.is_well or found.remedy


@pytest.mark.django_db
def test_the_processes_may_ask_how_archiving_goes():
    now = archiving.state()
    assert (now.is_on, now.failed_at) == (False, None)
    assert b"archive_age_seconds" not in metrics.page()


@pytest.mark.django_db
def test_the_age_of_the_archive_is_among_the_numbers(monkeypatch):
    monkeypatch.setattr(archiving, "state", lambda: archiving.Archive(**GOES))
    assert b"goldenthread_archive_age_seconds" in metrics.page()


@pytest.mark.parametrize(
    ("name", "state", "words"),
    [
        ("2026-02-23T030000Z", State.WELL, "7 days old"),
        ("2026-02-20T030000Z", State.BROKEN, "10 days old"),
        ("2026-03-01T030000Z.part", State.BROKEN, "There is none"),
    ],
)
def test_a_base_backup_older_than_a_week_is_told(settings, tmp_path, name, state, words):
    (tmp_path / name).mkdir()
    settings.BASE_BACKUP_FOLDER = str(tmp_path)
    with time_machine.travel(NOW, tick=False):
        found = archiving.base()
    assert (found.state, words in found.found) == (state, True)
