"""How large a picture says it is: a few bytes can say so many pixels that whoever opens it runs out of memory."""

from __future__ import annotations

import struct
from collections.abc import Iterator

MOST_PIXELS = 150_000_000
"""A telephone's largest photograph has 108 million; opened, a picture of 150 million takes 600 MB."""
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG that are followed by its height and width."""
_ALONE = {0x01, *range(0xD0, 0xDA)}
"""Markers that nothing belongs to."""


def is_flood(content: bytes) -> bool:
    """Whether a PNG or JPEG says that it has more pixels than any photograph."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        if content[12:16] != b"IHDR" or len(content) < 24:
            return False  # no program opens it
        wide, high = struct.unpack_from(">II", content, 16)
        return bool(wide * high > MOST_PIXELS)
    return content.startswith(b"\xff\xd8") and any(size > MOST_PIXELS for size in _sizes(content))


def _sizes(content: bytes) -> Iterator[int]:
    """The pixels of each size that a JPEG names before its picture begins."""
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xDA:
            return
        if marker == 0xFF or marker in _ALONE:
            place += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", content, place + 2)
        if marker in _SIZES:
            high, wide = struct.unpack_from(">HH", content, place + 5)
            yield wide * high
        place += 2 + max(length, 2)
