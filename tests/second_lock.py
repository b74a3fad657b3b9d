"""The tests' own connection works as the web server's and the workers' do: as a role that owns nothing and passes no policy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.postgresql.base import DatabaseWrapper

ROLE = "goldenthread_app"
_is_on = [False]
_begin = DatabaseWrapper.init_connection_state


def _begin_as_the_processes(self: DatabaseWrapper) -> None:
    _begin(self)
    if _is_on[0]:
        with self.connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {ROLE}")


def is_on() -> bool:
    """Whether connections are opened as the processes' now."""
    return _is_on[0]


@contextmanager
def as_the_processes() -> Iterator[None]:
    """Every connection that is opened within is one of the processes'."""
    DatabaseWrapper.init_connection_state = _begin_as_the_processes  # type: ignore[method-assign]
    connection.close()
    _is_on[0] = True
    try:
        yield
    finally:
        _is_on[0] = False
        connection.close()


@contextmanager
def as_the_owner() -> Iterator[None]:
    """For a moment, on the present connection: what a migration or a set-up of tests does."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        try:
            yield
        finally:
            if _is_on[0]:
                cursor.execute(f"SET ROLE {ROLE}")
