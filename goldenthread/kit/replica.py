"""Reading public pages from a copy of the database, when DATABASE_REPLICA_URL names one.

A page says that it may (`reading_from_replica`); nothing else is ever read there, and nothing is written there. As soon as
the same request writes, it reads what it wrote. A copy that is away, that follows nobody, or whose last change is too old is
not asked. The workers give a sign to the database every ten seconds, so a copy that follows has always heard something.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connections

REPLICA = "replica"
LOOK_AGAIN = 2.0
"""Seconds for which what was found about the copy is believed."""
AGE = """SELECT CASE WHEN pg_is_in_recovery()
         THEN extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END"""
_may: ContextVar[bool] = ContextVar("may_read_from_replica", default=False)
_looked: dict[str, Any] = {"at": None, "is_fit": False}


class Router:
    """Django's question of which database. Only a read that may, in a request that has written nothing, goes to the copy."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        """The copy or the database."""
        return REPLICA if _may.get() else "default"

    def db_for_write(self, model: Any, **hints: Any) -> str:
        """The database; and from now on this request reads there too."""
        _may.set(False)
        return "default"

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        """A record is the same from wherever it was read."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """The copy gets its tables with everything else."""
        return db == "default"


@contextmanager
def reading_from_replica() -> Iterator[None]:
    """Read what follows from the copy, if there is one and it is fit."""
    held = _may.set(is_fit(at=time.monotonic()))
    try:
        yield
    finally:
        _may.reset(held)


def is_fit(*, at: float) -> bool:
    """Whether the copy may be asked; looks again when what is known is older than LOOK_AGAIN."""
    if REPLICA not in settings.DATABASES:
        return False
    if _looked["at"] is None or not 0 <= at - _looked["at"] < LOOK_AGAIN:
        _looked.update(at=at, is_fit=_is_fresh(_age()))
    return bool(_looked["is_fit"])


def gave_up(*, at: float) -> None:
    """Note that the copy did not answer."""
    _looked.update(at=at, is_fit=False)
    connections[REPLICA].close()


def is_away(trouble: BaseException) -> bool:
    """Whether a read of this request failed at the copy, so that it can be tried at the database."""
    return _may.get() and isinstance(trouble, (DatabaseError, InterfaceError))


def _is_fresh(age: float | None) -> bool:
    return age is not None and age <= settings.REPLICA_LAG_SECONDS


def _age() -> float | None:
    """Seconds since the last change that the copy knows of; None when it is away or follows nobody."""
    try:
        with connections[REPLICA].cursor() as cursor:
            cursor.execute(AGE)
            (age,) = cursor.fetchone()
    except (DatabaseError, InterfaceError):
        connections[REPLICA].close()
        return None
    return None if age is None else float(age)
