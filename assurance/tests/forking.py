"""A web server whose workers are forked from a process that has imported everything, so that a thousand can be killed.

`python -m assurance.tests.forking PORT WORKERS`. It is Granian itself, with the application of config/wsgi.py; two things differ
from `make run`: a worker begins as a copy and not by importing for seconds, and one that dies soon after another is replaced
all the same, where Granian would take it for a loop of crashes and end.
"""

from __future__ import annotations

import multiprocessing
import sys

from django.urls import get_resolver
from granian import Granian

from goldenthread.config.wsgi import application


class _NoLoop(dict[int, float]):
    """When workers were replaced: long ago, whatever is asked."""

    def get(self, key: int, default: float = 0) -> float:  # type: ignore[override]
        return -1000.0


def main(port: int, workers: int) -> None:
    """Serve until killed."""
    multiprocessing.set_start_method("fork")
    assert application
    assert get_resolver().url_patterns  # imported here, before the first fork
    server = Granian(
        "goldenthread.config.wsgi:application", address="127.0.0.1", port=port, interface="wsgi", workers=workers,
        blocking_threads=2, websockets=False, log_level="critical", respawn_failed_workers=True,
    )  # fmt: skip
    server.respawned_wrks = _NoLoop()
    server.serve()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
