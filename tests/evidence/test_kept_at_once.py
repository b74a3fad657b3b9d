"""Two connections at once: what one writes while another counts is in the next answer."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from django.db import connection, transaction

from goldenthread.evidence.figures import Asked, Counted
from goldenthread.evidence.models import KeptCount
from goldenthread.evidence.queries import kept
from tests.casework import world

DAY = date(2026, 12, 31)
YEAR = Asked(date(2026, 1, 1), DAY, DAY, DAY)
REQUESTS = ("casework.requests", YEAR)


def _answer() -> Counted | None:
    return kept.kept_or_counted([REQUESTS])[REQUESTS]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("commits", ["before it is counted", "after it is counted"])
def test_case_written_while_another_connection_counts_is_on_the_next_board(monkeypatch, commits):
    world.make_case(on=date(2026, 3, 1))
    written, may_commit, committed = (threading.Event() for _ in range(3))
    really = kept.count

    def write() -> None:
        try:
            with transaction.atomic():
                world.make_case(world.make_child("Later"), on=date(2026, 3, 2))
                written.set()
                assert may_commit.wait(20)
            committed.set()
        finally:
            connection.close()

    def count(wanted):
        if commits == "before it is counted":
            may_commit.set()
            assert committed.wait(20)
        return really(wanted)

    other = threading.Thread(target=write)
    other.start()
    assert written.wait(20)
    monkeypatch.setattr(kept, "count", count)
    seen = _answer()
    may_commit.set()
    other.join(20)
    assert committed.is_set()
    monkeypatch.undo()
    assert seen == Counted(2 if commits == "before it is counted" else 1)
    assert KeptCount.objects.count() == 1, "what was counted in between was kept under the changes before it"
    assert _answer() == Counted(2)
    with connection.execute_wrapper(_no_counting):
        assert _answer() == Counted(2), "and it is kept again"


def _no_counting(execute, sql, params, many, context):
    assert "casework_" not in sql, sql
    return execute(sql, params, many, context)
