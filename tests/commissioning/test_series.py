"""Ways of counting: their bands, and that they are never put together."""

import pytest

from goldenthread.commissioning.waits.series import SERIES, DifferentSeries, one_series


@pytest.mark.parametrize("series", SERIES.values(), ids=SERIES)
def test_bands_hold_every_day_once(series):
    for days in range(800):
        assert sum(band.holds(days) for band in series.bands) == 1, days


@pytest.mark.parametrize(
    ("days", "band"),
    [(0, "0-1"), (7, "0-1"), (8, "1-2"), (84, "4-12"), (85, "12-18"), (126, "12-18"), (127, "18-52"), (364, "18-52"),
     (365, "52+"), (366, "52+")],
)  # fmt: skip
def test_band_of_a_day_at_its_edges(days, band):
    series = SERIES["community"]
    assert series.bands[series.band_of(days)].name == band


@pytest.mark.parametrize("series", SERIES.values(), ids=SERIES)
def test_whoever_uses_day_365_prints_the_rule(series):
    assert series.bands[-1].first == 365
    assert any("exactly 365 days" in note for note in series.notes)


def test_one_series_refuses_several_and_names_them():
    with pytest.raises(DifferentSeries, match="18-week count and Community count"):
        one_series({"community", "consultant"})
