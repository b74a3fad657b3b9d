"""Steps with a progress display: what is being done, how long it took, and, on failure, what to do."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
VENV = PROJECT / ".venv"
LOG = PROJECT / "var" / "setup.log"


class Trouble(Exception):
    """Something that a person has to mend. Its text says what."""


def program(name: str) -> str:
    """A program of the virtual environment."""
    return str(VENV / "bin" / name)


def environment(**more: str) -> dict[str, str]:
    """The environment for our programs: our own folders first."""
    path = os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1", **more}


def quietly(command: Sequence[str], advice: str = "", cwd: Path = PROJECT, **more: str) -> None:
    """Run a program, its words into var/setup.log; when it fails, raise Trouble with its last words and the advice."""
    LOG.parent.mkdir(parents=True, exist_ok=True)
    outcome = subprocess.run(
        list(command), cwd=cwd, env=environment(**more), text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace",
    )  # fmt: skip
    with LOG.open("a") as log:
        log.write(f"$ {' '.join(command)}\n{outcome.stdout}\n")
    if outcome.returncode:
        tail = "\n".join(outcome.stdout.strip().splitlines()[-15:])
        raise Trouble(f"{tail}\n\n{advice}".strip())


class Progress:
    """Numbered steps. On a terminal the present one counts its seconds; elsewhere each is one line."""

    def __init__(self, total: int) -> None:
        self.total, self.number, self.began = total, 0, time.monotonic()

    def step(self, words: str, work: Callable[[], str | None]) -> None:
        """Do one step; its work may return a word such as “already done”."""
        self.number += 1
        title = f"[{self.number}/{self.total}] {words}"
        began, finished = time.monotonic(), threading.Event()
        if sys.stdout.isatty():
            threading.Thread(target=_count, args=(title, began, finished), daemon=True).start()
        try:
            word = work() or "done"
        except Trouble as trouble:
            finished.set()
            print(f"\r{title}: did not work\n\n{trouble}\n", flush=True)
            raise SystemExit(1) from None
        finished.set()
        print(f"\r{title}: {word} ({time.monotonic() - began:.1f} s)", flush=True)


def _count(title: str, began: float, finished: threading.Event) -> None:
    while not finished.wait(1):
        print(f"\r{title} … {time.monotonic() - began:.0f} s", end="", flush=True)
