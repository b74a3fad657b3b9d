"""python -m assurance.rehearsal.rebuild BACKUP PACKAGES: everything anew after the servers are lost, each step timed.

By the words of docs/running/rebuild.md: an empty folder, an empty cluster, a clone of the repository, the backup, the packages
that were fetched before, and the two halves of each key, from the environment (SECRET_KEY_1, SECRET_KEY_2, AUDIT_KEY_1,
AUDIT_KEY_2). Setting up and restoring run without any network (unshare). Nothing of this checkout is used but its commits.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from assurance.rehearsal.clusters import Clusters, Missing, wait_until
from assurance.tests.site import free_port
from goldenthread.config.postgres import PROCESSES

PROJECT = Path(__file__).resolve().parents[2]
OFFLINE = ("unshare", "--net")
KEYS = ("SECRET_KEY", "AUDIT_KEY")
PASSED_ON = ("PATH", "HOME", "LANG")


class Rebuild:
    """The empty folder and the empty cluster, and how long each step took."""

    def __init__(
        self, backup: Path, packages: Path, halves: Mapping[str, str], say: Callable[[str], Any]
    ) -> None:
        if subprocess.run([*OFFLINE, "true"], capture_output=True).returncode:
            raise Missing("this user may not take its network away (unshare --net)")
        self.backup, self.packages, self.say = backup, packages, say
        self.folder, self.clusters = Path(tempfile.mkdtemp(prefix="gt-rebuild-")), Clusters()
        self.code = self.folder / "golden-thread"
        self.environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ} | {
            **{key: halves[f"{key}_1"] + halves[f"{key}_2"] for key in KEYS},
            "DATABASE_URL": self.clusters.address("new", PROCESSES),
            "DATABASE_OWNER_URL": self.clusters.address("new", "goldenthread"),
            "ALLOWED_HOSTS": "127.0.0.1", "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings",
            "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(packages),
            "PIP_NO_CACHE_DIR": "1", "npm_config_offline": "true", "npm_config_cache": str(packages / "npm"),
        }  # fmt: skip
        self.seconds: dict[str, float] = {}

    def step(self, words: str, work: Callable[[], Any]) -> Any:
        """Do one step and note how long it took."""
        began = time.monotonic()
        found = work()
        self.seconds[words] = round(time.monotonic() - began, 1)
        self.say(f"{self.seconds[words]:7.1f} s  {words}")
        return found

    def offline(self, *command: str | Path, may_end_with: tuple[int, ...] = (0,)) -> str:
        """Run a command in the clone without a network, and give what it printed."""
        done = subprocess.run(
            [*OFFLINE, *map(str, command)], cwd=self.code, env=self.environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        if done.returncode not in may_end_with:
            raise AssertionError(
                f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}"
            )
        return done.stdout.strip()

    def goldenthread(self, *words: str | Path) -> str:
        """One of our commands. 1 is no failure: the doctor found something."""
        return self.offline(self.code / ".venv" / "bin" / "goldenthread", *words, may_end_with=(0, 1))

    def make_cluster(self) -> None:
        """PostgreSQL, with the owner's role and an empty database."""
        self.clusters.make("new")
        self.clusters.start("new")
        self.clusters.ask("new", "CREATE ROLE goldenthread LOGIN CREATEROLE", "postgres")
        self.make_database()

    def make_database(self) -> None:
        """An empty database in place of the one there is."""
        self.clusters.ask("new", "DROP DATABASE IF EXISTS goldenthread", "postgres")
        new = "CREATE DATABASE goldenthread OWNER goldenthread ENCODING 'UTF8' TEMPLATE template0"
        self.clusters.ask("new", new, "postgres")

    def serve(self) -> None:
        """Start a web process and wait until it says that it can serve."""
        port = free_port()
        command = [".venv/bin/granian", "--interface", "wsgi", "--port", str(port), "--host", "127.0.0.1"]
        process = subprocess.Popen(
            [*command, "goldenthread.config.wsgi:application"], cwd=self.code, env=self.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        asked = ["curl", "-fsS", f"http://127.0.0.1:{port}/health/ready/"]
        try:
            wait_until(
                lambda: not subprocess.run(asked, capture_output=True).returncode,
                what="it serves",
                seconds=180,
            )
        finally:
            process.terminate()
            process.wait(30)

    def end(self) -> None:
        """Leave nothing behind."""
        self.clusters.end()
        shutil.rmtree(self.folder, ignore_errors=True)


def rebuild(
    backup: Path, packages: Path, halves: Mapping[str, str], say: Callable[[str], Any] = print
) -> dict[str, Any]:
    """All steps once: how long each took, and what the restore, the audit and the doctor said. Raises AssertionError."""
    anew = Rebuild(backup, packages, halves, say)
    try:
        anew.step("clone the repository", lambda: _clone(anew.code))
        anew.step("an empty cluster", anew.make_cluster)
        anew.step("make setup", lambda: anew.offline("make", "setup"))
        anew.step("read the backup", lambda: anew.goldenthread("verify", backup))
        anew.step("empty the new tables", anew.make_database)
        restored = anew.step("restore it", lambda: anew.goldenthread("restore", "--quiet", backup))
        anew.step("newer migrations", lambda: anew.goldenthread("manage", "migrate", "-v0"))
        anew.step("lock", lambda: anew.goldenthread("lock"))
        audit = anew.step("read the audit", lambda: anew.goldenthread("audit", "verify"))
        anew.step("a web process serves", anew.serve)
        doctor = anew.step("the doctor", lambda: anew.goldenthread("doctor"))
        return {"seconds": anew.seconds, "restored": restored, "audit": audit, "doctor": doctor}
    finally:
        anew.end()


def _clone(to: Path) -> None:
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(PROJECT), str(to)], check=True)


def main(words: list[str]) -> int:
    """Run it once and print what was found."""
    if len(words) != 2:
        print(__doc__)
        return 2
    try:
        found = rebuild(Path(words[0]).resolve(), Path(words[1]).resolve(), os.environ)
    except Missing as what:
        print(f"Not rehearsed: {what}.")
        return 0
    print(found["restored"], found["audit"], found["doctor"], sep="\n")
    print(f"{sum(found['seconds'].values()):.0f} seconds in all.")
    return int(not found["restored"].startswith("Restored: ") or not found["audit"].endswith("whole."))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
