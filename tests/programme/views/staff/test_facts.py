"""Pages of the facts of a plan: they save, they say what to mend, they show past days as known then."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.actions import facts
from goldenthread.programme.models import (
    Action,
    Dependency,
    Measure,
    Milestone,
    Plan,
    Priority,
    Reading,
    RouteStep,
)
from goldenthread.programme.queries.areas import programme_as_known
from tests.programme.views.staff.conftest import TODAY
from tests.programme.world import make_action


def text(client: Any, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_step_to_approval_is_recorded_and_taken_back(plan: Plan, lead: Any):
    assert "Inspectorates" in text(lead, f"/work/plans/{plan.pk}/")
    sent = {
        "step": "cabinet",
        "happened_on": "May 2023",
        "words": "Agreed with two changes",
        "amendments": "Dates of area 2",
    }
    assert lead.post(f"/work/plans/{plan.pk}/route/add/", sent).status_code == 302
    page = text(lead, f"/work/plans/{plan.pk}/")
    assert "Agreed with two changes" in page
    assert "Dates of area 2" in page
    step = RouteStep.objects.get()
    assert lead.post(f"/work/route/{step.pk}/take-back/", {"why": ""}).status_code == 422
    assert lead.post(f"/work/route/{step.pk}/take-back/", {"why": "Wrong plan"}).status_code == 302
    assert "Agreed with two changes" not in text(lead, f"/work/plans/{plan.pk}/")


def test_a_milestone_is_added_and_a_bad_date_is_said(action: Action, lead: Any):
    address = f"/work/actions/{action.pk}/milestones/add/"
    answer = lead.post(address, {"title": "Draft agreed", "due": "soonish"})
    assert answer.status_code == 422
    assert "Draft agreed" in answer.content.decode()
    lead.post(address, {"title": "Draft agreed", "due": "July 2023"})
    assert str(Milestone.objects.get().due) == "July 2023"
    assert "Draft agreed" in text(lead, f"/work/actions/{action.pk}/")


def test_what_an_action_waits_for_shows_on_both(area: Any, action: Action, lead: Any):
    other = make_action(area)
    lead.post(f"/work/actions/{action.pk}/needs/add/", {"needs": other.pk})
    assert "Promise 1.2" in text(lead, f"/work/actions/{action.pk}/")
    assert "Others wait for it" in text(lead, f"/work/actions/{other.pk}/")
    back = lead.post(f"/work/actions/{other.pk}/needs/add/", {"needs": action.pk})
    assert (back.status_code, "in a circle" in back.content.decode()) == (422, True)
    link = Dependency.objects.get()
    lead.post(f"/work/needs/{link.pk}/take-back/", {"why": "No longer"})
    assert "Others wait for it" not in text(lead, f"/work/actions/{other.pk}/")


def test_a_measure_is_added_read_and_corrected(plan: Plan, area: Any, lead: Any):
    sent = {
        "name": "Plans in 20 weeks",
        "baseline": "46.4%",
        "target": "60%",
        "better": "higher",
        "area": area.pk,
    }
    lead.post(f"/work/plans/{plan.pk}/measures/add/", sent)
    measure = Measure.objects.get()
    add = f"/work/measures/{measure.pk}/readings/add/"
    lead.post(add, {"period": "April 2023", "actual": "48%", "count": "101", "base": "210"})
    refused = lead.post(add, {"period": "May 2023", "actual": "85%", "source": "Board paper 7"})
    assert refused.status_code == 422
    assert "Board paper 7" in refused.content.decode(), "what was typed is kept"
    lead.post(add, {"period": "May 2023", "actual": "85%", "count": "180", "base": "212"})
    page = text(lead, f"/work/measures/{measure.pk}/")
    assert "48% (101 of 210)" in page
    assert "1 May 2023" not in page
    wrong = Reading.objects.get(actual__number="85")
    lead.post(f"/work/readings/{wrong.pk}/take-back/", {"why": "It was 58%"})
    lead.post(add, {"period": "May 2023", "actual": "58%", "count": "123", "base": "212"})
    page = text(lead, f"/work/measures/{measure.pk}/")
    assert "58% (123 of 212)" in page
    assert "It was 58%" in page
    assert "<table" in page
    drawing = lead.get(f"/work/measures/{measure.pk}/chart.svg")
    assert drawing.headers["Content-Type"].startswith("image/svg+xml")
    assert "Plans in 20 weeks" in text(lead, f"/work/plans/{plan.pk}/measures/")


def test_a_measure_as_at_a_past_day(plan: Plan, lead: Any):
    measure = facts.add_measure(plan=plan, name="Waits", definition="", better="lower", area=None, baseline="", target="",
                                on=date(2023, 1, 5), by=None)  # fmt: skip
    facts.add_reading(measure=measure, period=PartialDate(2023, 2), actual="30 weeks", milestone="", base=None, source="",
                      on=date(2023, 3, 1), by=None)  # fmt: skip
    assert "30 weeks" in text(lead, f"/work/measures/{measure.pk}/")
    assert "No figure was known" in text(lead, f"/work/measures/{measure.pk}/?as_at=2023-02-28")


def test_the_rating_key_is_shown_and_changed(plan: Plan, lead: Any):
    assert "Embedded" in text(lead, "/work/programme/testshire/rating-key/")
    form = lead.get("/work/programme/testshire/rating-key/change/").context["form"]
    sent = {field.html_name: field.value() for field in form if field.value() not in (None, False)}
    sent |= {"delivery-1-word": "Under way", "reason": "Plainer"}
    assert lead.post("/work/programme/testshire/rating-key/change/", sent).status_code == 302
    page = text(lead, "/work/programme/testshire/rating-key/")
    assert "Under way" in page
    assert "Plainer" in page
    assert "In progress" in text(lead, "/work/programme/testshire/rating-key/?as_at=2023-05-01")
    key = programme_as_known(plan.programme, TODAY).rating_key
    assert [grade["code"] for grade in key["delivery"]] == [
        "not started",
        "in progress",
        "complete",
        "embedded",
    ]


def test_the_rating_key_of_two_writers(plan: Plan, lead: Any):
    form = lead.get("/work/programme/testshire/rating-key/change/").context["form"]
    sent = {field.html_name: field.value() for field in form if field.value() not in (None, False)}
    lead.post("/work/programme/testshire/rating-key/change/", sent | {"impact-0-word": "Nothing yet"})
    answer = lead.post("/work/programme/testshire/rating-key/change/", sent | {"delivery-1-word": "Going"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nothing yet" in page
    assert "Going" in page


def test_a_priority_is_added_and_changed(plan: Plan, area: Any, lead: Any):
    lead.post(f"/work/plans/{plan.pk}/priorities/add/", {"title": "Better starts", "areas": [area.pk]})
    priority = Priority.objects.get()
    assert list(priority.areas.all()) == [area]
    assert "Better starts" in text(lead, f"/work/plans/{plan.pk}/")
    lead.post(f"/work/priorities/{priority.pk}/", {"title": "Best starts"})
    priority.refresh_from_db()
    assert (priority.title, priority.areas.count()) == ("Best starts", 0)


def test_a_board_member_reads_and_changes_nothing(plan: Plan, board_member: Any):
    assert board_member.get(f"/work/plans/{plan.pk}/measures/").status_code == 200
    assert board_member.get("/work/programme/testshire/rating-key/").status_code == 200
    for address in (f"/work/plans/{plan.pk}/route/add/", f"/work/plans/{plan.pk}/measures/add/",
                    f"/work/plans/{plan.pk}/priorities/add/", "/work/programme/testshire/rating-key/change/"):  # fmt: skip
        assert board_member.post(address).status_code == 403


def test_a_stranger_finds_none_of_it(plan: Plan, stranger: Any):
    step = facts.add_route_step(plan=plan, step="draft", happened_on=PartialDate(2023), body=None, words="", amendments="",
                                on=TODAY, by=None)  # fmt: skip
    for address in (f"/work/route/{step.pk}/take-back/", f"/work/plans/{plan.pk}/measures/",
                    "/work/programme/testshire/rating-key/"):  # fmt: skip
        assert stranger.get(address).status_code == 404
