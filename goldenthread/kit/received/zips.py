"""ZIP archives from elsewhere: what can be told before any part is unpacked, and what goes wrong while one is."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Sequence

BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    EOFError,
    zlib.error,
)
"""What reading a damaged archive raises."""
MOST_TIMES = 150
"""How many times its own size a part may unpack to, once it is larger than a megabyte. Text packs to a twentieth."""


def is_swollen(parts: Sequence[zipfile.ZipInfo], *, most_parts: int, most_unpacked: int) -> bool:
    """Whether an archive has more parts, or unpacks to more bytes, than anything honest of its kind."""
    if len(parts) > most_parts or sum(one.file_size for one in parts) > most_unpacked:
        return True
    return any(
        one.file_size > 1_000_000 and one.file_size > MOST_TIMES * max(one.compress_size, 1) for one in parts
    )


def is_locked(parts: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether any part needs a password."""
    return any(one.flag_bits & 1 for one in parts)


def is_climbing(parts: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether any part is a link, or is called so that unpacking it would write outside of its folder. We unpack none to a disk;
    whoever takes the file from us may."""
    return any(
        stat.S_ISLNK(one.external_attr >> 16)
        or one.filename.startswith(("/", "\\"))
        or ".." in one.filename.replace("\\", "/").split("/")
        for one in parts
    )
