"""Run the lines of the ledger, print each with its count and failures, and write what was found.

python -m assurance                  every line, with the smaller counts
python -m assurance S9 R6            these lines; the others stay as their last run left them
ASSURE=full python -m assurance      with the full counts

Each line is written with the day and the commit of its run. When a run is stopped, the lines that it had done are kept.
PYTEST_MORE="--reuse-db" python -m assurance keeps the tests' database from one run to the next.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assurance import page, recording
from assurance.amount import IS_FULL
from assurance.line import Line, ledger
from assurance.telling import printed, told

PROJECT = Path(__file__).resolve().parents[1]
LATEST = PROJECT / "assurance" / "latest.json"
MADE = ("assurance/latest.json", "docs/running/assurance.md")
STATES = ("held", "in part", "failed", "not run")


def run(lines: list[Line], *more: str) -> tuple[list[str], dict[str, Any]]:
    """Every test of the lines, once each, in one run of pytest: what there was to do, and what each came to that was done."""
    wanted = list(dict.fromkeys(test for line in lines for test in line.tests))
    if not wanted:
        return [], {}
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "kept"
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:xdist",
            "-p",
            "assurance.recording",
            "--show-capture=no",
        ]
        limits = ["--timeout", "3600", *os.environ.get("PYTEST_MORE", "").split()]
        process = subprocess.Popen(
            [*command, *limits, *wanted], cwd=PROJECT, env={**os.environ, recording.KEPT: str(kept)}
        )
        try:
            process.wait()
        except KeyboardInterrupt:
            process.wait()
        return recording.read(kept)


def commit() -> tuple[str, bool]:
    """The commit that is tried, and whether anything stands beside it."""

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=PROJECT, capture_output=True, text=True).stdout.strip()

    return git("rev-parse", "HEAD"), not [
        one for one in git("status", "--porcelain").splitlines() if not one.endswith(MADE)
    ]


def main(asked: list[str]) -> int:
    """Everything, or the lines that were asked for; 1 when any failed."""
    lines = [line for line in ledger() if not asked or line.id in asked]
    if unknown := sorted(set(asked) - {line.id for line in lines}):
        print(f"There is no line {', '.join(unknown)}.")
        return 2
    at, (head, is_clean) = datetime.now(UTC), commit()
    to_do, found = run([line for line in lines if IS_FULL or not line.only_full])
    when = {"at": at.isoformat(timespec="seconds"), "commit": head, "is_clean": is_clean, "is_full": IS_FULL}
    done = {
        line.id: when | told(line, to_do, found, is_full=IS_FULL)
        for line in lines
        if line.is_done(to_do, found)
    }
    for one in done.values():
        print(printed(one))
        for failure in one["failures"]:
            print(f"        {failure}")
    for line in lines:
        if line.id not in done:
            print(f"{line.id:>4}  was stopped; what was known of it stays")
    write(done)
    return int(any(one["state"] == "failed" for one in done.values()) or len(done) < len(lines))


def write(done: dict[str, Any]) -> None:
    """Put what was done in place of what was known, and make the page anew."""
    known = json.loads(LATEST.read_text())["lines"] if LATEST.exists() else []
    rows = {one["id"]: one for one in known} | done
    kept = [rows[line.id] for line in ledger() if line.id in rows]
    states = {state: sum(one["state"] == state for one in kept) for state in STATES}
    content = {"states": states | {"never run": len(ledger()) - len(kept)}, "lines": kept}
    print(", ".join(f"{number} {state}" for state, number in content["states"].items()))
    LATEST.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    page.write(content)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
