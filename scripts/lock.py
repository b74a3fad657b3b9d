"""Pin the requirements anew, with hashes and without any address."""

from __future__ import annotations

import subprocess
from pathlib import Path

from setup import install_tools
from steps import PROJECT, environment, program

PINNED = ("run", "test", "node")
OPTIONS = [
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--override",
    "overrides.txt",
]


def main() -> None:
    """Write requirements/*.txt from *.in; test.txt keeps to the versions of run.txt."""
    install_tools()
    if not Path(program("uv")).exists():
        subprocess.run([program("python"), "-m", "pip", "install", "-q", "uv"], check=True, env=environment())
    for name in PINNED:
        keep = ["-c", "run.txt"] if name == "test" else []
        subprocess.run([program("uv"), "pip", "compile", "-q", "--upgrade", *OPTIONS, *keep, f"{name}.in", "-o", f"{name}.txt"],
                       cwd=PROJECT / "requirements", check=True, env=environment())  # fmt: skip
        print(f"requirements/{name}.txt", flush=True)


if __name__ == "__main__":
    main()
