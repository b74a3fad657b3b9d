"""The interface passes the checks of the national standard’s own validator, asked of a server that runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from goldenthread.localoffer.actions.loading import load_services
from goldenthread.localoffer.demonstration.generator import invented
from goldenthread.localoffer.demonstration.load import load
from goldenthread.openreferral.feeds import Row
from goldenthread.openreferral.reading import read_service
from tests.localoffer import world

pytestmark = pytest.mark.django_db(transaction=True)
INVENTED = int(os.environ.get("ORUK_SERVICES", "300"))
"""Services; with 10,000 it takes half a minute."""
LEVELS = 6
"""The paths of level 1 and level 2, each with its pages and its records."""


@pytest.fixture
def validate(shared: Path, live_server):
    def run() -> str:
        command = [
            sys.executable,
            str(shared / "bin/validate_oruk.py"),
            f"{live_server.url}/open-referral",
            "--strict",
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_demonstration_passes_at_both_levels_strictly(validate):
    load(on=world.TODAY)
    said = validate()
    assert "LEVEL 1 PASS" in said
    assert said.count(": ok\n") == LEVELS, said


def test_generated_services_pass_at_both_levels_strictly(validate):
    rows = [Row(f"record {number}", read_service(one)) for number, one in enumerate(invented(INVENTED), 1)]
    assert load_services(rows=rows, now=world.NOW, by=None).added == INVENTED
    said = validate()
    assert said.count(": ok\n") == LEVELS, said
