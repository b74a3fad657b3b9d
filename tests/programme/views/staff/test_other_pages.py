"""My work, risks, changes, importing and publishing, as people use them."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.audit.models import Event
from goldenthread.kit.dates import PartialDate
from goldenthread.programme.models import Action, Area, Plan, Publication, Risk
from tests.programme.factories import make_evidence, make_risk, revise_action
from tests.programme.views.staff.conftest import TODAY

RISK = {
    "kind": "risk",
    "cause": "a",
    "event": "b",
    "effect": "c",
    "likelihood": "4",
    "severity": "5",
    "owner": "Jo",
}
CSV = b"Area,No,Action,Lead,Due\nTimeliness,1.1,Write plans in time,Jo Field,May 2024\nTimeliness,1.2,Check them,,\n"


def test_my_work_is_in_order_of_seriousness(action: Action, lead: Any):
    revise_action(action, on=TODAY, due=PartialDate(2023, 5, 20))
    action.led_by.add(lead.user)
    make_evidence(action.area, action=action)
    content = lead.get("/work/").content.decode()
    places = [content.index(words) for words in (
        "Send the Written Statement of Action by 16 February 2022", "Bring action 1.1 up to date: 12 days late",
        "Confirm the evidence",
    )]  # fmt: skip
    assert places == sorted(places)


def test_my_work_says_when_nothing_waits(plan: Plan, board_member: Any):
    assert "Nothing waits for you" in board_member.get("/work/").content.decode()


def test_administrator_is_told_why_there_is_nothing(signed_in: Any):
    assert "Your role looks after accounts" in signed_in("administrator").get("/work/").content.decode()


def test_person_whose_role_is_in_another_room_is_not_told_that_they_have_none(signed_in: Any):
    content = signed_in("service-lead", programme="").get("/work/").content.decode()
    assert "no part in an improvement programme" in content
    assert "You have no role" not in content


def test_person_without_any_role_is_told_whom_to_ask(plan: Plan, signed_in: Any):
    from goldenthread.accounts.models import RoleHolding

    client = signed_in("service-lead", programme="")
    RoleHolding.objects.all().delete()
    assert "You have no role yet" in client.get("/work/").content.decode()


def test_person_of_two_programmes_reaches_both(plan: Plan, signed_in: Any):
    from tests.programme.world import make_plan

    make_plan(slug="second")
    content = signed_in("programme-lead", programme="").get("/work/").content.decode()
    assert "/work/board/testshire/" in content
    assert "/work/board/second/" in content


def test_risk_is_added_escalated_and_closed_with_reasons(plan: Plan, lead: Any):
    assert lead.post("/work/programme/testshire/risks/add/", RISK).status_code == 302
    risk = Risk.objects.get()
    assert "Enter why" in lead.post(f"/work/risks/{risk.pk}/escalate/", {"up-reason": ""}).content.decode()
    lead.post(f"/work/risks/{risk.pk}/escalate/", {"up-reason": "It grows"})
    lead.post(f"/work/risks/{risk.pk}/close/", {"close-reason": "It is over"})
    now = risk.versions.get(known_until=None)
    assert (now.rung, now.is_open, now.reason) == ("programme", False, "It is over")


def test_risk_with_an_empty_answer_is_told_which(plan: Plan, lead: Any):
    content = lead.post("/work/programme/testshire/risks/add/", RISK | {"owner": ""}).content.decode()
    assert "Enter owner" in content
    assert not Risk.objects.exists()


def test_two_people_changing_a_risk_lose_nothing(plan: Plan, lead: Any, signed_in: Any):
    risk = make_risk(plan.programme)
    stale = RISK | {"based_on": risk.versions.get(known_until=None).pk}
    signed_in("programme-lead").post(f"/work/risks/{risk.pk}/edit/", stale | {"owner": "Al"})
    answer = lead.post(f"/work/risks/{risk.pk}/edit/", stale | {"owner": "Bo"})
    assert answer.status_code == 409
    assert "<strong>Theirs:</strong> Al" in answer.content.decode()
    assert "<strong>Yours:</strong> Bo" in answer.content.decode()


def test_risks_are_sorted_by_score_with_words(plan: Plan, lead: Any):
    make_risk(plan.programme, event="small", likelihood=1, severity=2)
    make_risk(plan.programme, event="great", likelihood=5, severity=5)
    content = lead.get("/work/programme/testshire/risks/").content.decode()
    assert content.index("Great") < content.index("Small")
    assert "High: 25 of 25" in content


def test_changes_show_old_new_who_and_why(action: Action, lead: Any):
    revise_action(action, on=TODAY, reason="Staff left", due=PartialDate(2024, 5), recorded_by=lead.user)
    action.versions.filter(known_until=None).update(recorded_by=lead.user)
    content = lead.get("/work/programme/testshire/changes/?from=1 May 2023&to=1 June 2023").content.decode()
    for words in ("Due date", "nothing", "May 2024", "(Programme lead)", "Staff left"):
        assert words in content


def test_changes_as_csv_run_nothing_and_are_recorded(action: Action, lead: Any):
    revise_action(action, on=TODAY, text="=HYPERLINK(1)", reason="@home")
    answer = lead.get("/work/programme/testshire/changes.csv?from=2023-05-01")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
    assert Event.objects.filter(action="programme.changes.taken").exists()


def test_days_the_wrong_way_round(plan: Plan, lead: Any):
    answer = lead.get("/work/programme/testshire/changes/?from=2023-05-01&to=2023-01-01")
    assert (answer.status_code, "Exchange them" in answer.content.decode()) == (400, True)


@pytest.mark.parametrize(("sent", "words"), [
    ({}, "Choose a file, or paste"), ({"text": "   "}, "Choose a file, or paste"),
    ({"file": SimpleUploadedFile("plan.pdf", b"%PDF")}, "We cannot read “plan.pdf”"),
    ({"file": SimpleUploadedFile("plan.csv", b"")}, "This file is empty"),
])  # fmt: skip
def test_import_of_nothing_readable(plan: Plan, lead: Any, sent: dict[str, Any], words: str):
    answer = lead.post(f"/work/plans/{plan.pk}/import/", sent)
    assert (answer.status_code, words in answer.content.decode()) == (422, True)


def test_publish_shows_differences_and_freezes(action: Action, lead: Any):
    plan = action.area.plan
    address = f"/work/plans/{plan.pk}/publish/"
    assert lead.post(address, {"note": "First"}).status_code == 302
    revise_action(action, on=TODAY, due=PartialDate(2024, 5))
    assert "2024-05" in lead.get(address).content.decode() or "May 2024" in lead.get(address).content.decode()
    lead.post(address, {})
    first, second = Publication.objects.order_by("number")
    assert first.sha256 != second.sha256
    assert second.sha256 in lead.get(f"/work/versions/{second.pk}/").content.decode()


def test_area_gets_an_action_and_new_words(area: Area, lead: Any):
    assert lead.post(f"/work/areas/{area.pk}/actions/add/", {"number": "1.9", "text": "New", "due": "May 2025",
                                                             "start": "June 2025"}).status_code == 422  # fmt: skip
    assert (
        lead.post(f"/work/areas/{area.pk}/actions/add/", {"number": "1.9", "text": "New"}).status_code == 302
    )
    now = area.versions.get(known_until=None)
    typed = {"based_on": now.pk, "title": "Faster plans", "plain": "Plans come sooner."}
    assert lead.post(f"/work/areas/{area.pk}/words/", typed).status_code == 302
    assert area.versions.get(known_until=None).title == "Faster plans"
