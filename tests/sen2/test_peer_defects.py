"""Defects that were proved in other open tools (measured on one generated return), each as a test that ours has it not."""

import json
from collections import Counter
from datetime import date, timedelta

import pytest
import time_machine

from goldenthread.sen2.figures import Figures
from goldenthread.sen2.generating import persons
from goldenthread.sen2.years import collection_year
from tests.sen2.checks.cases import put
from tests.sen2.returns import DETAIL, PLACEMENT, codes, everyone, part, passed, person, record
from tests.sen2.test_round_trip import written


@pytest.fixture
def rows(tmp_path):
    """The rows of a table after a pass over some persons."""

    def read(table, people, year=2026):
        import csv

        passed(written(people, "xml", tmp_path, year), tmp_path / "out", tables=True)
        with (tmp_path / "out" / f"{table}.csv").open() as file:
            return list(csv.DictReader(file))

    return read


def test_two_plan_details_stay_two(rows):
    one = person()
    part(one, "NamedPlan").hold(record("PlanDetail", {**DETAIL, "URN": "100002", "PlacementRank": "2"}))
    assert [(row["URN"], row["PlacementRank"]) for row in rows("plan_details", [one])] == [
        ("100001", "1"),
        ("100002", "2"),
    ]


def test_every_secondary_need_is_kept(rows):
    year = collection_year(2026)
    made = list(persons.persons(2_000, 7, year))
    wanted = Counter(
        one["SENtypeRank"] for each in made for one in each.everything() if one.table == "SENneed"
    )
    assert Counter(row["SENtypeRank"] for row in rows("needs", made)) == wanted
    assert wanted["2"] > 500


@pytest.mark.parametrize(
    ("year", "table"), [(2023, "active_plans"), (2024, "placements"), (2026, "placements")]
)
def test_residential_and_work_based_are_read_where_their_year_has_them(rows, year, table):
    one = person(year)
    place = part(one, "ActivePlans" if year == 2023 else "PlacementDetail")
    place.update(RES="B", WBP="X")
    (row,) = rows(table, [one], year)
    assert (row["RES"], row["WBP"]) == ("B", "X")
    counted = Figures(collection_year(year))
    counted.add(one)
    assert counted.as_dict()["placement_res"] == {"B": 1}


@pytest.mark.parametrize(
    ("table", "file", "item"),
    [
        ("PlacementDetail", "placements", "UKPRN"),
        ("ActivePlans", "active_plans", "ReviewDraft"),
        ("ActivePlans", "active_plans", "PhaseTransferDueDate"),
        ("ActivePlans", "active_plans", "PhaseTransferFinalDate"),
        ("NamedPlan", "named_plans", "PlanWBP"),
    ],
)
def test_items_that_others_never_read_are_read(rows, table, file, item):
    one = person()
    part(one, table)[item] = "2025-02-15"
    assert rows(file, [one])[0][item] == "2025-02-15"


def test_placement_without_leaving_date_is_open():
    one = person()
    part(one, "ActivePlans").hold(record("PlacementDetail", {**PLACEMENT, "LeavingDate": ""}))
    assert "ACT-RANK-TWICE" in codes(one)
    part(one, "PlacementDetail").update(LeavingDate="2025-10-01")
    assert "ACT-RANK-TWICE" not in codes(one)


def test_reviews_of_open_plans_are_counted_and_those_of_a_place_that_was_left_are_no_others():
    for left in ("", "2025-10-01"):
        one = person()
        put("PlacementDetail", LeavingDate=left)(one)
        counted = Figures(collection_year(2026))
        counted.add(one)
        assert counted.as_dict()["review_outcomes"] == {"M": 1}


def test_blank_residential_is_not_turned_into_a_value(rows):
    assert rows("named_plans", [person()])[0]["PlanRes"] == ""


def test_setting_code_is_known_by_its_code():
    one = person()
    put("PlacementDetail", URN="", SENSetting="EHE")(one)
    assert not {"PLC-PLACE", "VAL-CODE"} & codes(one)
    counted = Figures(collection_year(2026))
    counted.add(one)
    assert counted.as_dict()["placements_rank1_setting_no_urn"] == {"EHE": 1}


def test_ethnicity_that_no_list_has_is_a_finding_and_ends_nothing(rows):
    one, two = person(), person()
    put("Person", Ethnicity="WXYZ")(one)
    assert "VAL-CODE" in codes(one)
    assert [row["Ethnicity"] for row in rows("persons", [one, two])] == ["WXYZ", "WBRI"]


def test_two_requests_of_one_person_are_timed_each_by_itself():
    one, other = person(), person()
    second = part(other, "Requests")
    second["ReceivedDate"] = "2024-12-01"
    one.hold(second)
    counted = Figures(collection_year(2026))
    counted.add(one)
    found = counted.as_dict()
    assert (
        found["plans_issued_den"],
        found["plans_issued_within_20_weeks"],
        found["gt20weeks_lt52weeks"],
    ) == (2, 1, 1)


def test_second_table_is_not_counted_as_the_third(rows):
    made = list(persons.persons(300, 7, collection_year(2026)))
    counts = Counter(one.table for each in made for one in each.everything())
    assert len(rows("requests", made)) == counts["Requests"] == 300
    assert len(rows("assessments", made)) == counts["Assessment"] < 300


def test_figures_are_of_the_census_and_not_of_today():
    for year in (2025, 2026):
        said = set()
        for day in ("2019-01-01", "2026-01-15", "2041-12-31"):
            with time_machine.travel(day):
                counted = Figures(collection_year(year))
                for one in persons.persons(300, 7, collection_year(year)):
                    counted.add(one)
                said.add(json.dumps(counted.as_dict()))
        assert len(said) == 1
        assert json.loads(said.pop())["plans_issued_den"] > 0


def test_age_is_measured_on_the_census_day():
    census = date(2026, 1, 15)
    for born, wanted in (
        (census.replace(year=2020), True),
        (census.replace(year=2020) + timedelta(1), False),
    ):
        one = person()
        put("Person", UPN="", UPNunknown="UN1", PersonBirthDate=born.isoformat())(one)
        assert ("PER-UN1-AGE" in codes(one)) is wanted


def test_other_spellings_and_orders_of_tags_are_read(tmp_path):
    path = written([person()], "xml", tmp_path)
    path.write_text(path.read_text().replace("SENSetting", "SENsetting").replace("PlanWBP", "planwbp"))
    assert everyone(path)[0].same(person())
