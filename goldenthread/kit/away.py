"""What somebody is told when it is not the program that is broken: the database or the store of files is away, or full."""

from __future__ import annotations

import errno

from django.db import InterfaceError, OperationalError

from goldenthread.kit.object_store import NotAsKept, StoreAway

AWAY = "Our records cannot be reached just now"
FULL = "We cannot keep anything just now: there is no room left"
FILES = "We cannot reach this file just now"
ALTERED = "This file is not as it came to us, so we do not show it"
NO_ROOM = {"53100", "53200"}
"""PostgreSQL's words for a full disk and for memory that has run out."""
UNREACHED = ("08", "57P")
"""Their beginnings: a connection that failed, and a server that stops, starts or was ended."""


def in_words(trouble: BaseException | None) -> str:
    """The heading for what went wrong, or nothing when it was none of these."""
    seen: set[int] = set()
    while trouble is not None and id(trouble) not in seen:
        seen.add(id(trouble))
        if said := _one(trouble):
            return said
        trouble = trouble.__cause__ or trouble.__context__
    return ""


def _one(trouble: BaseException) -> str:
    if isinstance(trouble, OSError) and trouble.errno in (errno.ENOSPC, errno.EDQUOT):
        return FULL
    if isinstance(trouble, StoreAway | NotAsKept):
        return FILES if isinstance(trouble, StoreAway) else ALTERED
    if not isinstance(trouble, OperationalError | InterfaceError):
        return ""
    code = getattr(trouble.__cause__, "sqlstate", None)
    if code in NO_ROOM:
        return FULL
    return AWAY if code is None or code.startswith(UNREACHED) else ""
