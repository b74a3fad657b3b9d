"""The lock is on every table of children, for the owner too, and the processes' role may do no more than read and write rows."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from goldenthread.kit.who_reads import NOBODY, Purpose, Reading, reading, reading_for
from goldenthread.partners.models import Organisation
from goldenthread.people.models import Child
from goldenthread.running.rows import locking
from goldenthread.running.rows.protected import condition, policies, unanswered
from tests.casework import world
from tests.second_lock import ROLE, as_the_owner

pytestmark = pytest.mark.django_db


def rows(question: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchall()


def locked() -> set[str]:
    found = rows("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
    return {name for (name,) in found}


def test_every_table_with_a_field_of_a_child_is_locked():
    """From the registers of personal data alone: a new table of a child's fails here until the lock knows it."""
    wanted = set()
    for config in apps.get_app_configs():
        name = f"{config.name}.personal_data"
        if not config.name.startswith("goldenthread.") or find_spec(name) is None:
            continue
        for field, held in import_module(name).PERSONAL.items():
            model = field.partition(".")[0]
            if held.kind in ("child", "health") and model != "*":
                wanted.add(config.get_model(model)._meta.db_table)
    assert len(wanted) > 40
    assert wanted <= locked()
    assert set(policies()) == locked()


def test_every_locked_table_says_whose_rows_there_are():
    assert not unanswered(), "say in goldenthread/running/rows/protected.py whose rows of these there are"


def test_a_table_that_says_nothing_is_for_those_who_see_the_area_alone():
    assert condition(Organisation) == "(SELECT golden.sees_all()) OR false"


def test_the_tests_come_in_as_the_processes_do():
    [(role, superuser, passes)] = rows(
        "SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
    )
    assert (role, superuser, passes) == (ROLE, False, False)


@pytest.mark.parametrize(
    "words",
    [
        "ALTER TABLE people_child DISABLE ROW LEVEL SECURITY",
        "DROP POLICY golden_rows ON people_child",
        "CREATE TABLE mine (id integer)",
        "UPDATE audit_event SET action = 'nothing'",
        "DELETE FROM audit_event",
        "TRUNCATE audit_event",
        "TRUNCATE people_child CASCADE",
        "DELETE FROM django_migrations",
        "UPDATE golden.role_permission SET permission = 'work-case'",
        "ALTER TABLE audit_event DISABLE TRIGGER ALL",
        "CREATE OR REPLACE FUNCTION golden.sees_all() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    ],
)
def test_the_processes_may_not(words):
    with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
        rows(words)


def test_nothing_said_means_no_row():
    world.make_child("Ash")
    assert Child.objects.count() == 1
    with reading(NOBODY):
        assert Child.objects.count() == 0
    with reading(NOBODY), reading_for(Purpose.COUNT):
        assert Child.objects.count() == 1


def test_what_was_said_stays_in_no_connection():
    """Also where Django begins no transaction: whoever is lent the connection next, by a pool, finds nothing of it."""
    lent = connection.copy()
    try:
        for person in (1, 2):
            with reading(Reading(person=person)), lent.cursor() as cursor:
                cursor.execute("SELECT golden.person()")
                assert cursor.fetchone() == (person,)
            with lent.connection.cursor() as past_django:
                left = past_django.execute(
                    "SELECT nullif(current_setting('golden.reads', true), '')"
                ).fetchone()
            assert left == (None,)
    finally:
        lent.close()


def test_in_a_transaction_each_statement_says_anew_who_reads():
    with transaction.atomic():
        for person in (1, 2):
            with reading(Reading(person=person)):
                assert rows("SELECT golden.person()") == [(person,)]
        with reading(NOBODY):
            assert rows("SELECT golden.person(), golden.sees_all()") == [(None, False)]


def test_the_lock_is_put_on_a_second_time_without_a_change():
    before = rows("SELECT tablename, policyname, qual, with_check FROM pg_policies ORDER BY 1, 2")
    with as_the_owner():
        assert locking.lock(processes=ROLE) == len(before)
    assert rows("SELECT tablename, policyname, qual, with_check FROM pg_policies ORDER BY 1, 2") == before


def test_the_lock_can_be_taken_off_and_put_on():
    with as_the_owner():
        locking.lock(processes=ROLE, is_on=False)
        assert not locked()
        locking.lock(processes=ROLE)
        assert locked() == set(policies())


def test_a_role_that_may_more_is_refused():
    with as_the_owner(), pytest.raises(locking.NotTheOwner, match="may do more"):
        locking.lock(processes="postgres")
