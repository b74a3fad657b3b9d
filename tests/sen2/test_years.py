"""A year is the year before with changes."""

import pytest

from goldenthread.sen2.years import CENSUS_DAYS, CHANGES, collection_year, every_tag


def tags(year, table):
    return [item.tag for item in collection_year(year).items[table]]


def test_census_is_the_third_thursday_of_january():
    for year, day in CENSUS_DAYS.items():
        assert (day.year, day.month, day.weekday()) == (year, 1, 3)
        assert 15 <= day.day <= 21


@pytest.mark.parametrize(
    ("table", "tag", "years"),
    [
        ("Person", "GenderCurrent", [2023]),
        ("Person", "Sex", [2024, 2025, 2026, 2027]),
        ("ActivePlans", "RES", [2023]),
        ("PlacementDetail", "RES", [2024, 2025, 2026, 2027]),
        ("PlacementDetail", "AttendancePattern", [2023]),
        ("ActivePlans", "ReviewMeeting", [2024, 2025, 2026, 2027]),
        ("ActivePlans", "ReviewDraft", [2025, 2026, 2027]),
        ("Requests", "RequestSource", [2025, 2026, 2027]),
        ("Header", "DSCO", [2025, 2026, 2027]),
    ],
)
def test_item_stands_in_its_years(table, tag, years):
    assert [year for year in CENSUS_DAYS if tag in tags(year, table)] == years


def test_added_item_stands_in_its_place():
    assert tags(2026, "Requests")[:2] == ["ReceivedDate", "RequestSource"]
    assert tags(2026, "ActivePlans") == [
        "TransferLA", "ReviewMeeting", "ReviewOutcome", "ReviewDraft", "PhaseTransferDueDate", "PhaseTransferFinalDate",
        "LastReview",
    ]  # fmt: skip


def test_every_year_is_made_of_changes_and_no_tag_is_two_items():
    assert set(CHANGES) == set(CENSUS_DAYS) - {2023}
    for year in CENSUS_DAYS:
        for table in collection_year(year).items:
            assert len(set(tags(year, table))) == len(tags(year, table))
    assert every_tag()["Person"]["gendercurrent"] == "GenderCurrent"


def test_year_that_is_not_known_is_an_error():
    for year in (2022, 2028):
        with pytest.raises(KeyError):
            collection_year(year)
