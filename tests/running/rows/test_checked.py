"""The doctor says whether the second lock holds."""

from __future__ import annotations

import pytest
from django.db import connection

from goldenthread.running.checks.second_lock import holds
from goldenthread.running.rows.locking import lock
from tests.second_lock import ROLE, as_the_owner

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _is_on(settings):
    settings.ROW_SECURITY = True
    with as_the_owner():
        lock(processes=ROLE)


def test_it_holds_for_the_role_of_the_processes():
    assert holds().state == "well"


def test_a_table_that_was_left_out_is_named():
    with as_the_owner(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE people_child NO FORCE ROW LEVEL SECURITY")
    found = holds()
    assert (found.state, "people_child" in found.found) == ("broken", True)


def test_a_superuser_passes_it():
    with as_the_owner():
        assert holds().state == "broken"


def test_off_is_to_be_seen_to(settings):
    settings.ROW_SECURITY = False
    assert holds().state == "look"
