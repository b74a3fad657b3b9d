"""The pages of shared costs, disputes, scenarios and files."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.audit.models import Event
from goldenthread.commissioning.models import Dispute, Scenario, SharedTerms
from tests.commissioning.bought import (
    TODAY,
    make_cost,
    make_dispute,
    make_line,
    make_scenario,
    make_service,
)
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
TERMS = {"total_pence": "1,000.01", "education_share": "33.34", "health_share": "33.33%", "care_share": "33.33",
         "why": "Panel"}  # fmt: skip


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def keeper():
    return sign_in(Client(), person("joint-commissioner"))


def _day(name, day, month, year):
    return {f"{name}_day": day, f"{name}_month": month, f"{name}_year": year}


def test_shared_cost_is_added_and_its_parts_are_shown(keeper):
    given = {**TERMS, "reference": "JF-0001", "kind": "placement", **_day("starts_on", 1, 9, 2026)}
    assert keeper.post("/commissioning/shared/add/", given).status_code == 302
    page = keeper.get("/commissioning/shared/").content.decode()
    for amount in ("£333.41", "£333.30", "£1,000.01", "33.34%"):
        assert amount in page


def test_shares_that_make_no_whole_are_named_and_nothing_is_saved(keeper):
    given = {**TERMS, "care_share": "33.34", "reference": "JF-0001", "kind": "placement",
             **_day("starts_on", 1, 9, 2026)}  # fmt: skip
    answer = keeper.post("/commissioning/shared/add/", given)
    assert answer.status_code == 422
    assert "make 100.01%" in answer.content.decode()
    assert SharedTerms.objects.count() == 0


def test_second_of_two_people_keeps_what_they_typed(keeper):
    cost = make_cost()
    address = f"/commissioning/shared/{cost.pk}/terms/"
    keeper.post(address, {**TERMS, "based_on": "1"})
    answer = keeper.post(address, {**TERMS, "total_pence": "7.00", "based_on": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "£1,000.01; education, health and social care pay 33.34%, 33.33%, 33.33%" in page
    assert 'value="7.00"' in page
    assert 'name="based_on" value="2"' in page


def test_dispute_is_raised_and_settled(keeper):
    service = make_service()
    given = {"raised_by": "health", "about": "Who pays nights", **_day("raised_on", 1, 11, 2026),
             **_day("settle_by", 13, 12, 2026)}  # fmt: skip
    assert keeper.post(f"/commissioning/register/{service.pk}/dispute/", given).status_code == 302
    dispute = Dispute.objects.get()
    given = {"outcome": "Health does", **_day("settled_on", 19, 11, 2026)}
    assert keeper.post(f"/commissioning/disputes/{dispute.pk}/settle/", given).status_code == 302
    assert "Health does" in keeper.get("/commissioning/disputes/").content.decode()


def test_board_reads_disputes_about_services_and_none_about_a_child():
    make_dispute(make_service(), about="The therapies contract")
    own = make_dispute(make_cost(), about="Night care")
    client = sign_in(Client(), person("board-member"))
    page = client.get("/commissioning/disputes/").content.decode()
    assert "The therapies contract" in page
    assert "Night care" not in page
    assert client.get(f"/commissioning/disputes/{own.pk}/settle/").status_code == 404
    assert client.get("/commissioning/shared/").status_code == 403


def test_scenario_is_added_changed_and_signed_by_another(keeper):
    line = make_line()
    keeper.post("/commissioning/money/scenarios/add/", {"year": "2026", "name": "Outreach", "why": "x"})
    scenario = Scenario.objects.get()
    given = {
        "line": line.pk,
        "children": "600",
        "unit_pence": "",
        "effect": "avoided",
        "assumption": "Outreach",
    }
    keeper.post(f"/commissioning/money/scenarios/{scenario.pk}/change/", given)
    page = keeper.get("/commissioning/money/scenarios-2026/").content.decode()
    assert "£145,003.30 less" in page
    assert "Sign the assumptions" not in page  # they wrote it
    other = sign_in(Client(), person("joint-commissioner"))
    assert "Sign the assumptions" in other.get("/commissioning/money/scenarios-2026/").content.decode()
    other.post(f"/commissioning/money/scenarios/{scenario.pk}/sign/", {"role": "Finance", "edition": "2"})
    assert (
        "as Finance, 20 November 2026" in other.get("/commissioning/money/scenarios-2026/").content.decode()
    )


@pytest.mark.parametrize(
    "given", [{"role": "", "edition": "2"}, {"role": "x", "edition": "1"}, {"role": "x", "edition": "two"}]
)
def test_signature_that_cannot_be_is_refused(keeper, given):
    scenario = make_scenario()
    keeper.post(f"/commissioning/money/scenarios/{scenario.pk}/sign/", given)
    assert scenario.signatures.count() == 0


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("csv", b"\xef\xbb\xbf")])
def test_pack_is_taken_and_that_is_recorded(keeper, kind, begins):
    make_line()
    answer = keeper.get(f"/commissioning/money/forum-2026.{kind}")
    assert answer.content.startswith(begins)
    assert Event.objects.get(action="commissioning.forum.taken").detail["kind"] == kind


def test_statement_names_its_own_act_and_no_other(keeper):
    make_line(statement_line="1.2.1", statement_column="special")
    file = keeper.get("/commissioning/money/statement-2026-budget.csv").content.decode()
    assert "section 251 of the Apprenticeships, Skills, Children and Learning Act 2009" in file
    assert "1.2.1,Top-up funding – maintained schools,0.00,0.00,0.00,8845201.30" in file
    page = keeper.get("/commissioning/money/").content.decode()
    assert "It has nothing to do with section 251 of the NHS Act 2006" in page


def test_management_plan_is_a_file_of_one_value_a_row(keeper):
    make_line()
    file = keeper.get("/commissioning/money/management-plan.csv").content.decode()
    assert "Financial plan: high needs block,2026-27,Special schools,Unmitigated forecast,8845201.30" in file


def test_cost_without_its_outcome_is_refused(keeper):
    given = {"year": "2026", "provision": "special", "what": "Places", "band": "", "unit_pence": "14,500.33",
             "low": "1", "likely": "2", "high": "3", "assumption": "Why"}  # fmt: skip
    answer = keeper.post("/commissioning/money/lines/add/", given)
    assert answer.status_code == 422
    assert "what children have from it" in answer.content.decode()


def test_outcome_stands_beside_what_it_cost(keeper):
    line = make_line()
    given = {"children": "600", "pence": "6,000.00", "reached": "400"}
    keeper.post(f"/commissioning/money/lines/{line.pk}/ledger/", given)
    page = keeper.get("/commissioning/money/").content.decode()
    assert "400 of 600" in page
    assert "£15.00" in page
    answer = keeper.post(f"/commissioning/money/lines/{line.pk}/ledger/", {**given, "reached": "601"})
    assert "More have the outcome than there were children" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/commissioning/shared/",
        "/commissioning/disputes/",
        "/commissioning/money/scenarios-2026/",
        "/commissioning/money/forum-2026/",
    ],
)
def test_pages_cost_the_same_for_many_rows_as_for_one(keeper, address):
    from django.db import connection

    def cost():
        with CaptureQueriesContext(connection) as found:
            assert keeper.get(address).status_code == 200
        return len(found)

    make_scenario()
    make_dispute(make_cost())
    cost()
    few = cost()
    for number in range(8):
        line = make_line(what=f"Line {number}")
        make_dispute(make_cost(f"JF-1{number}"))
        scenario = Scenario.objects.create(year=2026, name=f"Other {number}", why="x")
        scenario.changes.create(line=line, children=1, effect="avoided", assumption="x")
    assert cost() == few
