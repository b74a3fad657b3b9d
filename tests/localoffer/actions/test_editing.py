"""Pages of the guide: on their day, at their address, and none lost."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from goldenthread.audit.models import Event
from goldenthread.localoffer.actions import editing, twins
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.models import GuidePage
from goldenthread.localoffer.tasks import publish_what_is_due
from tests.localoffer import world

pytestmark = pytest.mark.django_db
MARCH = date(2027, 3, 1)
SLEEP = editing.Words(title="Sleep", summary="How to sleep", body="Go to bed.")


def published(slug: str = "sleep", words: editing.Words = SLEEP) -> GuidePage:
    return editing.publish_page(slug=slug, words=words, now=world.NOW, by=None)


def revised(page: GuidePage, body: str, on: date | None = None, based_on: int = 1) -> GuidePage:
    words = editing.Words(title="Sleep", summary="How to sleep", body=body, publish_on=on)
    return editing.revise_page(
        page=page, based_on=based_on, words=words, review_on=None, now=world.NOW, by=None
    )


def read(client, day: str, address: str = "/local-offer/guide/sleep/") -> str:
    with time_machine.travel(f"{day}T10:00:00Z", tick=False):
        response = client.get(address)
    return response.content.decode() if response.status_code == 200 else str(response.status_code)


def test_revision_is_read_from_its_day_on_even_when_no_worker_runs(client):
    revised(published(), "Read a book.", MARCH)
    assert "Go to bed." in read(client, "2027-02-28")
    assert "Read a book." in read(client, "2027-03-01")


def test_new_page_is_not_there_before_its_day(client):
    published(words=editing.Words(title="Bedtime rules", summary="s", body="Go to bed.", publish_on=MARCH))
    assert read(client, "2027-02-28") == "404"
    assert "Go to bed." in read(client, "2027-03-01")
    assert "Bedtime rules" not in read(client, "2027-02-28", "/local-offer/guide/")


def test_worker_brings_what_is_due_into_the_lists(client):
    page = published(words=editing.Words(title="Sleep", summary="s", body="b", publish_on=MARCH))
    assert editing.bring_forward(today=date(2027, 2, 28)) == 0
    with time_machine.travel("2027-03-01T10:00:00Z", tick=False):
        publish_what_is_due(0)
    page.refresh_from_db()
    assert (page.published.number, page.coming) == (1, None)
    assert editing.bring_forward(today=MARCH) == 0
    assert [one.action for one in Event.objects.order_by("sequence")][-2:] == [
        "localoffer.page.scheduled", "localoffer.page.published",
    ]  # fmt: skip


def test_what_is_published_now_takes_the_place_of_what_was_coming(client):
    page = revised(published(), "Read a book.", MARCH)
    page = revised(page, "Turn off the light.", based_on=2)
    assert page.coming is None
    assert "Turn off the light." in read(client, "2027-03-02")


def test_day_that_has_passed_is_refused():
    with pytest.raises(Refused, match="still to come"):
        revised(published(), "Words", world.TODAY)
    assert GuidePage.objects.get().revisions.count() == 1


def test_former_address_leads_to_the_page_and_no_other_page_takes_it(client):
    page = published()
    editing.move_page(page=page, slug="sleep-at-night", by=None)
    answer = client.get("/local-offer/guide/sleep/?from=card")
    assert (answer.status_code, answer["Location"]) == (301, "/local-offer/guide/sleep-at-night/?from=card")
    with pytest.raises(Refused, match="there was one"):
        published()
    editing.move_page(page=page, slug="sleep", by=None)
    assert client.get("/local-offer/guide/sleep/").status_code == 200
    assert client.get("/local-offer/guide/sleep-at-night/")["Location"] == "/local-offer/guide/sleep/"
    assert client.post("/local-offer/guide/sleep-at-night/").status_code == 404


def test_address_of_a_joined_service_leads_to_the_one_that_stays(client):
    world.load(world.record(1, "Chess club"), world.record(2, "Chess Club"))
    kept, gone = world.service("Chess club"), world.service("Chess Club")
    twins.join(kept=kept, gone=gone, by=None)
    answer = client.get(f"/local-offer/services/{gone.public_id}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/local-offer/services/{kept.public_id}/")
    kept.is_archived = True
    kept.save()
    assert client.get(f"/local-offer/services/{gone.public_id}/").status_code == 404
