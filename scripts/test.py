"""Set up, then every check and test. The last line is pytest's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from checks import FAST, SLOW, failing, pytest
from setup import set_up, stop_idle_database
from steps import stopped_by_hand

BROWSERS = ("chromium", "google-chrome")  # as tests/journeys/conftest.py looks for them


def chromium() -> None:
    """A browser for the journeys: Debian's, installed here if we may and it is absent."""
    if os.environ.get("CHROMIUM") or any(map(shutil.which, BROWSERS)):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Chromium is absent: installing Debian's", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", "chromium"]):
            subprocess.run(
                ["apt-get", *command], stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=quiet
            )
    if not any(map(shutil.which, BROWSERS)):
        sys.exit(
            "The browser tests need Chromium. On Debian: apt install chromium. Or name one: CHROMIUM=/path make test"
        )


def main() -> None:
    """Everything, in the order of what fails fastest."""
    set_up(tests=True)
    chromium()
    failed = failing((*FAST, *SLOW))
    print("Tests", flush=True)
    outcome = pytest("-n", "2", "--dist", "worksteal", *sys.argv[1:])
    stop_idle_database()
    if failed:
        sys.exit(f"Before the tests, {' and '.join(failed).lower()} did not pass: see above.")
    sys.exit(outcome)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stopped_by_hand()
