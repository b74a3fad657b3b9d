"""The pages of waits: what families read never holds a small number, and lists cost the same for many as for few."""

from __future__ import annotations

import json
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.commissioning.models import ServiceLine
from goldenthread.commissioning.waits.cuts import Part
from tests.commissioning import waits
from tests.commissioning.waits import COUNTS, TODAY, file_of, row
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
SMALL = (33, 44, 55, 66, 77, 88, 3)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        yield


def _queries(client, address):
    from django.db import connection

    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


@pytest.mark.parametrize("address", ["/waiting-times/", "/commissioning/waits/"])
def test_list_costs_the_same_for_many_services_as_for_one(address):
    client = sign_in(Client(), person("joint-commissioner"))
    waits.record(waits.make_line("One"), "2026-10", COUNTS)
    client.get(address)
    few = _queries(client, address)
    for number in range(20):
        line = waits.make_line(f"More {number}")
        waits.record(line, "2026-09", COUNTS)
        waits.record(line, "2026-10", COUNTS)
    assert _queries(client, address) == few


@pytest.mark.parametrize("form", ["", "waiting-times.csv", "waiting-times.json"])
def test_public_page_and_its_files_hide_a_small_number(client, form):
    waits.record(waits.make_line(), "2026-10", SMALL, seen=4, seen_median_days=321)
    text = client.get(f"/waiting-times/speech-therapy/{form}").content.decode()
    assert "366" in text  # all who wait
    assert "321" not in text
    if form.endswith("json"):
        month = json.loads(text)["months"][0]
        assert (month["Waiting over 52 weeks"], month["Seen"], month["Waiting 18 to 52 weeks"]) == (
            None,
            None,
            88,
        )


def test_public_page_names_the_way_of_counting_and_day_365(client):
    waits.record(waits.make_line(), "2026-10", COUNTS)
    page = client.get("/waiting-times/speech-therapy/").content.decode()
    assert "Community count" in page
    assert "exactly 365 days" in page


def test_public_page_says_that_numbers_are_old_after_45_days(client):
    waits.record(waits.make_line(), "2026-10", COUNTS)
    for day, is_old in ((date(2026, 12, 15), False), (date(2026, 12, 16), True)):
        with time_machine.travel(f"{day}T10:00:00Z", tick=False):
            page = client.get("/waiting-times/speech-therapy/").content.decode()
            assert ("These numbers are old" in page) is is_old, day


def test_public_page_of_a_service_that_is_not_shown_is_not_there(client):
    waits.make_line(is_public=False)
    assert client.get("/waiting-times/speech-therapy/").status_code == 404


def test_public_list_keeps_ways_of_counting_apart(client):
    waits.record(waits.make_line(), "2026-10", COUNTS)
    waits.record(waits.make_line("Eye clinic", series="consultant"), "2026-10", (10, 20, 5))
    page = client.get("/waiting-times/").content.decode()
    assert (
        page.index("Community count")
        < page.index("Speech therapy")
        < page.index("18-week count")
        < page.index("Eye clinic")
    )


def test_public_pages_ask_for_nothing_but_what_is_published(client, django_assert_num_queries):
    """The counts behind it are not even read."""
    waits.record(waits.make_line(), "2026-10", COUNTS)
    from django.db import connection

    with CaptureQueriesContext(connection) as found:
        client.get("/waiting-times/speech-therapy/")
        client.get("/waiting-times/")
    asked = " ".join(one["sql"] for one in found)
    assert '"published"' in asked
    assert '"waiting"' not in asked


def test_line_page_reads_as_it_was_known_on_a_past_day():
    line = waits.make_line()
    waits.record(line, "2026-09", COUNTS, on=date(2026, 10, 5))
    waits.record(line, "2026-09", (21, *COUNTS[1:]), on=date(2026, 11, 5))
    client = sign_in(Client(), person("joint-commissioner"))
    address = "/commissioning/waits/services/speech-therapy/"
    assert ">176<" in client.get(address).content.decode()
    past = client.get(f"{address}?as_at=2026-10-20").content.decode()
    assert ">175<" in past


def test_service_lead_opens_only_the_services_of_their_trust():
    waits.make_line()
    client = sign_in(Client(), waits.lead(waits.trust("Another Trust")))
    assert client.get("/commissioning/waits/services/speech-therapy/").status_code == 404
    assert "Speech therapy" not in client.get("/commissioning/waits/").content.decode()


def test_words_are_saved_and_an_offer_that_is_needed_stays():
    line = waits.make_line()
    waits.record(line, "2026-10", COUNTS)
    client = sign_in(Client(), waits.lead())
    given = {
        "name": line.name,
        "does": "Helps more.",
        "offer": "",
        "call_whom": "us",
        "call_number": "1",
        "is_public": "on",
    }
    answer = client.post("/commissioning/waits/services/speech-therapy/words/", given)
    assert answer.status_code == 422
    assert "over 18 weeks" in answer.content.decode()
    answer = client.post(
        "/commissioning/waits/services/speech-therapy/words/", given | {"offer": "A drop-in."}
    )
    assert answer.status_code == 302
    assert ServiceLine.objects.get().does == "Helps more."


