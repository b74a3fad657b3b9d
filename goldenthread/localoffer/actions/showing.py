"""What the public sees has changed: every process that searches hears of it with its next question."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from goldenthread.localoffer.models import IndexChange, IndexState

MANY = 2000
"""With more changes at once than this the index is read anew; with fewer it is mended."""


def show_changes(services: Collection[int]) -> None:
    """Count a change to services, inside the transaction that makes it."""
    if services:
        _count(services)


def show_guide() -> None:
    """Count a change to the guide, inside the transaction that makes it."""
    _count(())


def _count(services: Collection[int]) -> None:
    """The next version. Versions commit in their order, because the row is locked until the end."""
    if not connection.in_atomic_block:
        raise RuntimeError("a change to what is shown belongs into the transaction that makes it")
    state, _ = IndexState.objects.select_for_update().get_or_create(pk=1)
    state.version += 1
    if len(services) > MANY:
        state.rebuilt_at_version = state.version
    else:
        IndexChange.objects.bulk_create(
            IndexChange(version=state.version, service_id=key) for key in services
        )
    state.save(update_fields=["version", "rebuilt_at_version"])
