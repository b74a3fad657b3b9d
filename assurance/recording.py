"""A pytest plugin that keeps what each test came to, and what it counted.

A test says what it counted with pytest's own fixture: record_property("counted", {"what": "bits flipped", "tried": 1000,
"failed": 0}). What was not run is kept too: a skipped test has shown nothing.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

KEPT = "ASSURANCE_KEPT"
"""The setting that names the file; without it nothing is kept."""
found: dict[str, dict[str, Any]] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add one phase of a test: it failed when any phase did, and took as long as all of them."""
    one = found.setdefault(report.nodeid, {"outcome": "passed", "seconds": 0.0, "counted": []})
    one["seconds"] += report.duration
    if report.outcome != "passed" and one["outcome"] != "failed":
        one["outcome"] = report.outcome
    if report.when == "teardown":
        one["counted"] = [value for name, value in report.user_properties if name == "counted"]


def pytest_sessionfinish() -> None:
    """Write it down."""
    if os.environ.get(KEPT):
        Path(os.environ[KEPT]).write_text(json.dumps(found))
