"""Drawings are sound SVG, load and run nothing, and say in words what their colours say."""

from datetime import date

import pytest
from defusedxml import ElementTree
from django.core.cache import caches

from goldenthread.kit import charts, gallery_samples
from goldenthread.kit.charts import Look, Part, Point, Slip, Span
from goldenthread.kit.dates import PartialDate

LOOKS = [Look(), Look(is_narrow=True), Look(is_dark=True), Look(is_narrow=True, is_dark=True)]


def words_of(svg):
    return " ".join(
        "".join(node.itertext())
        for node in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    )


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", gallery_samples.DRAWINGS)
def test_every_drawing_is_svg_that_runs_and_loads_nothing(name, look):
    svg = gallery_samples.DRAWINGS[name](look)
    root = ElementTree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "<script" not in svg
    assert "href=" not in svg.replace("xmlns:xlink=", "")
    assert "@import" not in svg
    width = float(root.get("width"))
    assert width <= (320 if look.is_narrow else 760)


def test_a_timeline_says_months_and_states():
    words = words_of(charts.timeline([Span("Area", date(2021, 11, 12), date(2024, 4, 30), "Closed")]))
    assert "Area" in words
    assert "November 2021 to April 2024: closed" in words


def test_bars_say_their_counts():
    assert "12 done, 2 late" in words_of(charts.stacked_bars([Part("A", "Done", 12), Part("A", "Late", 2)]))


def test_slippage_says_how_far():
    words = words_of(charts.slippage([Slip("A", PartialDate(2022, 4), PartialDate(2022, 11))]))
    assert "7 months later: April 2022 promised, November 2022 now" in words


def test_a_line_writes_its_ends_and_its_target():
    words = words_of(
        charts.line([Point(PartialDate(2024, 1), 41), Point(PartialDate(2024, 4), 56)], 60, unit="%")
    )
    assert "41%" in words
    assert "56%" in words
    assert "Target 60%" in words


@pytest.mark.parametrize("draw", [charts.timeline, charts.stacked_bars, charts.slippage, charts.line])
def test_nothing_to_draw_still_draws(draw):
    ElementTree.fromstring(draw([]))


def test_names_are_escaped():
    svg = charts.stacked_bars([Part("<script>alert(1)</script> & more", "Done", 1)])
    ElementTree.fromstring(svg)
    assert "<script" not in svg


def test_unchanged_rows_are_not_drawn_again(monkeypatch):
    caches["local"].clear()
    rows = [Part("A", "Done", 12)]
    first = charts.stacked_bars(rows)
    monkeypatch.setattr(charts, "_drawing", lambda name: pytest.fail("drawn twice"))
    assert charts.stacked_bars(rows) == first
