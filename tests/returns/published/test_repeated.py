"""Where a release gives authorities their region's figure."""

from __future__ import annotations

from goldenthread.returns.published.agreement import FEW, repeated
from goldenthread.returns.published.release import File, Line


def line(level: str, place: str, value: object) -> Line:
    return Line("2022", level, "", place, "North" if level == "authority" else "", "All", "All", [value])


def table(own: object, places: int) -> File:
    lines = [line("region", "North", 6078), *(line("authority", f"Place {n}", own) for n in range(places))]
    return File("newplans", ["new_ehc_plans"], lines)


def test_a_column_in_which_every_authority_has_its_regions_figure_is_named():
    assert repeated(table(6078, FEW + 1)) == [("2022", "new_ehc_plans", "North")]


def test_one_place_that_is_its_whole_region_is_no_slip():
    assert repeated(table(6078, 1)) == []


def test_figures_of_their_own_and_zeros_are_no_slip():
    assert repeated(table(12, FEW + 1)) == []
    zeros = table(0, FEW + 1)
    zeros.lines[0] = line("region", "North", 0)
    assert repeated(zeros) == []
