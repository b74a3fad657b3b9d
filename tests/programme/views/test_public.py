"""The public pages and the public data."""

import csv
import io
import json
from datetime import date

import pytest

from goldenthread.kit.dates import PartialDate
from tests.programme.world import make_action, make_area, make_body, make_plan

pytestmark = pytest.mark.django_db
PAGES = ["/progress/", "/progress/changes/", "/progress/timeline/", "/progress/strategy/", "/progress/record/",
         "/progress/progress.json", "/progress/progress.csv", "/progress/feed/", "/progress/charts/areas.svg"]  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_page_answers_with_a_programme(client, address):
    make_action(make_area(make_plan()))
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", PAGES)
def test_page_says_not_found_without_a_programme(client, address):
    assert client.get(address).status_code == 404


def test_home_answers_before_anything_is_loaded(client):
    assert client.get("/").status_code == 200


def test_plan_that_is_not_public_appears_nowhere(client):
    area = make_area(make_plan(is_public=False), title="Not for the public")
    make_action(area, text="Hidden promise")
    assert client.get(f"/progress/areas/{area.pk}/").status_code == 404
    for address in PAGES:
        page = client.get(address).content.decode()
        assert "Hidden promise" not in page
        assert "Not for the public" not in page


def test_area_is_not_known_before_its_day(client):
    area = make_area(make_plan())
    answer = client.get(f"/progress/areas/{area.pk}/?as_at=2021-01-01")
    assert answer.status_code == 404
    assert "not known yet on 1 January 2021" in answer.content.decode()


@pytest.mark.parametrize("asked", ["yesterday", "2023-02-30", "2099-01-01", "1" * 500, "<script>"])
def test_a_day_that_cannot_be_read_keeps_what_was_typed(client, asked):
    make_area(make_plan())
    page = client.get("/progress/", {"as_at": asked})
    assert page.status_code == 200
    assert "govuk-error-message" in page.content.decode()
    assert client.get("/progress/progress.json", {"as_at": asked}).status_code == 400


def test_json_gives_a_month_as_a_month(client):
    make_action(make_area(make_plan()), due=PartialDate(2024, 5))
    content = json.loads(client.get("/progress/progress.json").content)
    action = content["plans"][0]["areas"][0]["actions"][0]
    assert action["due"] == "2024-05"


def test_csv_runs_nothing_in_a_spreadsheet(client):
    make_action(make_area(make_plan()), text='=HYPERLINK("http://example.org")')
    rows = list(csv.DictReader(io.StringIO(client.get("/progress/progress.csv").content.decode())))
    assert rows[0]["text"].startswith("'=")


def test_late_action_says_how_late_in_words(client):
    area = make_area(make_plan())
    make_action(area, due=PartialDate(2022, 5, 2), delivery="in progress", known_from=date(2022, 1, 19))
    page = client.get(f"/progress/areas/{area.pk}/?as_at=2022-05-14").content.decode()
    assert "12 days late" in page


def test_a_month_is_not_late_before_it_is_over(client):
    area = make_area(make_plan())
    make_action(area, due=PartialDate(2022, 5), delivery="in progress")
    assert "In progress" in client.get(f"/progress/areas/{area.pk}/?as_at=2022-05-31").content.decode()
    assert "1 day late" in client.get(f"/progress/areas/{area.pk}/?as_at=2022-06-01").content.decode()


def test_clock_without_receipt_asks_for_the_day(client):
    area = make_area(make_plan(received_on=None))
    page = client.get(f"/progress/areas/{area.pk}/").content.decode()
    assert "Enter that day" in page


@pytest.mark.parametrize(
    "address", ["/progress/", "/progress/areas/{area}/", "/progress/changes/?since=2021-01-01"]
)
def test_number_of_queries_does_not_grow_with_actions(client, address):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    area = make_area(make_plan())
    make_body("DfE")
    make_action(area)
    address = address.format(area=area.pk)
    with CaptureQueriesContext(connection) as first:
        client.get(address)
    for _ in range(20):
        make_action(area)
    with CaptureQueriesContext(connection) as second:
        client.get(address)
    assert len(second) == len(first)
