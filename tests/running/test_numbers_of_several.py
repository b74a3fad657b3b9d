"""Two web processes tell the sum of what both counted."""

from __future__ import annotations

import os
import subprocess
import sys

COUNT = """
import django; django.setup()
from goldenthread.running import metrics
metrics.count(page="a", method="GET", status=200, seconds=0.1)
metrics.count(page="a", method="BREW", status=418, seconds=0.1)
"""
TELL = (
    COUNT
    + """
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
asked = CollectorRegistry(); MultiProcessCollector(asked)
print(generate_latest(asked).decode())
"""
)


def test_two_processes_tell_their_sum(tmp_path):
    folder = tmp_path / "numbers"
    environment = {**os.environ, "METRICS_FOLDER": str(folder), "SECRET_KEY": "x" * 50, "DATABASE_URL": "postgresql://x/y",
                   "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings"}  # fmt: skip
    subprocess.run([sys.executable, "-c", COUNT], env=environment, check=True)
    told = subprocess.run(
        [sys.executable, "-c", TELL], env=environment, check=True, capture_output=True, text=True
    ).stdout
    assert 'goldenthread_answers_total{method="GET",page="a",status="2xx"} 2.0' in told
    assert 'goldenthread_answers_total{method="other",page="a",status="4xx"} 2.0' in told
    assert folder.stat().st_mode & 0o077 == 0
