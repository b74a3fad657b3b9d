"""The fast loop: style, imports, and the tests that need neither database nor browser."""

from __future__ import annotations

import sys

from checks import FAST, failing, pytest
from setup import install_tools
from steps import PROJECT, stopped_by_hand

QUICK = ["tests/law", "tests/kit", "tests/programme/reading"]


def main() -> None:
    """Under a minute."""
    install_tools()
    failed = failing(FAST)
    outcome = pytest("-n", "2", "-m", "not browser", *(name for name in QUICK if (PROJECT / name).exists()))
    if failed:
        sys.exit(f"Before the tests, {' and '.join(failed).lower()} did not pass: see above.")
    sys.exit(outcome)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stopped_by_hand()
