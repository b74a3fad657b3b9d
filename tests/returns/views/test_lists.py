"""Inspectors' lists: who is in them, what each column says, and the same checks as for anybody's lists."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.audit.models import Event as Audited
from goldenthread.casework.actions.bulk import load_invented
from goldenthread.casework.generator import area
from goldenthread.partners.models import Organisation, Setting
from goldenthread.returns.queries.lists import as_workbook, lists_on
from goldenthread.sen2.lists.reading import check_lists, lists
from tests.casework import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def analyst() -> Client:
    return sign_in(Client(), person("analyst"))


def school(name: str, urn: str, **details: Any) -> None:
    Setting.objects.create(
        organisation=Organisation.objects.create(name=name), urn=urn, kind="academy", **details
    )


def planned() -> Any:
    school("Oak School", "123456", phase="Primary")
    case = world.bring_to(
        world.make_case(world.make_child(sex="F", ethnicity="WBRI", no_number="UN8")), "final-issued"
    )
    world.tell(case, "need-recorded", date(2026, 7, 6), primary="DS")
    world.tell(case, "placement-recorded", date(2026, 7, 6), rank="1", school="Oak School")
    world.tell(case, "review-met", date(2026, 10, 5))
    world.tell(case, "review-maintained", date(2026, 10, 20), reasons="It fits.")
    return case


def test_row_of_a_child_with_a_plan():
    case = planned()
    row = lists_on(world.TODAY).rows[0].values
    assert {name: value for name, value in row.items() if value} == {
        "Unique ID": case.reference, "UPN": "UN8", "Date of birth": "04/05/2017", "Gender": "F", "Ethnicity": "WBRI",
        "Date initial EHC plan issued": "06/07/2026", "Date EHC plan last reviewed": "20/10/2026",
        "SEN primary need": "OTH", "Main education establishment – URN": "123456",
        "Main education establishment – phase": "Primary", "Elective home education": "No",
    }  # fmt: skip


def test_list_of_a_past_day_knows_nothing_that_came_later():
    planned()
    assert not lists_on(date(2026, 7, 5)).rows
    assert "Date EHC plan last reviewed" not in {
        k for k, v in lists_on(date(2026, 8, 1)).rows[0].values.items() if v
    }


def test_case_without_a_plan_and_plan_that_ended_are_not_in_it():
    world.make_case()
    gone = world.bring_to(world.make_case(world.make_child("Bo")), "final-issued")
    world.tell(gone, "moved-out", date(2026, 9, 1), authority="Other")
    assert not lists_on(world.TODAY).rows


def test_workbook_passes_the_checks_of_anybodys_lists(tmp_path):
    load_invented(
        cases=area(120, today=world.TODAY, seed=9),
        authority=world.council(),
        teams=[],
        on=world.TODAY,
        by=None,
    )
    made = lists_on(world.TODAY)
    (tmp_path / "lists.xlsx").write_bytes(as_workbook(made.rows))
    counts, found = check_lists(tmp_path / "lists.xlsx", world.TODAY)
    assert counts == {"List_1": len(made.rows), "List_2": 0}
    assert not [one for one in found if one.code == "LST-COLUMN"]
    held = [one for one in found if one.code != "LST-DISABILITY"]
    assert len(held) == sum(one.count for one in made.findings)
    assert dict(lists(tmp_path / "lists.xlsx")).keys() == {"List_1", "List_2"}


def test_page_names_the_cases_to_mend_and_no_child(analyst):
    case = world.bring_to(world.make_case(), "final-issued")
    text = analyst.get("/returns/lists/").content.decode()
    assert "1 child with a plan" in text
    assert f"/casework/cases/{case.public_id}/record/need-recorded/" in text
    assert "Suspensions" in text
    assert "Ash" not in text


def test_files_and_what_the_audit_says_of_them(analyst):
    planned()
    assert analyst.get("/returns/lists/files/workbook/").content.startswith(b"PK")
    text = analyst.get("/returns/lists/files/list-1/").content.decode("utf-8-sig")
    assert text.startswith("Unique ID,UPN,ULN,Date of birth,")
    assert len(text.splitlines()) == 2
    assert len(analyst.get("/returns/lists/files/list-2/").content.decode().splitlines()) == 1
    past = analyst.get("/returns/lists/files/list-1/?as_at=2026-03-03").content.decode()
    assert len(past.splitlines()) == 1
    assert analyst.get("/returns/lists/files/list-3/").status_code == 404
    assert Audited.objects.filter(action="returns.lists.downloaded").count() == 4


def test_page_costs_the_same_for_many(analyst):
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            analyst.get("/returns/lists/")
        return len(asked)

    world.bring_to(world.make_case(), "final-issued")
    before = cost()
    for number in range(12):
        world.bring_to(world.make_case(world.make_child(f"Child {number}")), "final-issued")
    assert cost() == before
