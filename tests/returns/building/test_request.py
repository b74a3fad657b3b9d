"""One case as one request of the return: each outcome, each flag, and who is left out with which reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from goldenthread.returns.building.period import Period
from goldenthread.returns.building.places import Places
from goldenthread.returns.building.request import Request
from goldenthread.returns.building.story import Story
from goldenthread.sen2.years import collection_year

YEAR = collection_year(2027)
PLACES = Places([("Oak School", "", "123456"), ("No Number", "", None)])
ASKED = ("request-received", "2026-03-02", {"by": "school"})
AGREED = ("assessment-agreed", "2026-04-07", {})
FINAL = ("final-issued", "2026-07-06", {"placement": "oak  school"})


def request(*events: tuple[str, str, dict[str, Any]], upto: str = "2027-01-21", taught: Any = ()) -> Request:
    rows = [(number, *event) for number, event in enumerate(events, start=1)]
    return Request(Story(rows), Period(YEAR, date.fromisoformat(upto), PLACES), list(taught))


def values(made: Request, *path: str) -> dict[str, str]:
    record = made.record
    for table in path:
        record = record.of(table)[0]
    return {tag: value for tag, value in record.items() if value}


def test_request_not_decided_is_a_and_has_no_assessment():
    made = request(ASKED)
    assert values(made) == {
        "ReceivedDate": "2026-03-02",
        "RequestSource": "2",
        "RYA": "0",
        "RequestOutcome": "A",
    }
    assert not made.record.of("Assessment")


def test_plan_of_the_year_with_its_place_and_where_each_item_comes_from():
    made = request(ASKED, AGREED, FINAL)
    assert values(made, "Assessment") == {
        "AssessmentOutcome": "Y", "AssessmentOutcomeDate": "2026-07-06", "AssessmentMediation": "0",
        "AssessmentTribunal": "0", "OtherMediation": "0", "OtherTribunal": "0", "Week20": "0",
    }  # fmt: skip
    assert values(made, "Assessment", "NamedPlan", "PlanDetail")["URN"] == "123456"
    assert made.sources["NamedPlan/StartDate"] == 3
    assert made.sources["Requests/RequestOutcomeDate"] == 2


@pytest.mark.parametrize(
    ("last", "outcome"),
    [(("request-withdrawn", "2026-03-20", {}), "W"), (("moved-out", "2026-03-20", {"authority": "Other"}), "W"),
     (("assessment-refused", "2026-04-07", {}), "N"), (AGREED, "Y")],
)  # fmt: skip
def test_outcome_of_a_request(last, outcome):
    assert values(request(ASKED, last))["RequestOutcome"] == outcome


def test_decision_before_the_period_is_history_without_a_day():
    made = request(
        ("request-received", "2025-08-04", {"by": "parent"}), ("assessment-agreed", "2025-09-15", {}), FINAL
    )
    assert values(made)["RequestOutcome"] == "H"
    assert "RequestOutcomeDate" not in values(made)
    assert values(made, "Assessment")["AssessmentOutcome"] == "Y"


def test_refusal_that_an_order_undid_keeps_its_outcome_with_the_flag_and_has_an_assessment():
    made = request(ASKED, ("assessment-refused", "2026-04-07", {}), ("appeal-lodged", "2026-05-06", {}),
                   ("reopened-by-order", "2026-10-06", {}))  # fmt: skip
    assert (values(made)["RequestOutcome"], values(made)["RequestTribunal"]) == ("N", "1")
    assert values(made, "Assessment") == {"AssessmentOutcome": "A"}


def test_flags_stand_with_the_decision_that_they_are_about():
    refused = request(ASKED, AGREED, ("plan-refused", "2026-06-01", {}), ("mediation-held", "2026-07-01", {}))
    assert values(refused, "Assessment")["AssessmentMediation"] == "1"
    after = request(ASKED, AGREED, FINAL, ("appeal-lodged", "2026-09-01", {}))
    assert values(after, "Assessment")["OtherTribunal"] == "1"


def test_plan_from_elsewhere_is_history_with_its_authority_and_its_first_day():
    made = request(
        (
            "moved-in",
            "2026-05-11",
            {"authority": "Other", "number": "330", "made_on": "2024-02-01", "by": "parent"},
        )
    )
    assert values(made) == {"RequestSource": "1", "RYA": "0", "RequestOutcome": "H"}
    assert values(made, "Assessment")["AssessmentOutcome"] == "H"
    assert values(made, "Assessment", "NamedPlan")["StartDate"] == "2024-02-01"
    assert values(made, "ActivePlans")["TransferLA"] == "330"


def test_plan_that_ended_in_the_year_has_its_reason_and_is_not_active():
    made = request(ASKED, AGREED, FINAL, ("ceased", "2026-12-04", {"why_ended": "2"}))
    assert values(made, "Assessment", "NamedPlan")["CeaseReason"] == "2"
    assert not made.record.of("ActivePlans")
    moved = request(ASKED, AGREED, FINAL, ("moved-out", "2026-12-04", {"authority": "Other"}))
    assert values(moved, "Assessment", "NamedPlan")["CeaseReason"] == "5"


def test_budget_says_how_it_is_taken():
    arranged = request(ASKED, AGREED, FINAL, ("budget-agreed", "2026-08-03", {}))
    assert values(arranged, "Assessment", "NamedPlan") | {"StartDate": ""} == {
        "StartDate": "",
        "PB": "1",
        "OA": "1",
    }
    paid = request(ASKED, AGREED, FINAL, ("payments-began", "2026-08-03", {"pays_for": "health"}))
    assert values(paid, "Assessment", "NamedPlan")["DP"] == "health"
    over = request(
        ASKED, AGREED, FINAL, ("budget-agreed", "2026-08-03", {}), ("payments-ended", "2026-09-03", {})
    )
    assert values(over, "Assessment", "NamedPlan")["PB"] == "0"


def test_last_review_that_was_decided_and_its_days():
    made = request(ASKED, AGREED, FINAL, ("review-met", "2026-09-07", {}), ("amendment-proposed", "2026-10-01", {}),
                   ("review-met", "2027-01-11", {}))  # fmt: skip
    active = values(made, "ActivePlans")
    assert active == {
        "ReviewMeeting": "2026-09-07",
        "ReviewOutcome": "A",
        "ReviewDraft": "2026-10-01",
        "LastReview": "2026-10-01",
    }


def test_phase_transfer_of_the_period_has_its_due_day_and_its_final_day():
    made = request(("request-received", "2024-03-02", {"by": "school"}),
                   ("final-issued", "2024-07-06", {"placement": "Oak School"}),
                   ("phase-transfer-expected", "2025-10-01", {"year": "2026", "to": "school"}),
                   ("review-met", "2025-10-20", {}), ("amendment-proposed", "2025-11-10", {}),
                   ("amended-plan-issued", "2026-02-10", {"placement": "Oak School"}))  # fmt: skip
    active = values(made, "ActivePlans")
    assert (active["PhaseTransferDueDate"], active["PhaseTransferFinalDate"]) == ("2026-02-15", "2026-02-10")


def test_placement_of_the_last_record_and_a_second_place_that_is_over_is_not_in_it():
    made = request(ASKED, AGREED, FINAL, ("placement-recorded", "2026-07-06", {"rank": "1", "instead": "OLA"}),
                   ("placement-recorded", "2026-09-01", {"rank": "1", "school": "Oak School", "unit": "unit", "weeks": "B"}),
                   ("placement-recorded", "2026-09-01", {"rank": "2", "school": "654321", "left_on": "2026-12-01"}))  # fmt: skip
    places = made.record.of("ActivePlans")[0].of("PlacementDetail")
    assert [{tag: value for tag, value in one.items() if value} for one in places] == [
        {"URN": "123456", "PlacementRank": "1", "EntryDate": "2026-09-01", "SENunitIndicator": "1",
         "ResourcedProvisionIndicator": "0", "RES": "B"}
    ]  # fmt: skip


def test_without_a_record_of_the_place_the_roll_says_it():
    made = request(ASKED, AGREED, FINAL, taught=[("123456", "2024-09-02")])
    assert values(made, "ActivePlans", "PlacementDetail")["URN"] == "123456"


def test_needs_in_their_ranks():
    made = request(
        ASKED, AGREED, FINAL, ("need-recorded", "2026-07-06", {"primary": "ASD", "secondary": "SLCN"})
    )
    needs = made.record.of("ActivePlans")[0].of("SENneed")
    assert [(one["SENtype"], one["SENtypeRank"]) for one in needs] == [("ASD", "1"), ("SLCN", "2")]


def test_place_that_no_list_knows_has_no_number():
    made = request(ASKED, AGREED, ("final-issued", "2026-07-06", {"placement": "Elm House"}))
    assert "URN" not in values(made, "Assessment", "NamedPlan", "PlanDetail")


OLD = ("request-received", "2024-03-02", {"by": "school"})


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ((), "Nothing had been requested"),
        ((("request-received", "2027-01-04", {"by": "parent"}),), "after the period"),
        ((OLD, ("assessment-refused", "2024-04-02", {})), "refused before the period"),
        (
            (OLD, ("assessment-agreed", "2024-04-02", {}), ("plan-refused", "2024-06-02", {})),
            "refused before the period",
        ),
        ((OLD, ("request-withdrawn", "2024-04-02", {})), "withdrawn before the period"),
        ((OLD, ("moved-out", "2024-04-02", {})), "moved away before the period"),
        ((OLD, ("final-issued", "2024-07-06", {}), ("ceased", "2025-12-31", {})), "ended before the period"),
        (
            (OLD, ("final-issued", "2024-07-06", {}), ("ceased", "2027-01-11", {})),
            "goes into the next return",
        ),
    ],
)
def test_case_that_is_left_out_says_why(events, words):
    assert words in request(*events).reason


@pytest.mark.parametrize(
    "events",
    [
        (OLD, ("final-issued", "2024-07-06", {}), ("ceased", "2026-01-01", {})),
        (OLD, ("assessment-refused", "2024-04-02", {}), ("reopened-by-order", "2026-01-05", {})),
        (OLD,),
        (OLD, ("assessment-agreed", "2024-04-02", {}), ("request-withdrawn", "2026-01-01", {})),
    ],
)
def test_case_that_was_open_in_the_period_is_in_it(events):
    assert request(*events).reason == ""
