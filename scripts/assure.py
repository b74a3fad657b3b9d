"""Run the tests that a council asks for, and write what they found: `make assure`."""

from __future__ import annotations

import os
import subprocess
import sys

from setup import set_up, stop_idle_database
from steps import PROJECT, environment, program, stopped_by_hand


def main() -> None:
    """Every line of the ledger, or those that ONLY names."""
    set_up(tests=True)
    command = [program("python"), "-m", "assurance", *os.environ.get("ONLY", "").split()]
    ended = subprocess.run(command, cwd=PROJECT, env=environment()).returncode
    stop_idle_database()
    sys.exit(ended)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stopped_by_hand()
