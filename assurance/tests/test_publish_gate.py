"""S16: the benchmark of the gate before publishing, with its own bounds."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SET = re.compile(r"^(\S.*?)(?: \(.*\))?: \d+ planted documents", re.MULTILINE)
SHARE = re.compile(r"^  (\D+?) +(\d+) of (\d+) +[\d.]+%(   BROKEN)?$", re.MULTILINE)


def test_planted_people_are_found(record_property):
    """Its bounds are 99 of 100 identifiers, 95 of 100 names, and at most 10 false alarms; `failed` is a bound that broke."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.publish_gate"], cwd=PROJECT, capture_output=True, text=True
    )
    sets, shares = SET.findall(done.stdout), SHARE.findall(done.stdout)
    assert sets, done.stdout + done.stderr
    assert len(shares) == 3 * len(sets), done.stdout
    for number, (name, part, whole, is_broken) in enumerate(shares):
        what = f"in the set “{sets[number // 3]}”, of which {part}: {name}"
        record_property("counted", {"what": what, "tried": int(whole), "failed": int(bool(is_broken))})
    assert done.returncode == 0, done.stdout
