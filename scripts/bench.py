"""Run the benchmarks, each as a program of its own."""

from __future__ import annotations

import subprocess
import sys

from setup import set_up, stop_idle_database
from steps import PROJECT, environment, program, stopped_by_hand


def main() -> None:
    """Each benchmark prints its own ratios, and fails when a bound that it sets itself is broken."""
    set_up(tests=True)
    broken = []
    for path in sorted((PROJECT / "benchmarks").glob("[a-z]*.py")):
        print(f"\n{path.stem.replace('_', ' ')}", flush=True)
        command = [program("python"), "-m", f"benchmarks.{path.stem}"]
        if subprocess.run(command, cwd=PROJECT, env=environment()).returncode:
            broken.append(path.stem.replace("_", " "))
    stop_idle_database()
    if broken:
        sys.exit(f"Did not hold: {', '.join(broken)}.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stopped_by_hand()
