"""What the editor and the lists tell those who keep the guide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from goldenthread.localoffer.actions import editing
from goldenthread.localoffer.models import GuidePage
from tests.localoffer import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
SLEEP = {
    "title": "Sleep",
    "summary": "How to sleep",
    "body": "Ask the SENCO.",
    "slug": "sleep",
    "owner": "Early years team",
}


@pytest.fixture
def keeper() -> Iterator[Client]:
    with time_machine.travel(world.NOW, tick=False):
        yield sign_in(Client(), person("local-offer-officer"))


def published(slug: str, review_in: int = 0) -> GuidePage:
    words = editing.Words(title=slug.title(), summary="s", body="Go to bed.")
    return editing.publish_page(slug=slug, words=words, review_on=world.TODAY + timedelta(days=review_in), owner="Team A",
                                now=world.NOW, by=None)  # fmt: skip


def test_editor_names_an_acronym_with_its_line_and_keeps_the_owner(keeper):
    published("sleep")
    answer = keeper.post("/local-offer/keep/guide/sleep/", SLEEP | {"based_on": "1"}, follow=True)
    assert "SENCO, line 1" in answer.content.decode()
    page = GuidePage.objects.get()
    assert (page.owner, page.published.body) == ("Early years team", "Ask the SENCO.")


@pytest.mark.parametrize("address", ["/local-offer/keep/", "/local-offer/keep/guide/"])
def test_page_that_should_have_been_read_through_is_late_and_has_its_owner(keeper, address):
    published("sleep", -12)
    published("money", 30)
    said = " ".join(keeper.get(address).content.decode().split())
    assert "12 days late" in said
    assert "to be read through since 14 November 2026, Team A" in said
    assert "to be read through by 26 December 2026, Team A" in said
