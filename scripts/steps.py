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

sys.path.insert(0, str(PROJECT))
from goldenthread.config import secret as secret  # noqa: E402  (needs the standard library alone)


class Trouble(Exception):
    """Something that a person has to mend. Its text says what."""


def program(name: str) -> str:
    """A program of the virtual environment."""
    return str(VENV / "bin" / name)


def _home() -> dict[str, str]:
    """Places to write for pip, npm and the browser, when the home folder is missing or may not be written to.

    A home that can be read stays the home: the user's own settings for pip and npm are in it.
    """
    home = os.environ.get("HOME", "")
    if home and os.access(home, os.W_OK | os.X_OK):
        return {}
    ours = PROJECT / "var" / "home"
    ours.mkdir(parents=True, exist_ok=True)
    caches = {"XDG_CACHE_HOME": str(ours / "cache"), "npm_config_cache": str(ours / "npm")}
    return caches if os.path.isdir(home) else {**caches, "HOME": str(ours)}


def environment(**more: str) -> dict[str, str]:
    """The environment for our programs: our own folders first, and this folder's secret unless one is given."""
    path = os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", "")])
    ours = {"PATH": path, "PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1", **_home()}
    if not secret.is_given() and secret.path().exists():
        ours["SECRET_KEY_FILE"] = str(secret.path())
    return {**os.environ, **ours, **more}


def quietly(command: Sequence[str], advice: str = "", cwd: Path = PROJECT, **more: str) -> None:
    """Run a program, its words into var/setup.log; when it fails, raise Trouble with its last words and the advice."""
    LOG.parent.mkdir(parents=True, exist_ok=True)
    outcome = subprocess.run(
        list(command), cwd=cwd, env=environment(**more), text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace",
    )  # fmt: skip
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(command)}\n{outcome.stdout}\n")
    if outcome.returncode:
        tail = "\n".join(outcome.stdout.strip().splitlines()[-15:])
        raise Trouble(f"{tail}\n\n{advice}\nThe whole story is in var/setup.log.".strip())


class Progress:
    """Numbered steps. On a terminal the present one counts its seconds; elsewhere each is one line."""

    def __init__(self, total: int) -> None:
        self.total, self.number, self.is_live = total, 0, sys.stdout.isatty()

    def step(self, words: str, work: Callable[[], str | None]) -> None:
        """Do one step; its work may return a word such as “already done”."""
        self.number += 1
        title = f"[{self.number}/{self.total}] {words}"
        began, finished = time.monotonic(), threading.Event()
        counting = threading.Thread(target=_count, args=(title, began, finished), daemon=True)
        if self.is_live:
            counting.start()
        trouble: Exception | None = None
        word: str | None = "did not work"
        try:
            word = work() or "done"
        except (Trouble, OSError) as problem:
            trouble = problem
        finally:
            finished.set()
            if self.is_live:
                counting.join()
        start = "\r" if self.is_live else ""
        print(f"{start}{title}: {word} ({time.monotonic() - began:.1f} s)", flush=True)
        if trouble is not None:
            sys.exit(f"\n{trouble}\n")


def _count(title: str, began: float, finished: threading.Event) -> None:
    while not finished.wait(0.5):
        print(f"\r{title} … {time.monotonic() - began:.0f} s", end="", flush=True)


def stopped_by_hand() -> None:
    """Say so and end, as a shell expects after Ctrl-C."""
    print("\nStopped. Nothing is lost: the next time goes on from here.", file=sys.stderr)
    sys.exit(130)
