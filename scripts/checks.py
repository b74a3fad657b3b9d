"""The checks that need no test: style, imports, types, migrations."""

from __future__ import annotations

import subprocess
import time

from steps import PROJECT, environment, program

FAST = (
    ("Style", ["ruff", "check", "."]),
    ("Format", ["ruff", "format", "--check", "."]),
    ("Imports", ["lint-imports"]),
)
SLOW = (
    ("Types", ["mypy", "goldenthread"]),
    ("Migrations", ["goldenthread", "migrations", "check"]),
)


def passes(words: str, command: list[str]) -> bool:
    """One check; says what it found."""
    began = time.monotonic()
    outcome = subprocess.run(
        [program(command[0]), *command[1:]], cwd=PROJECT, text=True, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment(),
    )  # fmt: skip
    spent = time.monotonic() - began
    if outcome.returncode:
        print(
            f"\n{outcome.stdout}\n{words}: did not pass ({spent:.1f} s). Again: .venv/bin/{' '.join(command)}\n",
            flush=True,
        )
        return False
    print(f"{words}: fine ({spent:.1f} s)", flush=True)
    return True


def failing(checks: tuple[tuple[str, list[str]], ...]) -> list[str]:
    """The names of the checks that do not pass; all of them are run."""
    return [words for words, command in checks if not passes(words, command)]


def pytest(*arguments: str) -> int:
    """Run the tests with their own words on the screen; gives pytest's exit code."""
    command = [program("python"), "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=PROJECT, env=environment()).returncode
