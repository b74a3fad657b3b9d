"""The fast loop: style, imports, and the tests that need neither database nor browser."""

from __future__ import annotations

import subprocess
import sys

from checks import FAST, run
from steps import PROJECT, environment, program

QUICK = ["tests/law", "tests/kit", "tests/programme/reading"]


def main() -> None:
    """Under a minute."""
    for words, command in FAST:
        run(words, command)
    present = [name for name in QUICK if (PROJECT / name).exists()]
    command = [program("pytest"), "-n", "2", "-m", "not browser", *present]
    sys.exit(subprocess.run(command, cwd=PROJECT, env=environment()).returncode)


if __name__ == "__main__":
    main()
