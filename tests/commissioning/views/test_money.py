"""The pages of money."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.commissioning.models import BandRate, ForecastLine, PersonalBudget
from tests.commissioning.bought import TODAY, make_budget, make_line
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def keeper():
    return sign_in(Client(), person("joint-commissioner"))


def _day(name, day, month, year):
    return {f"{name}_day": day, f"{name}_month": month, f"{name}_year": year}


def test_band_is_added_and_every_band_changed(keeper):
    given = {
        "name": "Band 1",
        "means": "Some",
        "pence": "1,000.01",
        "decided": "Forum",
        **_day("starts_on", 1, 4, 2025),
    }
    assert keeper.post("/commissioning/money/bands/add/", given).status_code == 302
    given = {"share": "2.75%", "decided": "Forum", **_day("starts_on", 1, 4, 2026)}
    assert keeper.post("/commissioning/money/bands/change/", given).status_code == 302
    assert list(BandRate.objects.values_list("pence", flat=True)) == [102_751, 100_001]
    assert "£1,000.01" in keeper.get("/commissioning/money/?as_at=2026-03-31").content.decode()


@pytest.mark.parametrize("share", ["2.755", "two", "%", "--1", "1e1"])
def test_share_that_cannot_be_read_is_named(keeper, share):
    answer = keeper.post(
        "/commissioning/money/bands/change/",
        {"share": share, "decided": "x", **_day("starts_on", 1, 4, 2026)},
    )
    assert answer.status_code == 422
    assert "with up to two figures after the point" in answer.content.decode()


def test_ledger_typed_as_12_345_is_named_and_nothing_is_saved(keeper):
    line = make_line()
    answer = keeper.post(
        f"/commissioning/money/lines/{line.pk}/ledger/", {"children": "600", "pence": "12.345"}
    )
    assert answer.status_code == 422
    assert "parts of a penny" in answer.content.decode()
    assert ForecastLine.objects.get().actual_children is None


def test_ledger_is_saved_and_explained(keeper):
    line = make_line()
    keeper.post(f"/commissioning/money/lines/{line.pk}/ledger/", {"children": "615", "pence": "9,000,000.01"})
    page = keeper.get("/commissioning/money/").content.decode()
    assert "£9,000,000.01" in page
    assert "£72,501.65" in page  # five more children
    assert "9000000.01" in keeper.get("/commissioning/money/forecast-2026.csv").content.decode()


def test_line_is_added_from_the_form(keeper):
    given = {"year": "2026", "provision": "special", "what": "Places", "band": "", "unit_pence": "14,500.33",
             "low": "1", "likely": "2", "high": "3", "assumption": "Why", "outcome": "A place"}  # fmt: skip
    assert keeper.post("/commissioning/money/lines/add/", given).status_code == 302
    assert ForecastLine.objects.get().unit_pence == 1_450_033


def test_budget_with_a_name_for_a_number_is_refused(keeper):
    given = {"reference": "Ash Example", "education_pence": "1", "health_pence": "0", "care_pence": "0",
             **_day("first_paid_on", 1, 9, 2026)}  # fmt: skip
    answer = keeper.post("/commissioning/budgets/add/", given)
    assert answer.status_code == 422
    assert "and no name" in answer.content.decode()
    assert keeper.post("/commissioning/budgets/add/", given | {"reference": "PB-0412"}).status_code == 302
    assert PersonalBudget.objects.get().first_paid_on.isoformat() == "2026-09-01"


def test_budget_is_reviewed_on_its_page(keeper):
    budget = make_budget()
    assert (
        keeper.post(f"/commissioning/budgets/{budget.pk}/review/", _day("held_on", 5, 11, 2026)).status_code
        == 302
    )
    assert "done in time" in keeper.get("/commissioning/budgets/").content.decode()


def test_board_does_not_see_personal_budgets():
    budget, client = make_budget(), sign_in(Client(), person("board-member"))
    assert client.get("/commissioning/budgets/").status_code == 403
    assert client.get(f"/commissioning/budgets/{budget.pk}/review/").status_code == 404


@pytest.mark.parametrize("address", ["/commissioning/money/", "/commissioning/budgets/"])
def test_pages_cost_the_same_for_many_rows_as_for_one(keeper, address):
    from django.db import connection

    def cost():
        with CaptureQueriesContext(connection) as found:
            assert keeper.get(address).status_code == 200
        return len(found)

    make_line()
    make_budget()
    cost()
    few = cost()
    for number in range(20):
        make_line(what=f"Line {number}")
        make_budget(reference=f"PB-1{number}")
    assert cost() == few
