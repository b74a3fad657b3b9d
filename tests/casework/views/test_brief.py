"""A case in brief, and a calendar of deadlines that names no child."""

from datetime import date

import pytest
from django.test import Client
from icalendar import Calendar

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions.feeds import make_feed
from goldenthread.casework.actions.talking import log_contact
from goldenthread.casework.models import CalendarFeed
from goldenthread.people.models import Withholding
from tests.casework import letterbox, world
from tests.readers import person

pytestmark = pytest.mark.django_db


def brief(client, case):
    return client.get(f"/casework/cases/{case.public_id}/handover/").content.decode()


def test_a_brief_says_where_it_stands_what_is_due_and_whom_to_ring(as_worker, worker, request_case):
    robin = world.parent_of(request_case.child)
    log_contact(case=request_case, party=robin, other="", channel="telephone", is_ours=False, occurred_on=date(2026, 11, 20),
                words="Asked when the psychologist comes.", reply_due_on=date(2026, 11, 23), on=world.TODAY,
                by=worker)  # fmt: skip
    text = brief(as_worker, request_case)
    assert "Requested since" in text
    assert "Decide whether to assess" in text
    assert "An answer to Robin Example" in text
    assert "1 day late" in text
    assert "Asked when the psychologist comes." in text


def test_a_brief_warns_of_what_can_hurt(as_worker, request_case):
    child = request_case.child
    robin = world.parent_of(child)
    home = letterbox.house(child, lines="9 Hidden Lane", postcode="ZZ99 9ZZ")
    Withholding.objects.create(household=home, adult=robin, reason="Order", starts_on=date(2020, 1, 1))
    child.relationships.update(order="No contact with the school")
    type(child).objects.filter(pk=child.pk).update(needs_interpreter=True, first_language="Polish")
    text = brief(as_worker, request_case)
    assert "may not learn where Ash lives" in text
    assert "No contact with the school" in text
    assert "needs an interpreter (Polish)" in text
    assert "Hidden Lane" not in text


def test_a_brief_costs_the_same_however_long_the_file(as_worker, worker, django_assert_max_num_queries):
    short = world.make_case(worker=worker, on=date(2026, 9, 7))
    long = world.bring_to(world.make_case(world.make_child("Bo"), worker=worker), "final-issued")
    for day in range(1, 20):
        world.tell(long, "note", date(2026, 8, day), words="N")
    brief(as_worker, short)
    with django_assert_max_num_queries(40) as counted:
        brief(as_worker, short)
    with django_assert_max_num_queries(len(counted) + 1):
        brief(as_worker, long)


def test_the_address_of_a_calendar_is_shown_once_and_a_new_one_ends_it(as_worker, worker):
    first = as_worker.post("/casework/calendar/").content.decode()
    address = first[first.index("/calendar/") :].split("<")[0]
    assert ".ics" in address
    assert address not in as_worker.get("/casework/calendar/").content.decode()
    assert Client().get(address).status_code == 200
    as_worker.post("/casework/calendar/")
    assert Client().get(address).status_code == 404
    as_worker.post("/casework/calendar/", {"end": "1"})
    assert not CalendarFeed.objects.filter(ended_on=None).exists()


def test_a_calendar_holds_the_workers_deadlines_and_no_name(worker, request_case):
    world.make_case(world.make_child("Bo"))  # nobody's
    secret = make_feed(worker=worker, on=world.TODAY)
    answer = Client().get(f"/calendar/{secret}.ics")
    entries = Calendar.from_ical(answer.content).walk("VEVENT")
    assert {str(one["summary"]) for one in entries} == {
        f"{request_case.reference}: {what}" for what in
        ("decide whether to assess", "decide whether to issue a plan", "send the final plan")
    }  # fmt: skip
    assert min(one["dtstart"].dt for one in entries) == date(2026, 12, 14)
    for private in (b"Ash", b"Example", b"Bo "):
        assert private not in answer.content
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert AuditEvent.objects.filter(action="casework.calendar.read").count() == 1


def test_a_calendar_of_somebody_who_no_longer_works_here_does_not_answer(worker, request_case):
    secret = make_feed(worker=worker, on=world.TODAY)
    worker.holdings.update(ends_on=date(2026, 11, 1))
    assert Client().get(f"/calendar/{secret}.ics").status_code == 404


def test_a_restricted_case_is_not_in_the_calendar(worker, request_case):
    type(request_case).objects.filter(pk=request_case.pk).update(is_restricted=True)
    secret = make_feed(worker=worker, on=world.TODAY)
    assert Calendar.from_ical(Client().get(f"/calendar/{secret}.ics").content).walk("VEVENT") == []


def test_a_calendar_cannot_be_guessed(worker):
    make_feed(worker=worker, on=world.TODAY)
    assert Client().get("/calendar/guess.ics").status_code == 404
    assert person("EHC caseworker").calendar_feeds.count() == 0
