"""Reading a file or a feed of services: one page, a list, one record, or a record on each line. A feed may be broken or
endless, so it is read line by line under bounds, and what cannot be read is listed with its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from goldenthread.openreferral.reading import Problem, Read, read_service

LONGEST_LINE = 2_000_000
MOST_BYTES = 1_500_000_000
MOST_RECORDS = 500_000
LISTS = ("contents", "content", "services", "items", "results", "data")


@dataclass(frozen=True)
class Row:
    """One record of a feed and where it stood: "line 3", "record 2"."""

    place: str
    read: Read


class BadFeed(ValueError):
    """A feed of which nothing can be used; the sentence says why."""


def rows_of(lines: Iterable[bytes]) -> Iterator[Row]:
    """Every record of a file, in order. A file that opens with a whole JSON value is read whole; any other line by line."""
    first, rest = _opening(iter(lines))
    if not first.strip():
        raise BadFeed("The file is empty.")
    alone = _parsed(first)
    if isinstance(alone, dict) and not _listed(alone) and "name" in alone:
        yield from _by_line(first, rest)
        return
    yield from _whole(first, rest)


def _opening(lines: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    for line in lines:
        if line.strip():
            return line.removeprefix(b"\xef\xbb\xbf"), lines
    return b"", lines


def _parsed(text: bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _listed(data: Any) -> str | None:
    return next((name for name in LISTS if isinstance(data, dict) and isinstance(data.get(name), list)), None)


def _by_line(first: bytes, rest: Iterator[bytes]) -> Iterator[Row]:
    number = read = 0
    for line in _with(first, rest):
        number += 1
        read += len(line)
        if read > MOST_BYTES or number > MOST_RECORDS:
            yield _refusal(f"line {number}", "the feed does not end; the rest was not read")
            return
        if not line.strip():
            continue
        if len(line) > LONGEST_LINE:
            yield _refusal(f"line {number}", "is too long for one service")
            continue
        data = _parsed(line)
        if data is None:
            yield _refusal(f"line {number}", "is not JSON")
        else:
            yield Row(f"line {number}", read_service(data))


def _whole(first: bytes, rest: Iterator[bytes]) -> Iterator[Row]:
    parts, size = [first], len(first)
    for line in rest:
        size += len(line)
        if size > MOST_BYTES:
            raise BadFeed("The file is too large to be read as one page. Write one service a line.")
        parts.append(line)
    text = b"".join(parts)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as trouble:
        if len(parts) > 1 and text.lstrip()[:1] == b"{":
            yield from _by_line(first, iter(parts[1:]))
            return
        raise BadFeed(f"This is not JSON: {trouble}.") from None
    name = _listed(data)
    found = data[name] if name else data if isinstance(data, list) else [data]
    for number, one in enumerate(found[:MOST_RECORDS], 1):
        yield Row(f"record {number}", read_service(one))


def _with(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _refusal(place: str, sentence: str) -> Row:
    return Row(place, Read(None, [Problem("the record", sentence, is_fatal=True)]))
