"""python -m benchmarks.load.soaking PID …: memory and open files of each, connections to the database, every ten seconds."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import psycopg

from goldenthread.config import environment, postgres

EVERY = 10
QUESTION = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"


def megabytes(pid: int) -> float:
    """What a process keeps in memory."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def main(pids: list[int]) -> None:
    """Print a line each time, until a process ends or we are stopped."""
    address = environment.text("DATABASE_URL") or postgres.url()
    began = time.monotonic()
    print("second", *(f"rss_mb_{pid},files_{pid}" for pid in pids), "connections", sep=",")
    while all(Path(f"/proc/{pid}").exists() for pid in pids):
        with psycopg.connect(address) as connection:
            (count,) = connection.execute(QUESTION).fetchone()  # type: ignore[misc]
        each = [f"{megabytes(pid):.0f},{len(list(Path(f'/proc/{pid}/fd').iterdir()))}" for pid in pids]
        print(f"{time.monotonic() - began:.0f}", *each, count - 1, sep=",", flush=True)
        time.sleep(EVERY)


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]])
