"""What is on, entered and kept by staff, and what is searched for, counted without words."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client

from goldenthread.localoffer.actions import counting
from goldenthread.localoffer.models import Event, SearchFor
from goldenthread.localoffer.queries.gaps import gaps
from tests.localoffer import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
GIVEN = {
    "title": "Sensory film morning", "summary": "Lights stay on.", "day_day": "5", "day_month": "12", "day_year": "2026",
    "starts": "10.30am", "ends": "12:00", "place": "Central Library", "postcode": "wv11re", "cost": "Free",
}  # fmt: skip


@pytest.fixture
def officer():
    with time_machine.travel(world.NOW, tick=False):
        yield sign_in(Client(), person("local-offer-officer"))


def test_event_is_entered_read_changed_and_cancelled(officer, client):
    assert officer.post("/local-offer/keep/events/add/", GIVEN).status_code == 302
    event = Event.objects.get()
    assert (event.postcode, event.starts_at.isoformat()) == ("WV1 1RE", "2026-12-05T10:30:00+00:00")
    assert "Saturday 5 December 2026, 10:30" in client.get("/local-offer/events/").content.decode()
    address = f"/local-offer/keep/events/{event.public_id}/"
    shown = officer.get(address).content.decode()
    assert 'value="10:30"' in shown
    officer.post(address, {**GIVEN, "starts": "2pm", "ends": "", "is_cancelled": "on"})
    event.refresh_from_db()
    assert (event.starts_at.hour, event.ends_at, event.is_cancelled) == (14, None, True)
    assert "Cancelled" in client.get("/local-offer/events/").content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"starts": "half ten"}, "Enter a time like 10:30 or 2pm"),
        ({"ends": "09:00"}, "after the one at which it starts"),
        ({"postcode": "WV1"}, "only part of a postcode"),
        ({"day_day": "31", "day_month": "2"}, "February 2026 has no day 31"),
        ({"title": ""}, "Enter what it is called"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(officer, changes, said):
    answer = officer.post("/local-offer/keep/events/add/", GIVEN | changes)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Event.objects.exists()


def test_two_events_of_one_name_and_time_are_not_made_by_a_change(officer):
    officer.post("/local-offer/keep/events/add/", GIVEN)
    officer.post("/local-offer/keep/events/add/", GIVEN | {"title": "Swimming"})
    swimming = Event.objects.get(title="Swimming")
    answer = officer.post(f"/local-offer/keep/events/{swimming.public_id}/", GIVEN)
    assert answer.status_code == 422
    assert "There is an event of this name at this time already" in answer.content.decode()


def test_searches_are_counted_by_what_the_vocabulary_names(officer, client, monkeypatch):
    monkeypatch.setattr(counting, "WAIT", 3)
    counting.write_searches()
    SearchFor.objects.all().delete()
    world.load(world.record(1, "Autism group for Tilly"))
    for asked in (
        "q=autism+group+for+Tilly+Xylander",
        "q=autistic",
        "q=chess",
        "need=autism",
        "q=autism&page=2",
    ):
        client.get(f"/local-offer/search/?{asked}")
    rows = list(SearchFor.objects.values_list("month", "concept", "times"))
    assert (date(2026, 11, 1), "need:autism", 3) in rows
    assert all(concept.startswith(("need:", "kind:")) for _, concept, _ in rows)
    autism = next(one for one in gaps(world.TODAY) if one.code == "autism")
    assert autism.searches == 3
    assert "Xylander" not in officer.get("/local-offer/keep/gaps/").content.decode()
