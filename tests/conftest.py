"""What every test may rely on: a database that runs, and the steering folder where there is one."""

from __future__ import annotations

import os
from pathlib import Path

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


@pytest.fixture(scope="session", autouse=True)
def _tests_may_empty_tables() -> None:
    """Let a test that really commits empty its tables afterwards, the audit's included, whose triggers forbid it."""
    from django.db.backends.postgresql.operations import DatabaseOperations

    flush = DatabaseOperations.execute_sql_flush

    def without_triggers(self: DatabaseOperations, statements: list[str]) -> None:
        flush(
            self,
            ["SET session_replication_role = replica", *statements, "SET session_replication_role = DEFAULT"],
        )

    DatabaseOperations.execute_sql_flush = without_triggers  # type: ignore[method-assign]
