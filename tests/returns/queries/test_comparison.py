"""A place beside England, its region and its neighbours."""

from __future__ import annotations

import pytest

from goldenthread.returns.published.measures import MEASURES
from goldenthread.returns.published.neighbours import neighbours_of
from goldenthread.returns.queries.comparison import (
    ENGLAND,
    compare,
    newest_release,
    rank,
    standing_in_funnel,
)
from goldenthread.returns.queries.place import own_place

pytestmark = pytest.mark.django_db
TIMELY = MEASURES["in-20-weeks"]


def test_every_measure_is_in_the_release_with_a_figure_for_england(release):
    for one in MEASURES.values():
        found = compare(release, one, "Wolverhampton")
        assert found is not None, one.key
        assert found.at(ENGLAND, found.latest).value is not None, one.key
        assert found.region == "West Midlands"
        assert len([name for name in found.neighbours if found.at(name, found.latest)]) == 10, one.key


def test_a_figure_has_its_numerator_and_denominator(release):
    found = compare(release, TIMELY, "Wolverhampton")
    england = found.at(ENGLAND, "2024")
    assert (england.numerator, england.denominator, england.words) == (39_407, 84_866, "46.4%")
    assert found.at("Wolverhampton", "2023").words == "75.8%"


def test_compare_asks_three_times_whatever_the_measure(release, django_assert_num_queries):
    for key in ("in-20-weeks", "plans", "need-asd"):
        with django_assert_num_queries(3):
            compare(release, MEASURES[key], "Wolverhampton")


def test_the_mean_of_the_neighbours_leaves_out_those_without_a_figure(release):
    found = compare(release, TIMELY, "Wolverhampton")
    values = [found.at(name, "2024").value for name in neighbours_of("Wolverhampton")]
    assert found.mean_of_neighbours("2024") == pytest.approx(sum(values) / 10)
    assert found.mean_of_neighbours("1999") is None


def test_a_place_that_the_release_does_not_know_still_sees_england(release):
    found = compare(release, TIMELY, "Nowhere")
    assert (found.region, found.neighbours) == ("", ())
    assert found.at(ENGLAND, "2024").words == "46.4%"
    assert rank(release, TIMELY, "Nowhere", "2024") is None


def test_rank_puts_the_best_first(release):
    order = rank(release, TIMELY, "Wolverhampton", "2023")
    values = [one.value for one in order.ordered]
    assert values == sorted(values, reverse=True)
    assert order.ordered[order.place - 1].value == pytest.approx(75.78, abs=0.01)
    late = rank(release, MEASURES["after-a-year"], "Wolverhampton", "2023")
    assert late.ordered[0].value <= late.ordered[-1].value


def test_a_regions_figure_is_not_taken_for_an_authoritys(release):
    """The release of 2025 gives each authority of Yorkshire the region's new plans of 2022."""
    found = compare(release, MEASURES["new-plans"], "Sheffield")
    assert found.at("Sheffield", "2022").value is None
    assert "region’s figure" in found.at("Sheffield", "2022").words
    assert found.at("Sheffield", "2023").value > 0
    assert all(
        one.value < 6_000 for one in rank(release, MEASURES["new-plans"], "Wolverhampton", "2022").ordered
    )


def test_chance_is_told_from_more_than_chance(release):
    found = compare(release, TIMELY, "Wolverhampton")
    england = found.at(ENGLAND, "2023")
    assert standing_in_funnel(found.at("Wolverhampton", "2023"), england) == "far above"
    assert standing_in_funnel(england, england) == "as expected"


@pytest.mark.parametrize(("name", "place"), [
    ("City of Wolverhampton", "Wolverhampton"), ("Wolverhampton", "Wolverhampton"), ("City of Bristol", "Bristol, City of"),
    ("Walsall Council", "Walsall"), ("Testshire", "Testshire"),
])  # fmt: skip
def test_own_place_finds_the_releases_spelling(release, settings, name, place):
    settings.AREA_NAME = name
    assert own_place(release) == place


def test_newest_release_is_the_one_loaded_last(release):
    assert newest_release() == release
