"""S22: the audit, changed at random places in each way that there is; every change is found."""

from __future__ import annotations

import random

import pytest
from django.db import connection, transaction

from assurance.amount import times
from goldenthread.audit.log import record
from goldenthread.audit.verify import anchor, verify
from tests.second_lock import as_the_owner

LENGTH = 300
PLACES = times(40, full=1000)
SEED = 20261127
EDIT = "UPDATE audit_event SET {column} = {value} WHERE sequence = {at}"
COLUMNS = (("action", "'test.other'"), ("actor", "'somebody'"), ("actor_label", "'Inspector'"), ("subject", "'test:0'"),
           ("detail", "'{}'"), ("at", "at + interval '1 microsecond'"), ("hash", "repeat('a', 64)"),
           ("previous_hash", "repeat('b', 64)"))  # fmt: skip


def _edit(chance: random.Random) -> list[str]:
    column, value = chance.choice(COLUMNS)
    return [EDIT.format(column=column, value=value, at=chance.randint(1, LENGTH))]


def _delete(chance: random.Random) -> list[str]:
    at = chance.randint(1, LENGTH)
    renumber = [
        f"DELETE FROM audit_event WHERE sequence = {at}",
        f"UPDATE audit_event SET sequence = sequence + 99999 WHERE sequence > {at}",
        "UPDATE audit_event SET sequence = sequence - 100000 WHERE sequence > 99999",
        "UPDATE audit_head SET count = count - 1",
    ]
    return renumber if chance.random() < 0.5 else renumber[:1]


def _insert(chance: random.Random) -> list[str]:
    at = chance.randint(1, LENGTH)
    return [
        f"UPDATE audit_event SET sequence = sequence + 100001 WHERE sequence > {at}",
        "UPDATE audit_event SET sequence = sequence - 100000 WHERE sequence > 100000",
        "INSERT INTO audit_event (sequence, at, actor, actor_label, action, subject, detail, previous_hash, hash) "
        f"SELECT {at} + 1, at, actor, actor_label, action, subject, detail, hash, repeat('c', 64) "
        f"FROM audit_event WHERE sequence = {at}",
        "UPDATE audit_head SET count = count + 1",
    ]


def _reorder(chance: random.Random) -> list[str]:
    one, other = chance.sample(range(1, LENGTH + 1), 2)
    return [
        f"UPDATE audit_event SET sequence = 100000 WHERE sequence = {one}",
        f"UPDATE audit_event SET sequence = {one} WHERE sequence = {other}",
        f"UPDATE audit_event SET sequence = {other} WHERE sequence = 100000",
    ]


def _cut(chance: random.Random) -> list[str]:
    """The tail cut off and the end rewritten from what is left, by somebody without the key."""
    left = chance.randint(1, LENGTH - 1)
    return [
        f"DELETE FROM audit_event WHERE sequence > {left}",
        f"UPDATE audit_head SET count = {left}, hash = (SELECT hash FROM audit_event WHERE sequence = {left})",
    ]


@pytest.mark.django_db
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("way", [_edit, _delete, _insert, _reorder, _cut])
def test_a_change_anywhere_is_found(way, record_property):
    chance, missed = random.Random(SEED), []
    for number in range(LENGTH):
        record("test.done", subject=f"test:{number + 1}", by=None, detail={"number": number})
    kept = anchor()
    assert verify(kept).ok
    for _ in range(PLACES):
        with as_the_owner(), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            statements = way(chance)
            for statement in statements:
                cursor.execute(statement)
            if verify(kept).ok:
                missed.append(statements)
            transaction.set_rollback(True)
    record_property(
        "counted", {"what": f"audits changed by {way.__name__[1:]}", "tried": PLACES, "failed": len(missed)}
    )
    assert missed == []
    assert verify(kept).ok


@pytest.mark.django_db
def test_an_ordinary_user_of_the_database_cannot_change_it(record_property):
    """Triggers refuse it even to the owner of the table."""
    for number in range(3):
        record("test.done", subject=f"test:{number}", by=None)
    done = []
    statements = ("UPDATE audit_event SET action = 'x'", "DELETE FROM audit_event", "TRUNCATE audit_event")
    for statement in statements:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
            done.append(statement)
        except Exception as refused:
            assert "audit" in str(refused).lower()
    record_property(
        "counted", {"what": "statements that change the audit", "tried": len(statements), "failed": len(done)}
    )
    assert done == []
