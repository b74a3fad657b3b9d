"""What the public sees has changed: every process that searches hears of it with its next question."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection
from django.db.models import F

from goldenthread.localoffer.models import IndexChange, IndexState

MANY = 2000
"""With more changes at once than this the index is read anew; with fewer it is mended."""


def show_changes(services: Collection[int]) -> None:
    """Count the change, inside the transaction that makes it; versions commit in their order, because the row is locked."""
    if not services or not connection.in_atomic_block:
        if services:
            raise RuntimeError("a change to what is shown belongs into the transaction that makes it")
        return
    state, _ = IndexState.objects.select_for_update().get_or_create(pk=1)
    version = state.version + 1
    if len(services) > MANY:
        IndexState.objects.filter(pk=1).update(version=version, rebuilt_at_version=version)
        return
    IndexState.objects.filter(pk=1).update(version=F("version") + 1)
    IndexChange.objects.bulk_create(IndexChange(version=version, service_id=key) for key in services)
