"""Cutting a long XML return into blocks of whole persons, so that memory stays flat and one broken person stays alone.

Only the boundaries are found here; each block is then parsed by libxml2, which decides what is well-formed. Comments and
CDATA are skipped over, so that a tag inside one is no boundary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

BLOCK = 1 << 16
"""What is read at once. The persons of a block are held together, and from here up they no longer fit a processor’s cache: a
block of a megabyte takes a sixth longer on the whole."""
LONGEST = 16 << 20
"""A person longer than this is listed and passed over: a real one takes some kilobytes."""
_TAG = 64
"""Longer than the start of a person’s tag, so that one cut in two is found when the rest has come."""
START = re.compile(rb"<(?:[\w.-]+:)?Person(?=[\s/>])", re.IGNORECASE)
END = re.compile(rb"</(?:[\w.-]+:)?Person\s*>", re.IGNORECASE)
_TOKENS = re.compile(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|</(?:[\w.-]+:)?Person\s*>|<(?:[\w.-]+:)?Person(?:\s[^<>]*)?/>",
    re.IGNORECASE | re.DOTALL,
)


class Block(NamedTuple):
    """Bytes that begin and end at a person’s boundary (`whole`), or what is left when there is none."""

    content: bytes
    line: int
    whole: bool
    too_long: bool = False


def last_end(content: bytes, closing: bytes) -> int:
    """Where the last whole person ends; 0 when none does."""
    if b"<!" not in content:
        found = content.rfind(closing)
        if found >= 0:
            return found + len(closing)
    return slow_last_end(content)


def slow_last_end(content: bytes) -> int:
    """The same where comments, CDATA or persons without content may be."""
    end = 0
    for token in _TOKENS.finditer(content):
        if not token.group().startswith(b"<!"):
            end = token.end()
    return end


def blocks(file: BinaryIO, length: int, line: int, closing: bytes) -> Iterator[Block]:
    """Blocks of whole persons from where the file stands, and last of all the rest."""
    rest, skipping = b"", False
    while length > 0 and (fresh := file.read(min(max(BLOCK, len(rest)), length))):
        length -= len(fresh)
        content = rest + fresh
        if skipping:
            begins = START.search(content)
            dropped = content[: begins.start()] if begins else content[:-_TAG]
            line += dropped.count(b"\n")
            rest = content = content[len(dropped) :]
            if not begins:
                continue
            skipping = False
        end = last_end(content, closing)
        if end:
            yield Block(content[:end], line, whole=True)
            line += content.count(b"\n", 0, end)
        elif len(content) > LONGEST:
            begins = START.search(content)
            end = begins.start() if begins else len(content) - _TAG
            if content[:end].strip():
                yield Block(content[:end], line, whole=False)
            line += content.count(b"\n", 0, end)
            if begins:
                yield Block(content[end:][:200], line, whole=False, too_long=True)
                line += content.count(b"\n", end, begins.end())
                end, skipping = begins.end(), True
        rest = content[end:]
    if rest and not skipping:
        if end := slow_last_end(rest):
            yield Block(rest[:end], line, whole=True)
            line += rest.count(b"\n", 0, end)
        if rest[end:]:
            yield Block(rest[end:], line, whole=False)
