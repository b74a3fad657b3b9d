"""A cap on the memory of a web server's processes together, as MemoryMax of systemd: a control group of Linux."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

GROUPS = Path("/sys/fs/cgroup")
INTO = 'echo $$ > "$0/cgroup.procs" && exec "$@"'


@dataclass(frozen=True)
class Cap:
    """The group."""

    place: Path

    @property
    def under(self) -> tuple[str, ...]:
        """The words before a command that let it run within."""
        return ("sh", "-c", INTO, str(self.place))

    def killed(self) -> int:
        """How many processes the kernel has ended because they outgrew it."""
        for name in ("memory.oom_control", "memory.events"):
            if (self.place / name).exists():
                rows = dict(line.split() for line in (self.place / name).read_text().splitlines())
                return int(rows["oom_kill"])
        raise AssertionError("the kernel does not say whom it has ended")

    def most(self) -> int:
        """The most that it held at once, in MB."""
        old = self.place / "memory.max_usage_in_bytes"
        place = old if old.exists() else self.place / "memory.peak"
        return int(place.read_text()) // 1024**2


@contextmanager
def a_cap(megabytes: int, name: str) -> Iterator[Cap]:
    """A group of a size; the test is skipped where none can be made."""
    old = (GROUPS / "memory").is_dir()
    place = (GROUPS / "memory" if old else GROUPS) / f"golden-thread-{name}-{os.getpid()}"
    try:
        place.mkdir()
        limit = place / ("memory.limit_in_bytes" if old else "memory.max")
        limit.write_text(str(megabytes * 1024 * 1024))
    except OSError as trouble:
        with suppress(OSError):
            place.rmdir()
        pytest.skip(f"memory cannot be capped here: {trouble.strerror}")
    try:
        yield Cap(place)
    finally:
        for _ in range(50):
            with suppress(OSError):
                place.rmdir()
                break
            time.sleep(0.1)
