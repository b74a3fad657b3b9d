"""The index that this process searches with, brought up to the database's version before each question."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

from goldenthread.localoffer.models import IndexChange, IndexState, Service
from goldenthread.localoffer.search.entries import Entry, entry_of
from goldenthread.localoffer.search.index import Index
from goldenthread.localoffer.search.postcodes import warm_up

HIDDEN_STATUSES = {"inactive", "defunct"}
MOST_DEAD = 0.2
"""The share of places in the index that may be empty before it is read anew."""
_lock = threading.Lock()
_held: dict[str, Index] = {}


def directory() -> Index:
    """The index as of the last commit; one small query when nothing has changed."""
    state = IndexState.objects.filter(pk=1).values_list("version", "rebuilt_at_version").first() or (0, 0)
    index = _held.get("index")
    if index is not None and index.version == state[0]:
        return index
    with _lock:
        index = _held.get("index")
        if index is not None and index.version == state[0]:
            return index
        if index is None or index.version < state[1] or index.version > state[0] or _is_worn(index):
            warm_up()
            index = _held["index"] = Index(_entries(Service.objects.open_to_public()), version=state[0])
        else:
            _mend(index, state[0])
        return index


def _is_worn(index: Index) -> bool:
    return len(index.entries) > 200 and len(index) < len(index.entries) * (1 - MOST_DEAD)


def _mend(index: Index, version: int) -> None:
    changed = set(
        IndexChange.objects.filter(version__gt=index.version, version__lte=version).values_list(
            "service_id", flat=True
        )
    )
    for entry in _entries(Service.objects.open_to_public().filter(pk__in=changed)):
        changed.discard(entry.key)
        index.put(entry)
    for gone in changed:
        index.remove(gone)
    index.version = version


def _entries(services: Any) -> Iterator[Entry]:
    rows: Any = services.values_list(
        "pk", "approved__record", "visible_from", "visible_to", "lapses_on", "modified_at", "is_invented"
    )
    for key, record, visible_from, visible_to, lapses_on, modified_at, is_invented in rows.iterator(
        chunk_size=2000
    ):
        if record.get("status") not in HIDDEN_STATUSES:
            yield entry_of(
                key, record, visible_from=visible_from, visible_to=visible_to, lapses_on=lapses_on,
                modified=modified_at.isoformat(), is_invented=is_invented,
            )  # fmt: skip


def forget() -> None:
    """Let the index go, so that the next question reads it anew: for tests, whose transactions are taken back."""
    with _lock:
        _held.clear()
