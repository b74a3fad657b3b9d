"""The same ground as the other tests stand on."""

from tests.conftest import (  # noqa: F401
    _area_is_open,
    _passwords_are_quick,
    _tests_may_empty_tables,
    browser,
    database,
    django_db_setup,
    pytest_configure,
    pytest_sessionfinish,
    shared,
)