def test_open_adds_a_service_and_refuses_its_name_twice():
    client = sign_in(Client(), person("joint-commissioner"))
    given = {"name": "Eye clinic", "slug": "eyes", "provider": waits.trust().pk, "series": "consultant", "does": "Eyes.",
             "call_whom": "us", "call_number": "1"}  # fmt: skip
    assert client.post("/commissioning/waits/open/", given).status_code == 302
    answer = client.post("/commissioning/waits/open/", given | {"slug": "eyes-2"})
    assert answer.status_code == 422
    assert "There is a service of this name" in answer.content.decode()


def test_form_file_has_the_headings_that_the_reader_takes():
    line = waits.make_line("Eye clinic", series="consultant")
    text = (
        sign_in(Client(), waits.lead())
        .get(f"/commissioning/waits/send/form/{line.slug}.csv")
        .content.decode("utf-8-sig")
    )
    assert text.splitlines()[0].startswith(
        "Service,Month,Counted on,Waiting 0-18 weeks,Waiting 18-52 weeks,Waiting 52+ weeks,Total"
    )


def test_confirming_without_a_decision_says_so_and_saves_nothing():
    line, lead = waits.make_line(), waits.lead()
    waits.record(line, "2026-10", COUNTS)
    upload = waits.hold(lead, line, "2026-10", waiting=(21, *COUNTS[1:]))
    answer = sign_in(Client(), lead).post(f"/commissioning/waits/sent/{upload.key}/confirm/")
    assert answer.status_code == 409
    assert "say which numbers are right" in answer.content.decode()


def test_file_about_people_is_turned_away_on_the_page():
    from django.core.files.uploadedfile import SimpleUploadedFile

    line, lead = waits.make_line(), waits.lead()
    file = SimpleUploadedFile("a.csv", file_of([row(line, "2026-10")], ["Date of birth"]))
    answer = sign_in(Client(), lead).post("/commissioning/waits/send/", {"file": file})
    assert answer.status_code == 422
    assert "is about people" in answer.content.decode()


PARTS = (
    Part("language", "English", 120, 8),
    Part("language", "Another language", 50, 5),
    Part("language", "Not known", 5, 2),
)
MORE = (Part("age", "5 to 10", 175, 15), Part("locality", "East", 175, 15), *PARTS)


@pytest.mark.parametrize("form", ["", "waiting-times.csv", "waiting-times.json"])
def test_public_page_of_a_split_service_costs_as_many_queries_as_of_another(client, form):
    waits.record(waits.make_line("One"), "2026-10", COUNTS)
    waits.record(waits.make_line("Two"), "2026-10", COUNTS, parts=MORE)
    client.get(f"/waiting-times/one/{form}")
    assert _queries(client, f"/waiting-times/two/{form}") == _queries(client, f"/waiting-times/one/{form}")


def test_public_page_says_who_waits_longest_and_hides_small_groups(client):
    waits.record(waits.make_line(), "2026-10", COUNTS, parts=PARTS)
    page = client.get("/waiting-times/speech-therapy/").content.decode()
    assert "Who waits by home language, October 2026" in page
    split = json.loads(client.get("/waiting-times/speech-therapy/waiting-times.json").content)["months"][0]
    numbers = [row["Waiting over 18 weeks"] for row in split["Split by home language"]]
    assert numbers[2] is None
    assert numbers.count(None) >= 2


def test_public_page_names_the_group_with_the_largest_share_over_18_weeks(client):
    waits.record(
        waits.make_line(),
        "2026-10",
        (20, 30, 40, 50, 20, 30, 25),
        parts=(
            Part("language", "English", 150, 30),
            Part("language", "Another language", 55, 20),
            Part("language", "Not known", 10, 5),
        ),
    )
    page = " ".join(client.get("/waiting-times/speech-therapy/").content.decode().split())
    assert (
        "20 of the 55 children and young people with home language “Another language” who still waited had waited over 18 weeks"
        in page
    )


def test_public_page_says_that_it_cannot_say_who_waits(client):
    waits.record(waits.make_line(), "2026-10", SMALL, parts=(Part("language", "English", 366, 91),))
    page = client.get("/waiting-times/speech-therapy/").content.decode()
    assert "We cannot show this" in page
    assert "Who waits by home language" not in page


def test_line_page_shows_staff_every_number_of_a_split():
    waits.record(waits.make_line(), "2026-10", COUNTS, parts=PARTS)
    page = (
        sign_in(Client(), person("joint-commissioner"))
        .get("/commissioning/waits/services/speech-therapy/")
        .content.decode()
    )
    assert "Who waits by home language, October 2026" in page
    assert "do not hand" in page or "as it was sent" in page
    assert ">2<" in page
