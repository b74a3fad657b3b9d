"""Run the lines of the ledger, print each with its count and failures, and write what was found.

python -m assurance            every line, with the smaller counts
python -m assurance S9 R6      these lines alone: printed, and not written
ASSURE=full python -m assurance
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assurance import page
from assurance.amount import IS_FULL
from assurance.line import Line, holds, ledger
from assurance.recording import KEPT

PROJECT = Path(__file__).resolve().parents[1]
LATEST = PROJECT / "assurance" / "latest.json"


def run(lines: list[Line]) -> tuple[dict[str, Any], int]:
    """Every test of the lines, once each, in one run of pytest; what each came to, and pytest's exit code."""
    wanted = sorted({test for line in lines for test in line.tests})
    if not wanted:
        return {}, 0
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "kept.json"
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:xdist",
            "-p",
            "assurance.recording",
            "--show-capture=no",
            "--timeout",
            "3600",
            *wanted,
        ]
        ended = subprocess.run(command, cwd=PROJECT, env={**os.environ, KEPT: str(kept)}).returncode
        return (json.loads(kept.read_text()) if kept.exists() else {}), ended


def told(line: Line, found: dict[str, Any], *, is_full: bool) -> dict[str, Any]:
    """A line of the ledger with what its tests came to."""
    mine = {nodeid: one for nodeid, one in found.items() if line.has(nodeid)}
    missing = [one for one in line.tests if not any(holds(one, nodeid) for nodeid in found)]
    failures = sorted(nodeid for nodeid, one in mine.items() if one["outcome"] == "failed")
    counted = [count for one in mine.values() for count in one["counted"]]
    failures += [
        f"{count['what']}: {count['failed']} of {count['tried']}" for count in counted if count["failed"]
    ]
    is_left = not line.tests or (line.only_full and not is_full)
    return {
        "id": line.id,
        "title": line.title,
        "asked": line.asked,
        "state": "not run"
        if is_left
        else "failed"
        if failures or missing
        else "in part"
        if line.open
        else "held",
        "tests": len(mine),
        "skipped": sorted(nodeid for nodeid, one in mine.items() if one["outcome"] == "skipped"),
        "counted": counted,
        "failures": failures + [f"{one}: there is no such test" for one in missing if not is_left],
        "open": line.open,
        "seconds": round(sum(one["seconds"] for one in mine.values()), 1),
    }


def commit() -> tuple[str, bool]:
    """The commit that is tried, and whether anything stands beside it."""

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=PROJECT, capture_output=True, text=True).stdout.strip()

    changed = [
        line
        for line in git("status", "--porcelain").splitlines()
        if not line.endswith(("latest.json", "assurance.md"))
    ]
    return git("rev-parse", "HEAD"), not changed


def printed(line: dict[str, Any]) -> str:
    """A line for the screen."""
    counts = "; ".join(f"{one['tried']:,} {one['what']}, {one['failed']} failed" for one in line["counted"])
    shown = f"{line['id']:>4}  {line['state']:<8} {line['title']}: {line['tests']} tests"
    return (
        f"{shown}{f'; {counts}' if counts else ''} ({line['seconds']:.0f} s)"
        if line["tests"]
        else shown.split(":")[0]
    )


def main(asked: list[str]) -> int:
    """Everything, or the lines that were asked for; 1 when any failed."""
    lines = [line for line in ledger() if not asked or line.id in asked]
    if unknown := sorted(set(asked) - {line.id for line in lines}):
        print(f"There is no line {', '.join(unknown)}.")
        return 2
    began = time.monotonic()
    found, ended = run([line for line in lines if IS_FULL or not line.only_full])
    ran = [told(line, found, is_full=IS_FULL) for line in lines]
    for line in ran:
        print(printed(line))
        for failure in line["failures"]:
            print(f"        {failure}")
    states = {
        state: sum(line["state"] == state for line in ledger)
        for state in ("held", "in part", "failed", "not run")
    }
    print(", ".join(f"{number} {state}" for state, number in states.items()))
    if not asked:
        at, is_clean = commit()
        content = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "commit": at, "is_clean": is_clean, "is_full": IS_FULL,
                   "seconds": round(time.monotonic() - began), "states": states, "lines": ran}  # fmt: skip
        LATEST.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
        page.write(content)
    return 1 if states["failed"] or ended > 1 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
