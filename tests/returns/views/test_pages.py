"""How we compare, and the area's figures, as people open them."""

from __future__ import annotations

import csv
import io

import pytest
import time_machine

from tests.casework import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


def test_anybody_may_compare(client, release):
    page = client.get("/how-we-compare/")
    assert page.status_code == 200
    assert "max-age" in page.headers["Cache-Control"]
    assert "55.8%" in page.content.decode()


def test_before_a_release_is_loaded_the_page_says_so(client, db):
    assert "No published figures yet" in client.get("/how-we-compare/").content.decode()
    assert client.get("/how-we-compare/in-20-weeks/").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["nothing/", "in-20-weeks/heart.svg", "plans/chance.svg", "nothing/trend.svg", "nothing/figures.csv"],
)
def test_what_is_not_there_is_not_found(client, release, path):
    assert client.get(f"/how-we-compare/{path}").status_code == 404


@pytest.mark.parametrize("kind", ["trend", "rank", "chance"])
def test_the_drawings_are_drawn(client, release, kind):
    for asked in ("", "?narrow=1&dark=1"):
        answer = client.get(f"/how-we-compare/in-20-weeks/{kind}.svg{asked}")
        assert answer.headers["Content-Type"].startswith("image/svg+xml")
        assert b"Wolverhampton" in answer.content


def test_the_download_holds_numerators_and_denominators(client, release):
    text = client.get("/how-we-compare/in-20-weeks/figures.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    england = next(one for one in rows if one["Place"] == "England" and one["Time"] == "2024")
    assert (england["Numerator"], england["Denominator"], england["Figure"]) == ("39407", "84866", "46.4%")


@time_machine.travel("2026-11-24T10:00:00Z", tick=False)
def test_our_own_figure_stands_beside_the_published_one(client, release):
    world.bring_to(world.make_case(), "final-issued")
    sign_in(client, person("analyst"))
    page = client.get("/returns/figures/?year=2026").content.decode()
    assert "100.0%" in page
    assert "1 of 1" in page
    assert "46.4%" in page


@time_machine.travel("2026-11-24T10:00:00Z", tick=False)
@pytest.mark.parametrize("year", ["1066", "next", "2026'--"])
def test_a_year_that_cannot_be_counted_is_said_to_be_none(client, release, year):
    sign_in(client, person("analyst"))
    answer = client.get("/returns/figures/", {"year": year})
    assert answer.status_code == 422
    assert "from the list" in answer.content.decode()


def test_a_release_says_where_it_does_not_agree_with_itself(client, release):
    sign_in(client, person("analyst"))
    page = client.get(f"/returns/releases/{release.pk}/").content.decode()
    assert "Surrey, 2024/25, All EHC plans: sld_pc says 7.8" in page
    assert client.get("/returns/releases/999999/").status_code == 404
