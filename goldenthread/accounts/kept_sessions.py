"""Django's sessions in the database. One that could not be saved while the database was away has not ended."""

from __future__ import annotations

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import InterfaceError, OperationalError


class SessionStore(db.SessionStore):
    """Django says “bad request” (400) for every session that it could not save; here a database that failed is told as such."""

    def save(self, must_create: bool = False) -> None:
        """Keep it. Raises the database's own error, and UpdateError only where the session is gone."""
        try:
            super().save(must_create)
        except UpdateError as gone:
            trouble = gone.__context__
            if not isinstance(trouble, OperationalError | InterfaceError):
                raise
        else:
            return
        raise trouble
