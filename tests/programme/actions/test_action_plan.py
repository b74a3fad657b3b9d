"""Writing to actions: each works, refuses in words, and leaves an event in the same transaction."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from goldenthread.audit import log
from goldenthread.kit.dates import PartialDate
from goldenthread.programme.actions import action_plan
from goldenthread.programme.errors import Conflict, Refused
from goldenthread.programme.models import Action, ActionVersion, Area, UpdateRequest
from tests.programme.factories import make_evidence, make_milestone

ON = date(2023, 6, 1)


def _update(action: Action, by: Any, **changes: Any) -> ActionVersion:
    now = action.versions.get(known_until=None)
    extra = {name: changes.pop(name) for name in ("note", "reason", "based_on") if name in changes}
    return action_plan.update_action(
        action=action, changes=changes, on=ON, by=by, **{"based_on": now.pk} | extra
    )


def test_add_action_is_known_from_its_day(area: Area, lead: Any, event: Any):
    added = action_plan.add_action(area=area, number="1.9", text="Hire", on=ON, by=lead)
    assert added.versions.get().known_from == ON
    assert event("programme.action.added")


def test_add_action_refuses_a_number_that_is_taken(area: Area, lead: Any):
    action_plan.add_action(area=area, number="1.9", text="Hire", on=ON, by=lead)
    with pytest.raises(Refused, match="already has an action"):
        action_plan.add_action(area=area, number="1.9", text="Other", on=ON, by=lead)


def test_update_action_closes_one_version_and_opens_the_next(action: Action, lead: Any, event: Any):
    _update(action, lead, delivery="in progress")
    before, now = action.versions.order_by("known_from")
    assert (before.known_until, now.known_from, now.delivery) == (ON, ON, "in progress")
    assert event("programme.action.revised")


def test_update_action_without_a_difference_writes_nothing(action: Action, lead: Any):
    _update(action, lead, delivery="")
    assert action.versions.count() == 1


def test_update_action_raises_conflict_with_their_version_and_saves_no_note(
    action: Action, lead: Any, second: Any
):
    stale = action.versions.get().pk
    theirs = _update(action, second, delivery="in progress")
    with pytest.raises(Conflict) as conflict:
        _update(action, lead, delivery="complete", note="Mine", based_on=stale)
    assert conflict.value.theirs == theirs
    assert not action.notes.exists()


def test_update_action_refuses_a_grade_that_the_key_does_not_know(action: Action, lead: Any):
    with pytest.raises(Refused, match="Choose one of the grades of delivery: Not started") as refused:
        _update(action, lead, delivery="green")
    assert refused.value.field == "delivery"


def test_update_action_refuses_to_move_a_date_without_a_reason(action: Action, lead: Any):
    _update(action, lead, due=PartialDate(2023, 9))
    with pytest.raises(Refused, match="Say why"):
        _update(action, lead, due=PartialDate(2023, 10))
    assert _update(action, lead, due=PartialDate(2023, 10), reason="Staff left").due == PartialDate(2023, 10)


@pytest.mark.parametrize(
    ("axis", "code"), [("delivery", "embedded"), ("impact", "evidenced"), ("impact", "sustained")]
)
def test_update_action_refuses_proof_without_confirmed_evidence(
    action: Action, lead: Any, second: Any, axis: str, code: str
):
    make_evidence(action.area, action=action, by=lead)
    with pytest.raises(Refused, match="a second person has confirmed"):
        _update(action, lead, **{axis: code})
    make_evidence(action.area, action=action, by=lead, confirmed_by=second)
    assert getattr(_update(action, lead, **{axis: code}), axis) == code


def test_update_action_answers_what_was_asked_of_the_writer(action: Action, lead: Any, second: Any):
    for person in (lead, second):
        action_plan.ask_for_update(action=action, asked_of=person, due_on=date(2023, 6, 9), on=ON, by=lead)
    _update(action, lead, note="Done")
    assert UpdateRequest.objects.get(asked_of=lead).answered_on == ON
    assert UpdateRequest.objects.get(asked_of=second).answered_on is None


def test_update_action_saves_nothing_when_the_audit_cannot_be_written(
    action: Action, lead: Any, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: Any, **__: Any) -> None:
        raise log.AuditTrouble("full")

    monkeypatch.setattr(log, "record", broken)
    with pytest.raises(log.AuditTrouble):
        _update(action, lead, delivery="complete", note="Mine")
    assert action.versions.count() == 1
    assert not action.notes.exists()


def test_add_note_leaves_an_event_and_refuses_nothing(action: Action, lead: Any, event: Any):
    action_plan.add_note(action=action, text="Begun", on=ON, by=lead)
    assert event("programme.action.noted")
    with pytest.raises(Refused, match="Write what has happened"):
        action_plan.add_note(action=action, text="  ", on=ON, by=lead)


def test_reach_milestone_keeps_a_month_a_month_and_refuses_the_future(action: Action, lead: Any, event: Any):
    milestone = make_milestone(action)
    with pytest.raises(Refused, match="has not come yet"):
        action_plan.reach_milestone(milestone=milestone, reached_on=PartialDate(2023, 7), on=ON, by=lead)
    action_plan.reach_milestone(milestone=milestone, reached_on=PartialDate(2023, 5), on=ON, by=lead)
    milestone.refresh_from_db()
    assert str(milestone.reached_on) == "May 2023"
    assert event("programme.milestone.reached")


def test_ask_for_update_again_moves_the_one_that_is_open(action: Action, lead: Any, second: Any, event: Any):
    for day in (date(2023, 6, 9), date(2023, 6, 16)):
        action_plan.ask_for_update(action=action, asked_of=second, due_on=day, on=ON, by=lead)
    assert UpdateRequest.objects.get().due_on == date(2023, 6, 16)
    assert event("programme.update.asked")
    with pytest.raises(Refused, match="has not passed"):
        action_plan.ask_for_update(action=action, asked_of=second, due_on=date(2023, 5, 1), on=ON, by=lead)


def test_name_leads_lets_them_update(action: Action, lead: Any, second: Any, event: Any):
    action_plan.name_leads(action=action, people=[second], by=lead)
    assert action.is_led_by(second)
    assert event("programme.action.leads_named")
