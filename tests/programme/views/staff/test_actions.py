"""Updating an action from its page: it works, it refuses in words, two people lose nothing."""

from __future__ import annotations

from typing import Any

import pytest

from goldenthread.audit.models import Event
from goldenthread.kit.dates import PartialDate
from goldenthread.programme.models import Action
from tests.programme.factories import make_evidence, make_milestone, revise_action
from tests.programme.views.staff.conftest import TODAY
from tests.readers import person


def _typed(action: Action, **typed: str) -> dict[str, Any]:
    now = action.versions.get(known_until=None)
    usual = {"based_on": now.pk, "delivery": now.delivery, "confidence": "", "impact": "", "due": str(now.due or ""),
             "reason": "", "note": ""}  # fmt: skip
    return usual | typed


def test_update_saves_a_version_and_a_note(action: Action, lead: Any):
    answer = lead.post(f"/work/actions/{action.pk}/update/",
                       _typed(action, delivery="in progress", due="May 2024", note="Half of it is done"))  # fmt: skip
    assert answer.status_code == 302
    now = action.versions.get(known_until=None)
    assert (now.delivery, now.due, now.recorded_by) == ("in progress", PartialDate(2024, 5), lead.user)
    assert action.notes.get().text == "Half of it is done"
    assert (
        'Due <time datetime="2024-05">May 2024</time>'
        in lead.get(f"/work/actions/{action.pk}/").content.decode()
    )


def test_update_by_the_owner_of_the_action(action: Action, signed_in: Any):
    owner = signed_in("action-owner")
    assert owner.post(f"/work/actions/{action.pk}/update/", _typed(action)).status_code == 403
    action.led_by.add(owner.user)
    assert owner.post(f"/work/actions/{action.pk}/update/", _typed(action, note="Begun")).status_code == 302


def test_moved_due_date_needs_its_reason_and_keeps_what_was_typed(action: Action, lead: Any):
    revise_action(action, on=TODAY, due=PartialDate(2023, 9))
    answer = lead.post(
        f"/work/actions/{action.pk}/update/", _typed(action, due="December 2023", note="Long story")
    )
    content = answer.content.decode()
    assert answer.status_code == 422
    assert "Say why the due date moves" in content
    assert "Long story" in content
    assert 'value="December 2023"' in content
    assert action.versions.get(known_until=None).due == PartialDate(2023, 9)


@pytest.mark.parametrize("typed", ["32 March 2024", "sometime", "13/13/2024"])
def test_unreadable_date_is_named_in_words(action: Action, lead: Any, typed: str):
    content = lead.post(f"/work/actions/{action.pk}/update/", _typed(action, due=typed)).content.decode()
    assert f'value="{typed}"' in content
    assert 'href="#id_due"' in content
    assert "invalid" not in content.replace("aria-invalid", "")


def test_grade_of_proof_needs_confirmed_evidence(action: Action, lead: Any):
    answer = lead.post(f"/work/actions/{action.pk}/update/", _typed(action, impact="evidenced"))
    assert "needs dated evidence that a second person has confirmed" in answer.content.decode()
    make_evidence(action.area, action=action, by=lead.user, confirmed_by=person("board-member"))
    assert (
        lead.post(f"/work/actions/{action.pk}/update/", _typed(action, impact="evidenced")).status_code == 302
    )


def test_second_of_two_people_sees_both_versions_and_chooses(action: Action, lead: Any, signed_in: Any):
    stale = _typed(action, delivery="complete", confidence="on track", note="Mine")
    other = signed_in("programme-lead")
    other.post(
        f"/work/actions/{action.pk}/update/", _typed(action, delivery="in progress", impact="emerging")
    )
    answer = lead.post(f"/work/actions/{action.pk}/update/", stale)
    content = answer.content.decode()
    assert answer.status_code == 409
    for words in (
        "<strong>Theirs:</strong> In progress",
        "<strong>Yours:</strong> Complete",
        "Mine",
        str(other.user),
    ):
        assert words in content
    theirs = action.versions.get(known_until=None)
    again = stale | {"based_on": theirs.pk, "choose-delivery": "yours", "theirs-delivery": "in progress",
                     "choose-impact": "theirs", "theirs-impact": "emerging"}  # fmt: skip
    assert lead.post(f"/work/actions/{action.pk}/update/", again).status_code == 302
    now = action.versions.get(known_until=None)
    assert (now.delivery, now.impact, now.confidence) == ("complete", "emerging", "on track")
    assert action.notes.get().text == "Mine"


