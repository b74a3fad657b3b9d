"""A small volume that can be filled to the last byte, and emptied again. It lies in memory, and only root may make one."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

PIECE = 64 * 1024


@dataclass
class Volume:
    """Where it is mounted; what fills it is one file there."""

    place: Path

    @property
    def ballast(self) -> Path:
        """The file that fills it."""
        return self.place / "ballast"

    def fill(self) -> None:
        """Leave no byte."""
        with self.ballast.open("ab", buffering=0) as file:
            for piece in (PIECE, 1):
                try:
                    while True:
                        file.write(b"\0" * piece)
                except OSError as full:
                    if full.errno != errno.ENOSPC:
                        raise

    def empty(self) -> None:
        """Take away what filled it."""
        self.ballast.unlink()

    def room(self) -> int:
        """Bytes that are left."""
        there = os.statvfs(self.place)
        return there.f_bavail * there.f_frsize


@contextmanager
def a_volume(place: Path, *, megabytes: int) -> Iterator[Volume]:
    """One of a size; the test is skipped where it cannot be made."""
    place.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0700", "tmpfs", str(place)]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no volume can be mounted here: {made.stderr.strip()}")
    try:
        yield Volume(place)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
