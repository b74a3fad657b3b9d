"""Whatever is done to the audit behind its back is found."""

# ruff: noqa: S608 (the statements are written here, for our own database)

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.audit.log import record
from goldenthread.audit.models import Event
from goldenthread.audit.verify import BadAnchor, anchor, verify
from tests.second_lock import as_the_owner

pytestmark = pytest.mark.django_db
LENGTH = 12


@pytest.fixture
def written():
    for number in range(1, LENGTH + 1):
        record("test.done", subject=f"test:{number}", by=None, detail={"number": number})
    return LENGTH


def tamper(*statements: str) -> None:
    """What somebody can do who owns the database but not the key."""
    with as_the_owner(), connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for statement in statements:
            cursor.execute(statement)
        cursor.execute("SET session_replication_role = origin")


EVERYWHERE = pytest.mark.parametrize("at", [1, 2, 6, LENGTH - 1, LENGTH])


def test_untouched_audit_is_whole(written):
    report = verify()
    assert report.ok
    assert (report.count, report.problems) == (written, [])


def test_empty_audit_is_whole():
    record_none = verify()
    assert record_none.count == 0


@EVERYWHERE
@pytest.mark.parametrize(
    "change",
    ["action = 'test.other'", "actor = 'somebody'", "actor_label = 'Inspector'", "subject = 'test:99'", "detail = '{}'",
     "at = at + interval '1 microsecond'", f"hash = '{'a' * 64}'", f"previous_hash = '{'a' * 64}'"],
)  # fmt: skip
def test_an_edit_is_found(written, at, change):
    tamper(f"UPDATE audit_event SET {change} WHERE sequence = {at}")
    report = verify()
    assert not report.ok
    assert any(f"vent {at}" in problem for problem in report.problems)


@EVERYWHERE
def test_a_deletion_is_found(written, at):
    tamper(f"DELETE FROM audit_event WHERE sequence = {at}")
    assert not verify().ok


@EVERYWHERE
def test_a_deletion_is_found_though_the_rest_was_renumbered(written, at):
    tamper(
        f"DELETE FROM audit_event WHERE sequence = {at}",
        f"UPDATE audit_event SET sequence = sequence - 1 + 1000 WHERE sequence > {at}",
        "UPDATE audit_event SET sequence = sequence - 1000 WHERE sequence > 1000",
        "UPDATE audit_head SET count = count - 1",
    )
    assert not verify().ok


@EVERYWHERE
def test_an_insertion_is_found(written, at):
    tamper(
        f"UPDATE audit_event SET sequence = sequence + 1001 WHERE sequence > {at}",
        "UPDATE audit_event SET sequence = sequence - 1000 WHERE sequence > 1000",
        "INSERT INTO audit_event (sequence, at, actor, actor_label, action, subject, detail, previous_hash, hash) "
        f"SELECT {at} + 1, at, actor, actor_label, 'test.forged', subject, detail, hash, '{'b' * 64}' "
        f"FROM audit_event WHERE sequence = {at}",
        "UPDATE audit_head SET count = count + 1",
    )
    assert not verify().ok


@pytest.mark.parametrize(("one", "other"), [(1, 2), (5, 6), (3, 9), (LENGTH - 1, LENGTH)])
def test_a_reordering_is_found(written, one, other):
    tamper(
        f"UPDATE audit_event SET sequence = 1000 WHERE sequence = {one}",
        f"UPDATE audit_event SET sequence = {one} WHERE sequence = {other}",
        f"UPDATE audit_event SET sequence = {other} WHERE sequence = 1000",
    )
    assert not verify().ok


@pytest.mark.parametrize("left", [0, 1, 6, LENGTH - 1])
def test_a_tail_cut_off_is_found(written, left):
    tamper(f"DELETE FROM audit_event WHERE sequence > {left}")
    report = verify()
    assert not report.ok
    assert f"ends with event {left}" in " ".join(report.problems)


@pytest.mark.parametrize("left", [1, 6, LENGTH - 1])
def test_a_tail_cut_off_is_found_though_the_end_was_rewritten(written, left):
    tamper(
        f"DELETE FROM audit_event WHERE sequence > {left}",
        f"UPDATE audit_head SET count = {left}, hash = (SELECT hash FROM audit_event WHERE sequence = {left})",
    )
    assert any("was changed" in problem for problem in verify().problems)


def test_a_missing_end_is_found(written):
    tamper("DELETE FROM audit_head")
    assert any("missing" in problem for problem in verify().problems)


def test_an_older_copy_of_everything_is_found_by_the_anchor_alone(written):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE old_head ON COMMIT DROP AS SELECT * FROM audit_head")
    record("test.later", subject="test:13", by=None)
    kept_elsewhere = anchor()
    tamper(
        f"DELETE FROM audit_event WHERE sequence > {LENGTH}",
        "UPDATE audit_head SET count = old.count, hash = old.hash, mac = old.mac FROM old_head old",
    )
    assert verify().ok
    report = verify(kept_elsewhere)
    assert any("cut off" in problem for problem in report.problems)


def test_an_anchor_holds_after_more_was_written(written):
    kept_elsewhere = anchor()
    record("test.later", subject="test:13", by=None)
    assert verify(kept_elsewhere).ok


def test_an_anchor_of_another_chain_is_found(written):
    assert not verify(f"3:{'c' * 64}").ok


@pytest.mark.parametrize("text", ["twelve", "12", "12:abc", ":", "-1:" + "a" * 64])
def test_an_unreadable_anchor_is_refused_in_a_sentence(text):
    with pytest.raises(BadAnchor, match="is not an anchor"):
        verify(text)


def test_many_problems_are_counted_and_twenty_told(written):
    for number in range(20):
        record("test.more", subject=f"test:{number}", by=None)
    tamper("UPDATE audit_event SET action = 'test.other'")
    report = verify()
    assert report.problem_count == 32
    assert len(report.problems) == 20


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(1, LENGTH), where=st.integers(0, 63), digit=st.sampled_from("0123456789abcdef"))
def test_any_digit_of_any_hash_matters(written, at, where, digit):
    event = Event.objects.get(pk=at)
    changed = event.hash[:where] + digit + event.hash[where + 1 :]
    tamper(f"UPDATE audit_event SET hash = '{changed}' WHERE sequence = {at}")
    assert verify().ok == (changed == event.hash)
    tamper(f"UPDATE audit_event SET hash = '{event.hash}' WHERE sequence = {at}")


def test_memory_does_not_grow_with_the_audit(written, django_assert_num_queries):
    with django_assert_num_queries(4):
        verify()