def test_evidence_is_added_and_confirmed_by_somebody_else(action: Action, lead: Any, board_member: Any):
    typed = {"evidence-title": "Audit", "evidence-kind": "audit", "evidence-address": "https://example.org/a",
             "evidence-dated_on": "March 2023", "evidence-shows": "outcome", "evidence-confidence": "high"}  # fmt: skip
    assert lead.post(f"/work/actions/{action.pk}/evidence/", typed).status_code == 302
    evidence = action.evidence.get()
    confirm = f"/work/areas/{action.area_id}/evidence/confirm/"
    assert (
        "You added this evidence"
        in lead.post(confirm, {"evidence": evidence.pk}, follow=True).content.decode()
    )
    board_member.post(confirm, {"evidence": evidence.pk})
    evidence.refresh_from_db()
    assert evidence.confirmed_by == board_member.user


def test_evidence_with_an_address_that_runs_is_refused(action: Action, lead: Any):
    typed = {"evidence-title": "Audit", "evidence-kind": "audit", "evidence-address": "javascript:alert(1)",
             "evidence-dated_on": "March 2023", "evidence-shows": "outcome", "evidence-confidence": "high"}  # fmt: skip
    answer = lead.post(f"/work/actions/{action.pk}/evidence/", typed)
    assert "Enter a web address that starts with https://" in answer.content.decode()


def test_milestone_is_reached_but_not_in_the_future(action: Action, lead: Any):
    milestone = make_milestone(action)
    address = f"/work/actions/{action.pk}/milestone/"
    answer = lead.post(address, {"milestone": milestone.pk, "reached_on": "1 July 2024"})
    assert "This day has not come yet" in answer.content.decode()
    assert lead.post(address, {"milestone": milestone.pk, "reached_on": "May 2023"}).status_code == 302
    milestone.refresh_from_db()
    assert milestone.reached_on == PartialDate(2023, 5)


def test_asking_puts_the_question_at_the_top_of_the_leads_work(action: Action, lead: Any, signed_in: Any):
    owner = signed_in("action-owner")
    action.led_by.add(owner.user)
    typed = {"ask-asked_of": owner.user.pk, "ask-due_on": "9 June 2023", "ask-question": "Is it done?"}
    assert lead.post(f"/work/actions/{action.pk}/ask/", typed).status_code == 302
    content = owner.get("/work/").content.decode()
    assert "Give the update on action 1.1 by 9 June 2023" in content
    assert "Is it done?" in content


def test_list_is_narrowed_and_kept_to_a_past_day(action: Action, lead: Any):
    revise_action(action, on=TODAY, due=PartialDate(2023, 3), leads=["Jo Field"])
    assert (
        "10 weeks late"
        not in lead.get("/work/programme/testshire/actions/?as_at=2023-05-01").content.decode()
    )
    for query, count in (("overdue=on", 1), ("lead=field", 1), ("lead=nobody", 0), ("delivery=complete", 0)):
        content = lead.get(f"/work/programme/testshire/actions/?{query}").content.decode()
        assert f"{count} action{'s' if count != 1 else ''}" in content


def test_change_of_words_is_refused_without_text_and_saved_with_it(action: Action, lead: Any):
    now = action.versions.get(known_until=None)
    address = f"/work/actions/{action.pk}/words/"
    assert "Enter what will be done" in lead.post(address, {"based_on": now.pk, "text": ""}).content.decode()
    typed = {"based_on": now.pk, "text": "Hire two", "leads": "Jo Field\nAl Hill", "reason": "Agreed in May"}
    assert lead.post(address, typed).status_code == 302
    assert action.versions.get(known_until=None).leads == ["Jo Field", "Al Hill"]
    assert Event.objects.filter(action="programme.action.revised").exists()


def test_leads_are_named(action: Action, lead: Any):
    owner = person("action-owner", programme="testshire")
    assert lead.post(f"/work/actions/{action.pk}/leads/", {"people": [owner.pk]}).status_code == 302
    assert action.is_led_by(owner)
