"""Shutting the pages behind sign-in in an emergency, and opening them again: one person shuts, two open."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.cache import caches
from django.db import transaction

from goldenthread.audit import log
from goldenthread.keeping.models import Closing
from goldenthread.kit.errors import Refused

REMEMBERED, SECONDS = "keeping.closed", 5
"""Each web process asks the database so often, and no oftener, whether the area is shut."""


def is_closed() -> bool:
    """Whether the pages behind sign-in are shut."""
    held = caches["local"].get(REMEMBERED)
    if held is None:
        held = Closing.objects.filter(opened_at=None).exists()
        caches["local"].set(REMEMBERED, held, SECONDS)
    return bool(held)


@transaction.atomic
def close_area(*, reason: str, at: datetime, by: Any) -> Closing:
    """Shut them for everybody, in every web process within seconds."""
    if len(reason.split()) < 3:
        raise Refused("Say in a few words why.", "reason")
    if Closing.objects.filter(opened_at=None).exists():
        raise Refused("They are shut already.")
    made = Closing.objects.create(closed_at=at, closed_by=by, reason=reason.strip()[:500])
    log.record("keeping.area.closed", subject=log.subject_of(made), by=by)
    transaction.on_commit(lambda: caches["local"].delete(REMEMBERED))
    return made


@transaction.atomic
def open_area(*, at: datetime, by: Any) -> Closing:
    """The first person asks that they open; a second one opens them."""
    held = Closing.objects.select_for_update().filter(opened_at=None).first()
    if held is None:
        raise Refused("They are open.")
    if held.asked_by_id is None:
        held.asked_by = by
        log.record("keeping.area.asked_to_open", subject=log.subject_of(held), by=by)
    elif held.asked_by_id == by.pk:
        raise Refused("You have asked already. Another person must open them.")
    else:
        held.opened_by, held.opened_at = by, at
        log.record("keeping.area.opened", subject=log.subject_of(held), by=by)
    held.save()
    transaction.on_commit(lambda: caches["local"].delete(REMEMBERED))
    return held
