"""The checks that need no test: style, imports, types, migrations."""

from __future__ import annotations

import subprocess
import sys
import time

from steps import PROJECT, environment, program

FAST = (
    ("Style", ["ruff", "check", "."]),
    ("Format", ["ruff", "format", "--check", "."]),
    ("Imports", ["lint-imports"]),
)
SLOW = (
    ("Types", ["mypy", "goldenthread"]),
    ("Migrations", ["goldenthread", "manage", "makemigrations", "--check", "--dry-run"]),
)


def run(words: str, command: list[str]) -> None:
    """One check; ends everything when it fails."""
    began = time.monotonic()
    outcome = subprocess.run(
        [program(command[0]), *command[1:]], cwd=PROJECT, text=True, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, env=environment(SECRET_KEY="for-tests-only"),
    )  # fmt: skip
    spent = time.monotonic() - began
    if outcome.returncode:
        print(f"{outcome.stdout}\n{words}: did not pass ({spent:.1f} s). Run: .venv/bin/{' '.join(command)}")
        sys.exit(1)
    print(f"{words}: fine ({spent:.1f} s)", flush=True)
