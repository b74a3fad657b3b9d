"""Set up, then every check and test. The last line is pytest's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from checks import FAST, SLOW, run
from setup import set_up
from steps import PROJECT, environment, program


def chromium() -> None:
    """A browser for the journeys: Debian's, installed here if we may and it is absent."""
    if shutil.which("chromium") or os.environ.get("CHROMIUM"):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Chromium is absent: installing Debian's", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-q"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"], **quiet)
    if not shutil.which("chromium"):
        sys.exit(
            "The browser tests need Chromium. On Debian: apt install chromium. Or name one: CHROMIUM=/path make test"
        )


def main() -> None:
    """Everything, in the order of what fails fastest."""
    set_up(tests=True)
    chromium()
    for words, command in (*FAST, *SLOW):
        run(words, command)
    print("Tests", flush=True)
    arguments = [program("pytest"), "-n", "2", "--dist", "loadfile", *sys.argv[1:]]
    sys.exit(subprocess.run(arguments, cwd=PROJECT, env=environment()).returncode)


if __name__ == "__main__":
    main()
