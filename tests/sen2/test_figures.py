"""The figures: an independent count of a sample, and the edges of every definition."""

import json

import pytest

from goldenthread.sen2.figures import DEFINITIONS, Figures, percent
from goldenthread.sen2.years import collection_year
from tests.sen2.returns import passed, person


@pytest.mark.parametrize("name", ["sample-1000.xml", "sample-1000-blade.zip"])
def test_figures_of_the_sample_equal_an_independent_count(shared, tmp_path, name):
    expected = json.loads((shared / "data" / "sen2" / "sample-1000-expected.json").read_text())
    outcome = passed(shared / "data" / "sen2" / name, tmp_path, checks=False, figures=True)
    assert outcome.done.figures.as_dict() == expected


def figures(*persons):
    counted = Figures(collection_year(2026))
    for one in persons:
        counted.add(one)
    return counted.as_dict()


def one(**values):
    """The person of `returns`, with some values changed wherever they stand."""
    made = person()
    for record in made.everything():
        record.update({tag: value for tag, value in values.items() if tag in record})
    return made


@pytest.mark.parametrize(
    ("starts", "name"),
    [
        ("2025-06-22", "plans_issued_within_20_weeks"),  # 139 days after 3 February
        ("2025-06-23", "plans_issued_within_20_weeks"),  # 140
        ("2025-06-24", "gt20weeks_lt52weeks"),  # 141
    ],
)
def test_twenty_weeks_are_140_days(starts, name):
    counted = figures(one(StartDate=starts))
    assert counted[name] == 1
    assert counted["plans_issued_den"] == 1
    assert counted["plans_issued_within_20_weeks"] + counted["gt20weeks_lt52weeks"] == 1


@pytest.mark.parametrize(("received", "late"), [("2024-06-21", 0), ("2024-06-20", 1)])
def test_fifty_two_weeks_are_364_days(received, late):
    assert figures(one(ReceivedDate=received, StartDate="2025-06-20"))["gt52weeks"] == late


def test_plan_with_exceptions_leaves_only_the_other_denominator():
    counted = figures(one(), one(Week20="1"))
    assert (counted["plans_issued_den"], counted["plans_issued_den_ex"]) == (2, 1)
    assert (counted["plans_issued_within_20_weeks"], counted["plans_issued_20_weeks_ex"]) == (2, 1)


@pytest.mark.parametrize(
    ("starts", "ceases", "active"),
    [
        ("2026-01-15", "", 1),
        ("2026-01-16", "", 0),
        ("2025-06-20", "2026-01-15", 0),
        ("2025-06-20", "2026-01-16", 1),
    ],
)
def test_plan_is_active_if_it_runs_on_the_census_day(starts, ceases, active):
    assert figures(one(StartDate=starts, CeaseDate=ceases))["active_plans_at_census"] == active


@pytest.mark.parametrize(("decided", "within"), [("2025-03-17", 1), ("2025-03-18", 0)])
def test_six_weeks_are_42_days(decided, within):
    assert figures(one(RequestOutcomeDate=decided))["request_within_42_days"] == within


@pytest.mark.parametrize(
    ("received", "counted"), [("2024-12-31", 0), ("2025-01-01", 1), ("2025-12-31", 1), ("2026-01-01", 0)]
)
def test_year_is_the_calendar_year_before_the_census(received, counted):
    assert figures(one(ReceivedDate=received))["requests_received_in_year"] == counted


def test_blank_outcome_is_counted_as_ongoing_and_no_date_is_no_crash():
    assert figures(one(RequestOutcome="", RequestOutcomeDate=""))["requests_by_outcome"] == {
        "(blank=ongoing)": 1
    }
    assert figures(one(ReceivedDate="2025-02-30"))["requests_received_in_year"] == 0


def test_nothing_of_nothing_is_no_percentage():
    assert figures()["pc_within_20_weeks"] is None
    assert percent(41_448, 90_392) == 45.9
    assert percent(39_407, 84_866) == 46.4


def test_parts_add_up_to_the_whole():
    whole, left, right = (Figures(collection_year(2026)) for _ in range(3))
    for counted in (whole, left):
        counted.add(one())
    for counted in (whole, right):
        counted.add(one(CeaseDate="2025-08-01", CeaseReason="3"))
    left.join(right)
    assert left.as_dict() == whole.as_dict()
    assert whole.as_dict()["ceased_in_year_by_reason"] == {"3": 1}


def test_every_figure_has_a_definition():
    assert list(figures(one())) == list(DEFINITIONS)
