"""A return that does not come: chased, put to the board, cleared by what came. Each step once, and readable for any day."""

from __future__ import annotations

from datetime import date

import pytest
from django.core import mail
from django.test import Client

from goldenthread.audit import log
from goldenthread.audit.models import Event
from goldenthread.commissioning.actions.chasing import chase_returns
from goldenthread.commissioning.actions.returns import record_return
from goldenthread.commissioning.chasing import RULES, Chasing, rule_for
from goldenthread.commissioning.models import ReturnStep
from goldenthread.commissioning.queries.returns import owed, with_the_board
from tests.commissioning.bought import make_measure, make_service, return_fields
from tests.commissioning.waits import lead, trust
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 31)
DUE, CHASED, ESCALATED = date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 14)


@pytest.fixture
def chase(django_capture_on_commit_callbacks):
    """Takes the steps of a day, and sends what they send."""

    def take(on):
        with django_capture_on_commit_callbacks(execute=True):
            return [one.step for one in chase_returns(on=on)]

    return take


def _events(step):
    return Event.objects.filter(action=f"commissioning.return.{step}").count()


def test_late_return_is_chased_then_put_to_the_board_then_cleared_each_once(chase):
    measure, user = make_measure(), lead()
    lead(trust("Another Trust"))
    assert [chase(day) for day in (DUE, CHASED, CHASED, ESCALATED, ESCALATED)] == [
        [],
        ["chased"],
        [],
        ["escalated"],
        [],
    ]
    assert [one.to for one in mail.outbox] == [[user.email]]
    assert measure.name not in mail.outbox[0].body
    fields = return_fields(MARCH)
    for numerator in (9, 8):  # the second corrects
        record_return(
            measure=measure, fields={**fields, "numerator": numerator}, on=date(2026, 6, 1), by=None
        )
    assert [_events(step) for step in ("chased", "escalated", "cleared")] == [1, 1, 1]
    assert [one.step for one in measure.steps.all()] == ["chased", "escalated", "cleared"]


def test_days_without_a_worker_are_caught_up(chase):
    make_measure()
    assert chase(date(2026, 6, 20)) == ["chased", "escalated"]


def test_return_in_time_leaves_no_step(chase):
    measure = make_measure()
    record_return(measure=measure, fields=return_fields(MARCH), on=DUE, by=None)
    assert chase(date(2026, 6, 20)) == []
    assert ReturnStep.objects.count() == 0


def test_one_message_a_provider_however_many_are_late(chase):
    service, user = make_service(), lead()
    for number in range(5):
        make_measure(service, name=f"Measure {number}")
    assert len(chase(CHASED)) == 5
    assert [one.to for one in mail.outbox] == [[user.email]]
    assert set(ReturnStep.objects.values_list("written_to", flat=True)) == {1}


def test_step_is_not_taken_without_its_event(monkeypatch):
    make_measure()
    monkeypatch.setattr(log, "record", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        chase_returns(on=CHASED)
    assert ReturnStep.objects.count() == 0


def test_any_day_shows_how_it_stood_then():
    measure = make_measure()
    record_return(measure=measure, fields=return_fields(MARCH), on=date(2026, 6, 1), by=None)

    def words(day):
        return owed([measure], day)[0].periods[0].standing(day)[1]

    days = (DUE, CHASED, ESCALATED, date(2026, 5, 31), date(2026, 6, 1))
    assert [words(day) for day in days] == ["Due", "Missed", "With the board", "With the board", "Came late"]
    assert [len(with_the_board(day)) for day in days] == [0, 0, 1, 1, 0]


def test_rule_of_the_day_counts_and_a_later_one_changes_nothing_before_it(monkeypatch):
    later = Chasing(date(2026, 6, 1), 10, 2, 5, "Agreed")
    monkeypatch.setattr("goldenthread.commissioning.chasing.RULES", (*RULES, later))
    assert rule_for(MARCH).escalated_on(MARCH) == ESCALATED
    assert rule_for(date(2026, 6, 30)).escalated_on(date(2026, 6, 30)) == date(2026, 7, 15)
    assert "proposed" in rule_for(MARCH).words
    assert "proposed" not in later.words


def test_board_member_reads_it_at_home_and_whoever_reads_no_contracts_does_not(time_machine):
    time_machine.move_to("2026-05-20T10:00:00Z", tick=False)
    make_measure()
    page = sign_in(Client(), person("board-member")).get("/work/").content.decode()
    assert "Measured: Answered, January to March 2026" in page
    assert "Measured" not in sign_in(Client(), person("caseworker")).get("/work/").content.decode()
    mine = sign_in(Client(), lead()).get("/work/").content.decode()
    assert "Send “Answered”, January to March 2026" in mine
