"""What every test may rely on: a database that runs, and the steering folder where there is one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[1]


def pytest_configure() -> None:
    """Start our own PostgreSQL before Django asks for it."""
    if not os.environ.get("DATABASE_URL"):
        from goldenthread.config import postgres

        postgres.ensure_running()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of references and data beside a developer's checkout; a user's clone has none."""
    folder = PROJECT.parent / "shared"
    if not folder.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{folder} is missing, and this is CI")
        pytest.skip("the steering folder ../shared is not here: it belongs to developers' checkouts")
    return folder


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Tests that empty all tables afterwards may empty the audit's too; in service the database refuses it."""
    from django.db import connection

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER audit_event_table_stays")
