"""The objects that rows name, copied beside a dump and put back from there.

`objects.sha256` lists them as the program sha256sum does, so that `sha256sum --check objects.sha256` proves them without us.
An object never changes, so one that the backup before holds is linked from there and not fetched again, once its bytes were read
and found right.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path

from goldenthread.casework.actions.storing import in_the_store
from goldenthread.kit import object_store

LIST, FOLDER = "objects.sha256", "objects"
AT_ONCE = 8
"""Objects that are asked for at the same time: the store takes longer to answer than to send."""
EVERY = 1000
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Copied:
    """How many objects a backup holds, the hash of their list, and the keys of those that were not as they were kept."""

    files: int = 0
    sha256: str = ""
    missing: list[str] = field(default_factory=list)


def named() -> dict[str, str]:
    """Every object that a row names, with its hash: as at one moment when it is called in `one_moment`."""
    return dict(in_the_store().order_by("elsewhere").values_list("elsewhere", "sha256"))


def copy(held: dict[str, str], folder: Path, former: Path | None, tell: Tell) -> Copied:
    """Copy objects into a folder, and write their list. Raises StoreAway."""

    def one(item: tuple[str, str]) -> bool:
        return _copied(*item, folder, former)

    lines, missing = [], []
    with ThreadPoolExecutor(AT_ONCE) as several:
        answers = several.map(one, held.items())
        for number, (key, digest) in enumerate(held.items(), 1):
            if next(answers):
                lines.append(f"{digest}  {_path(key)}\n")
            else:
                missing.append(key)
            if number % EVERY == 0 or number == len(held):
                tell(f"{number:,} of {len(held):,} files copied")
    _write(folder / LIST, "".join(lines).encode())
    return Copied(len(lines), sha256("".join(lines).encode()).hexdigest(), missing)


def _copied(key: str, digest: str, folder: Path, former: Path | None) -> bool:
    place = folder / _path(key)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if former is not None and _digest(former / _path(key)) == digest:
        with suppress(OSError):  # another disk, or one that knows no links: it is fetched
            os.link(former / _path(key), place)
            return True
    try:
        content = object_store.get(key, digest)
    except object_store.NotAsKept:
        return False
    _write(place, content)
    return True


def _write(place: Path, content: bytes) -> None:
    place.touch(mode=0o600, exist_ok=False)
    with place.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def wrong(folder: Path, copied: Copied) -> list[str]:
    """A sentence for each file beside a dump that is not as it was copied."""
    if not copied.files:
        return []
    text = _text(folder)
    if sha256(text.encode()).hexdigest() != copied.sha256:
        return [f"{folder / LIST} is missing or was changed after it was written."]
    return [
        f"{folder / _path(key)} is missing or was changed after it was written."
        for key, digest in _listed(text)
        if _digest(folder / _path(key)) != digest
    ]


def put_back(folder: Path, tell: Tell) -> None:
    """Put every file beside a dump into the store, but for those that are there and right. Raises StoreAway."""
    listed = dict(_listed(_text(folder)))

    def one(item: tuple[str, str]) -> None:
        key, digest = item
        with suppress(object_store.NotAsKept):
            object_store.get(key, digest)
            return
        object_store.put(key, (folder / _path(key)).read_bytes())

    with ThreadPoolExecutor(AT_ONCE) as several:
        for number, _ in enumerate(several.map(one, listed.items()), 1):
            if number % EVERY == 0 or number == len(listed):
                tell(f"{number:,} of {len(listed):,} files are in the object store")


def _path(key: str) -> str:
    return f"{FOLDER}/{key[:2]}/{key}"


def _text(folder: Path) -> str:
    with suppress(OSError, ValueError):
        return (folder / LIST).read_text(encoding="ascii")
    return ""


def _listed(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        digest, _, path = line.partition("  ")
        yield path.rpartition("/")[2], digest


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
