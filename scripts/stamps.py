"""Which steps were done with which input, so that a second set-up does only what has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from steps import PROJECT

STAMPS = PROJECT / "build" / "stamps"
NOT_SOURCE = {"__pycache__"}


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """A hash of files' names and contents, and of words. A path that is not there counts as empty."""
    digest = hashlib.sha256("\0".join(words).encode())
    for path in sorted(paths):
        for one in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if one.is_file() and not NOT_SOURCE & set(one.parts):
                content = hashlib.sha256(one.read_bytes()).digest()
                digest.update(str(one.relative_to(path.parent)).encode() + b"\0" + content)
    return digest.hexdigest()


def is_done(name: str, mark: str, *needed: Path) -> bool:
    """Whether a step was done with just this input, and what it made is still there."""
    stamp = STAMPS / name
    return stamp.exists() and stamp.read_text() == mark and all(path.exists() for path in needed)


def note_done(name: str, mark: str) -> None:
    """Remember that a step was done with this input."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(mark)


def forget(pattern: str) -> None:
    """Let the steps of these names be done again."""
    for stamp in STAMPS.glob(pattern):
        stamp.unlink()
