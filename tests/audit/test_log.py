"""An event is written with its change, or neither is."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction
from django.db.utils import DatabaseError

from goldenthread.accounts.models import User
from goldenthread.audit import chain
from goldenthread.audit.log import AuditTrouble, record, record_read, subject_of
from goldenthread.audit.models import Event, Head
from goldenthread.audit.verify import verify
from tests.readers import person
from tests.second_lock import as_the_owner

pytestmark = pytest.mark.django_db


def test_record_ties_each_event_to_the_one_before():
    first = record("test.first", subject="test:1", by=None)
    second = record("test.second", subject="test:1", by=None)
    assert second.sequence == first.sequence + 1
    assert second.previous_hash == first.hash
    head = Head.objects.get()
    assert (head.count, head.hash) == (second.sequence, second.hash)


def test_record_names_the_actor_by_public_id_and_roles_only():
    lead = person("programme lead", name="Asha Brennan")
    event = record("test.done", subject="test:1", by=lead)
    assert event.actor == str(lead.public_id)
    assert event.actor_label == "Programme lead"
    assert "Asha" not in str(event.content())
    assert lead.email not in str(event.content())


def test_record_calls_a_program_the_system():
    assert record("test.done", subject="test:1", by=None).actor_label == "the system"


def test_detail_reads_back_as_it_was_hashed():
    detail = {"on": date(2024, 2, 29), "share": 0.1, "big": 1e30, "sum": Decimal("1.50"), "words": "é “x” \u2028", "n": 2**70,
              "nested": [{"b": None, "a": True}]}  # fmt: skip
    record("test.done", subject="test:1", by=None, detail=detail)
    event = Event.objects.latest("sequence")
    assert event.detail["on"] == "2024-02-29"
    assert event.hash == chain.event_hash(event.content())
    assert verify().ok


def test_record_read_makes_a_transaction_of_its_own():
    event = record_read("test.read", subject="test:1", by=None)
    assert Event.objects.get(pk=event.pk).action == "test.read"


def test_subject_of_names_model_and_key():
    lead = person("programme lead")
    assert subject_of(lead) == f"accounts.user:{lead.pk}"


@pytest.mark.django_db(transaction=True)
def test_record_refuses_outside_a_transaction():
    with pytest.raises(AuditTrouble, match="outside a transaction"):
        record("test.done", subject="test:1", by=None)
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_broken_insert_saves_nothing(monkeypatch):
    def broken(*args, **kwargs):
        raise DatabaseError("the audit's table is gone")

    monkeypatch.setattr(Event, "save", broken)
    with pytest.raises(DatabaseError), transaction.atomic():  # noqa: PT012
        User.objects.create_user("kept@example.org", "Kept?")
        record("test.done", subject="test:1", by=None)
    assert not User.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_change_undone_leaves_no_event_and_no_gap():
    with transaction.atomic():
        record("test.first", subject="test:1", by=None)
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012
        record("test.undone", subject="test:1", by=None)
        raise RuntimeError
    with transaction.atomic():
        record("test.second", subject="test:1", by=None)
    assert list(Event.objects.values_list("sequence", "action")) == [(1, "test.first"), (2, "test.second")]
    assert verify().ok


@pytest.mark.django_db(transaction=True)
def test_record_stops_when_the_end_of_the_chain_is_missing():
    with transaction.atomic():
        record("test.first", subject="test:1", by=None)
    with as_the_owner(), connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("DELETE FROM audit_head")
        cursor.execute("SET session_replication_role = origin")
    with pytest.raises(AuditTrouble, match="audit verify"), transaction.atomic():
        record("test.second", subject="test:1", by=None)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET action = 'test.other'",
        "DELETE FROM audit_event",
        "DELETE FROM audit_head",
    ],
)
def test_the_database_refuses_to_change_events(statement):
    record("test.done", subject="test:1", by=None)
    with (
        as_the_owner(),
        pytest.raises((InternalError, ProgrammingError), match="never changed or removed"),
        transaction.atomic(),
    ):
        connection.cursor().execute(statement)


def test_the_database_refuses_to_empty_the_table():
    with (
        as_the_owner(),
        connection.cursor() as cursor,
        pytest.raises((InternalError, ProgrammingError), match="TRUNCATE was tried"),
        transaction.atomic(),
    ):
        cursor.execute("TRUNCATE audit_event")


def test_writing_costs_four_queries(django_assert_num_queries):
    record("test.first", subject="test:1", by=None)
    with django_assert_num_queries(4):
        record("test.second", subject="test:1", by=None)
