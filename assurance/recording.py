"""A pytest plugin that keeps what each test came to, and what it counted, as the run goes on.

A test says what it counted with pytest's own fixture: record_property("counted", {"what": "bits flipped", "tried": 1000,
"failed": 0}). What was not run is kept too: a skipped test has shown nothing. A run that is stopped has kept what it did.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

KEPT = "ASSURANCE_KEPT"
"""The setting that names the file; without it nothing is kept. Its first line lists the tests, each other line is one of them."""
_now: dict[str, dict[str, Any]] = {}


def _keep(content: Any) -> None:
    if os.environ.get(KEPT):
        with Path(os.environ[KEPT]).open("a", encoding="utf-8") as file:
            file.write(json.dumps(content) + "\n")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Note what there is to do."""
    _keep([item.nodeid for item in session.items])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add one phase of a test: it failed when any phase did, and took as long as all of them."""
    one = _now.setdefault(report.nodeid, {"outcome": "passed", "seconds": 0.0, "counted": []})
    one["seconds"] += report.duration
    if report.outcome != "passed" and one["outcome"] != "failed":
        one["outcome"] = report.outcome
    if report.when == "teardown":
        one["counted"] = [value for name, value in report.user_properties if name == "counted"]
        _keep({report.nodeid: one})


def read(path: Path) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The tests that there were to do, and what those came to that were done."""
    if not path.exists():
        return [], {}
    first, *rest = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return first, {name: one for line in rest for name, one in line.items()}
