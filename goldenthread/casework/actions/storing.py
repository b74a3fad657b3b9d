"""Files of cases between their rows and the council's object store.

A file always comes into its row, in the transaction of what it belongs to. The worker moves it out afterwards, and lets go of the
row's bytes only when the object was read back and is the same. Stopped anywhere, the bytes are in one place that the row names.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.casework.models import LooseObject, Paper
from goldenthread.kit import object_store
from goldenthread.kit.object_store import NotAsKept

logger = logging.getLogger(__name__)
LOOSE_FOR = timedelta(days=1)
"""How long an object stays that no row names: a backup that began before can still copy it."""
Tell = Callable[[int, int], None]


@dataclass
class Moved:
    """What came of a round: files that were moved, and those that are not as they should be."""

    files: int = 0
    troubles: int = 0


def still_in_rows() -> QuerySet[Paper]:
    """The papers whose bytes are in the database, those first that came first."""
    return Paper.objects.filter(elsewhere="").exclude(in_row=b"").order_by("pk")


def in_the_store() -> QuerySet[Paper]:
    """The papers whose bytes are in the object store."""
    return Paper.objects.exclude(elsewhere="").order_by("pk")


def move_all(*, out: bool, most: int | None = None, tell: Tell = lambda done, of: None) -> Moved:
    """Move files out to the store, or back into their rows, each by itself: stopped and begun again, it goes on.

    A file that is not as it was kept stays where it is and is counted. Raises StoreAway.
    """
    move, rows = (move_out, still_in_rows()) if out else (move_back, in_the_store())
    keys, came = list(rows.values_list("pk", flat=True)[:most]), Moved()
    for number, key in enumerate(keys, 1):
        try:
            came.files += move(key=key)
        except NotAsKept as trouble:
            came.troubles += 1
            logger.error("paper %s stays where it is: %s", key, trouble)
        tell(number, len(keys))
    return came


def move_out(*, key: int) -> bool:
    """Move one file out; not if it is gone or moved already. Raises StoreAway and NotAsKept; then the row keeps it."""
    rows = still_in_rows().filter(pk=key)
    one = rows.first()
    if one is None:
        return False
    content = bytes(one.in_row)
    digest = sha256(content).hexdigest()
    if one.sha256 not in ("", digest):
        raise NotAsKept("its bytes in the row have another hash than they came with.")
    loose = LooseObject.objects.create(key=secrets.token_hex(32), since=timezone.now())
    object_store.put(loose.key, content)
    object_store.get(loose.key, digest)
    with transaction.atomic():
        if not rows.update(in_row=b"", elsewhere=loose.key, sha256=digest):
            return False  # somebody was first, or it was removed; the object goes with the loose ones
        _take_hold(loose.key)
        log.record("casework.file.moved_out", subject=log.subject_of(one), by=None)
    return True


def _take_hold(key: str) -> None:
    """A row names this object from now on. Where the sweep was first, all of it is undone."""
    gone, _ = LooseObject.objects.filter(key=key).delete()
    if not gone:
        raise NotAsKept("the object was removed before its row named it.")


def move_back(*, key: int) -> bool:
    """Bring one file back into its row; not if it is there already. The object goes with the loose ones."""
    rows = in_the_store().filter(pk=key)
    one = rows.first()
    if one is None:
        return False
    content = one.content
    with transaction.atomic():
        if not rows.filter(elsewhere=one.elsewhere).update(in_row=content, elsewhere=""):
            return False
        log.record("casework.file.moved_back", subject=log.subject_of(one), by=None)
    return True


def sweep(*, at: datetime) -> int:
    """Remove every object that no row has named for a day, and give how many there were. Raises StoreAway."""
    old = LooseObject.objects.filter(since__lte=at - LOOSE_FOR).values_list("key", flat=True)
    return sum(_remove(key) for key in list(old))


@transaction.atomic
def _remove(key: str) -> bool:
    """One of them, under its lock; not if another worker has it, or a row names it after all."""
    loose = LooseObject.objects.select_for_update(skip_locked=True).filter(key=key).first()
    if loose is None:
        return False
    is_named = Paper.objects.filter(elsewhere=key).exists()
    if not is_named:
        object_store.remove(key)
    loose.delete()
    if not is_named:
        log.record("casework.file.removed", subject=f"casework.looseobject:{key}", by=None)
    return not is_named
