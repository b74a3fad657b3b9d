"""Run the benchmarks, each as a program of its own."""

from __future__ import annotations

import subprocess

from setup import set_up
from steps import PROJECT, environment, program


def main() -> None:
    """Each benchmark prints its own ratios."""
    set_up(tests=True)
    for path in sorted((PROJECT / "benchmarks").glob("[a-z]*.py")):
        print(f"\n{path.stem.replace('_', ' ')}", flush=True)
        subprocess.run(
            [program("python"), "-m", f"benchmarks.{path.stem}"], cwd=PROJECT, env=environment(), check=True
        )


if __name__ == "__main__":
    main()
