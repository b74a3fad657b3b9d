"""Django's cache, kept in the database, so that limits on guessing hold across all web processes and machines.

allauth counts failed sign-ins and one-time codes that were used in Django's cache. In the memory of a process, each process
more is as many guesses more, and a code that was used in one works again in another. What costs more to fetch than to make
(drawings) stays in the memory of the process: the cache called "local".
"""

from __future__ import annotations

import hashlib
import json
import time
from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connection
from django.utils import timezone

from goldenthread.accounts.models import Remembered

FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)
TABLE = Remembered._meta.db_table
_PUT = f"""INSERT INTO {TABLE} AS held (key, value, until) VALUES (%s, %s::jsonb, %s)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until"""  # noqa: S608


class SharedMemory(BaseCache):
    """A cache whose `add` lets exactly one of many succeed. It keeps what JSON can hold, and nothing else."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """The value, unless it has ended."""
        row = Remembered.objects.filter(key=self._hashed(key, version), until__gt=timezone.now()).first()
        return default if row is None else row.value

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep a value in place of any other."""
        self._put(_PUT, key, value, timeout, version)

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value unless there is one that has not ended; whether it was kept."""
        return self._put(f"{_PUT} WHERE held.until <= %s", key, value, timeout, version, timezone.now())

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Let a value end at another time; whether there is one."""
        there = Remembered.objects.filter(key=self._hashed(key, version), until__gt=timezone.now())
        return bool(there.update(until=self._until(timeout)))

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a value; whether there was one."""
        return bool(Remembered.objects.filter(key=self._hashed(key, version)).delete()[0])

    def clear(self) -> None:
        """Forget everything."""
        Remembered.objects.all().delete()

    def _hashed(self, key: str, version: int | None) -> str:
        made: str = self.make_and_validate_key(key, version=version)
        return hashlib.sha256(made.encode()).hexdigest()

    def _until(self, timeout: Any) -> datetime:
        at = self.get_backend_timeout(timeout)
        return FOR_EVER if at is None else datetime.fromtimestamp(min(at, time.time() + 1e9), UTC)

    def _put(
        self, statement: str, key: str, value: Any, timeout: Any, version: int | None, *more: datetime
    ) -> bool:
        row: list[Any] = [self._hashed(key, version), json.dumps(value), self._until(timeout)]
        with connection.cursor() as cursor:
            cursor.execute(statement, [*row, *more])
            return bool(cursor.rowcount)
