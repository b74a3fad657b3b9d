"""The map of what a search found: drawn by us, numbered as the list is."""

import re

import pytest
import time_machine

from goldenthread.localoffer.demonstration.load import load
from goldenthread.localoffer.queries.mapping import HIGH, WIDE
from goldenthread.localoffer.search.homes import SIDE, homes_of
from goldenthread.localoffer.search.places import metres
from goldenthread.localoffer.search.postcodes import in_letter, place_of
from tests.localoffer import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    with time_machine.travel(world.NOW, tick=False):
        load(on=world.TODAY)
        yield


def test_the_ground_holds_every_postcode_once():
    homes = homes_of("W")
    assert sum(count for _, count in homes.squares) == len(in_letter("W"))
    districts = dict(homes.districts)
    assert metres(districts["WV1"], place_of("WV1 1RE").point) < 3_000
    assert homes_of("Q").squares == ()


def test_a_square_lies_over_its_postcodes():
    place = place_of("WV1 1RE").point
    assert any(metres(middle, place) <= SIDE for middle, _ in homes_of("W").squares)


def test_numbers_of_map_and_list_agree(client, offer):
    page = client.get("/local-offer/map/", {"q": "autism", "postcode": "WV1 1RE"})
    picture = page.context["picture"]
    listed = client.get("/local-offer/search/", {"q": "autism", "postcode": "WV1 1RE"}).content.decode()
    names = re.findall(r'<h2 class="govuk-heading-s"><a href="([^"]+)"', listed)
    assert [line.shown["url"] for line in picture.lines] == names
    assert [line.number for line in picture.lines] == list(range(1, len(names) + 1))
    written = {int(one) for pin in picture.pins for one in re.findall(r"(?<!\+)\b\d+", pin.label)}
    drawn = {line.number for line in picture.lines if line.is_drawn}
    assert written <= drawn
    assert len(drawn) >= 10
    assert all(0 <= pin.x <= WIDE and 0 <= pin.y <= HIGH for pin in picture.pins)
    assert picture.here == (WIDE / 2, HIGH / 2)
    assert picture.ground[0]
    assert picture.districts


def test_the_second_page_goes_on_counting(client, offer):
    page = client.get("/local-offer/map/", {"page": "2"})
    assert page.context["picture"].lines[0].number == 21
    assert 'start="21"' in page.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "zzzzqqq"},
        {"postcode": "WV1"},
        {"postcode": "CF10 1EP", "within": "5"},
        {"q": "'; DROP TABLE x; --<svg onload=alert(1)>" * 300},
        {"age": "fifteen"},
        {"page": "900"},
    ],
)
def test_what_cannot_be_drawn_is_a_page_all_the_same(client, offer, asked):
    page = client.get("/local-offer/map/", asked)
    assert page.status_code == 200
    assert "onload=alert(1)>" not in page.content.decode()


def test_two_places_on_one_spot_share_a_mark_and_none_is_lost(client, offer):
    picture = client.get("/local-offer/map/", {"per_page": "100"}).context["picture"]
    assert len(picture.pins) < sum(line.is_drawn for line in picture.lines)
    assert any("+" in pin.label or "," in pin.label for pin in picture.pins)
