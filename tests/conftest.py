"""What every test may rely on: a database that runs, and the steering folder where there is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).resolve().parents[1]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip

hypothesis.settings.register_profile(
    "on any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("on any machine")
"""How long an example takes says something of the machine, and nothing of what is tried."""


def pytest_configure() -> None:
    """Start our own PostgreSQL before Django asks for it."""
    if not os.environ.get("DATABASE_URL"):
        from goldenthread.config import postgres

        postgres.ensure_running()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let the template of thrown-away databases go, once every worker is done."""
    if not hasattr(session.config, "workerinput"):
        from tests.blank import let_go

        let_go()


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
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[None]:
    """The tests' database, and a copy of it before the first test, for those that throw theirs away.

    It takes the place of pytest-django's own, which leaves a run alone with the developer's database if none of its tests
    asks for one by name. Every test works with the role of the web server, outside of a page as a command, and under the
    second lock; with ROW_SECURITY=0 those of tests/running/rows/ alone are under it.
    """
    from django.conf import settings
    from django.db import connection
    from django.test.utils import setup_databases, teardown_databases

    from goldenthread.kit.who_reads import Purpose, process_reads_for
    from goldenthread.running.rows.locking import lock
    from tests.blank import keep_template, migrated
    from tests.second_lock import ROLE, as_the_processes, is_on

    if is_on():  # the assurance's tests have set it up in this run
        yield
        return
    process_reads_for(Purpose.COMMAND)
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"] |= {"TEMPLATE": migrated(), "MIGRATE": False}
        made = setup_databases(verbosity=0, interactive=False, aliases=["default"])
        lock(processes=ROLE, is_on=settings.ROW_SECURITY)
        keep_template()
        with as_the_processes():
            yield
        teardown_databases(made, verbosity=0)


@pytest.fixture
def database(django_db_setup: None) -> Iterator[str]:
    """The address of an empty database with our tables, thrown away afterwards: for tests that commit or are killed."""
    from tests.blank import thrown_away

    with thrown_away() as address:
        yield address


@pytest.fixture(scope="session", autouse=True)
def _tests_may_empty_tables() -> None:
    """Let a test that really commits empty its tables afterwards, the audit's included, whose triggers forbid it."""
    from django.db.backends.postgresql.operations import DatabaseOperations

    from tests.emptying import sql_flush
    from tests.second_lock import as_the_owner

    flush = DatabaseOperations.execute_sql_flush

    def without_triggers(self: DatabaseOperations, statements: list[str]) -> None:
        with as_the_owner():
            flush(
                self,
                [
                    "SET session_replication_role = replica",
                    *statements,
                    "SET session_replication_role = DEFAULT",
                ],
            )

    DatabaseOperations.execute_sql_flush = without_triggers  # type: ignore[method-assign]
    DatabaseOperations.sql_flush = sql_flush  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def _area_is_open() -> None:
    """Each process asks every few seconds whether the area is shut; here it has just asked, so that no count of queries depends
    on the second in which it is taken."""
    from django.core.cache import caches

    from goldenthread.keeping.actions.closing import REMEMBERED

    caches["local"].set(REMEMBERED, False, None)


@pytest.fixture(scope="session", autouse=True)
def _passwords_are_quick() -> None:
    """The same way of keeping passwords with a hundredth of its cost: the suite makes thousands of people."""
    from django.contrib.auth.hashers import Argon2PasswordHasher

    Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 1024
    Argon2PasswordHasher.parallelism = 1


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, the machine's own; one for each module, because only one may be driven at a time."""
    from django.db import connections

    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        pytest.fail("Chromium is not installed. On Debian: apt install chromium")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()
        connections.close_all()  # those of the browser's event loop, which Django does not see from outside
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
