"""Short addresses: counted by the day, and nothing kept of whoever came."""

import csv
import io
from datetime import timedelta

import pytest
import time_machine
from django.apps import apps

from goldenthread.audit.models import Event
from goldenthread.communication.errors import Refused
from goldenthread.communication.models import ShortAddress, Visits
from goldenthread.communication.queries import visits
from tests.communication.world import TODAY, address, message
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
PHONE = "Mozilla/5.0 (Linux; Android 14) Mobile"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def officer(client):
    return sign_in(client, person("communications-officer"))


def _go(client, code, **headers):
    return client.get(f"/go/{code}/", headers={"user-agent": PHONE} | headers)


def test_visit_is_counted_and_leads_on_without_the_code(client):
    held = address()
    for _ in range(3):
        answer = _go(client, held.code.lower())
    assert (answer.status_code, answer.url) == (302, "/local-offer/")
    assert list(Visits.objects.values_list("day", "times")) == [(TODAY, 3)]
    with time_machine.travel(TODAY + timedelta(days=1), tick=False):
        _go(client, held.code)
    assert Visits.objects.count() == 2


def test_nothing_is_kept_of_the_visitor(client):
    held = address()
    events = Event.objects.count()
    answer = _go(client, held.code, referer="https://example.org/secret")
    assert not answer.cookies
    assert not client.cookies
    assert answer.headers["Cache-Control"] == "no-store"
    assert Event.objects.count() == events
    names = {field.name for field in apps.get_model("communication", "Visits")._meta.fields}
    assert names == {"id", "address", "day", "times"}


@pytest.mark.parametrize(
    "headers",
    [
        {"user-agent": "Googlebot/2.1"},
        {"user-agent": ""},
        {"user-agent": "WhatsApp link preview"},
        {"sec-purpose": "prefetch"},
    ],
)
def test_programs_and_looking_ahead_are_led_on_and_not_counted(client, headers):
    held = address()
    assert _go(client, held.code, **headers).status_code == 302
    client.head(f"/go/{held.code}/", headers={"user-agent": PHONE})
    assert not Visits.objects.exists()


def test_mistyped_code_leads_to_the_local_offer_and_counts_nothing(client):
    assert _go(client, "NOTHIN").url == "/local-offer/"
    assert not Visits.objects.exists()


@pytest.mark.parametrize(
    "leads_to",
    [
        "https://example.org/",
        "//example.org/",
        "local-offer/",
        "/no/such/page/",
        "/\\example.org/",
        "/go/ABCDEF/",
        "/local-offer",
    ],
)
def test_address_that_is_no_page_of_this_site_is_refused_by_field(leads_to):
    with pytest.raises(Refused) as refused:
        address(leads_to)
    assert refused.value.field == "leads_to"
    assert not ShortAddress.objects.exists()


def test_page_shows_visits_by_place_and_the_file_holds_every_day(client, officer):
    held = address(stands_in="=Poster", message=message())
    Visits.objects.create(address=held, day=TODAY - timedelta(days=40), times=2)
    Visits.objects.create(address=held, day=TODAY, times=1200)
    page = officer.get("/communication/addresses/").content.decode()
    assert "<strong>1,200</strong> visits in the last 30 days, 1,202 in all" in page
    text = officer.get("/communication/addresses/visits.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["code", "channel", "stands_in", "leads_to", "day", "visits"]
    assert [row[2:] for row in rows[1:]] == [["'=Poster", "/local-offer/", "2026-10-17", "2"],
                                             ["'=Poster", "/local-offer/", "2026-11-26", "1200"]]  # fmt: skip


def test_channel_adds_up_its_places_and_keeps_one_without_a_visit():
    first, second, _ = address(), address(), address(channel="card")
    for one, times in ((first, 3), (second, 4)):
        Visits.objects.create(address=one, day=TODAY, times=times)
    Visits.objects.create(address=first, day=TODAY - timedelta(days=1), times=9)
    assert visits.by_channel(TODAY, TODAY) == [("Poster or leaflet", 7), ("Card", 0)]


def test_code_is_printed_as_a_square_and_in_words(officer):
    held = address()
    page = officer.get(f"/communication/addresses/{held.code}/").content.decode()
    assert f"/go/{held.code}/" in page
    assert "<svg" in page


def test_list_of_addresses_costs_the_same_for_one_as_for_many(officer, django_assert_max_num_queries):
    for _ in range(15):
        address(message=message())
    with django_assert_max_num_queries(12):
        officer.get("/communication/addresses/")
