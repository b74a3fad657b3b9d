"""Where a row comes from, as the kit's quiet mark shows it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlparse

from goldenthread.kit.provenance import Source


def sources_of(row: Any) -> tuple[Source, ...]:
    """A row's sources; how sure we are stands beside the first. A decision's letter comes before its sources."""
    found = []
    if getattr(row, "letter_address", ""):
        href = row.letter_address if _is_link(row.letter_address) else ""
        found.append(Source(row.letter_title or named(row.letter_address), href))
    found += [Source(named(address), address if _is_link(address) else "") for address in row.sources]
    certainty = row.certainty
    if certainty and found:
        found[0] = Source(found[0].text, found[0].href, certainty)
    elif certainty:
        found.append(Source(certainty))
    once: dict[str, Source] = {}
    for one in found:
        once.setdefault(one.href or one.text, one)
    return tuple(once.values())


def _is_link(address: str) -> bool:
    return address.startswith(("https://", "http://"))


def named(address: str) -> str:
    """What to call an address that has no title: its host and the last words of its path."""
    parts = urlparse(address)
    if not parts.netloc:
        return address
    last = parts.path.rstrip("/").rsplit("/", 1)[-1].replace("-", " ")
    host = parts.netloc.removeprefix("www.")
    return f"{host}: {last}" if last and "." not in last else host
