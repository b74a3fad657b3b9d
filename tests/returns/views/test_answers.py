"""An answer is counted, looked at, kept and given out; what is kept comes out again."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
import time_machine
from django.test import Client

from goldenthread.audit.models import Event
from goldenthread.people.models import Child
from goldenthread.returns.models import NumberAnswer
from tests.casework import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
ASKED = {
    "measure": "requests", "since_day": "1", "since_month": "1", "since_year": str(world.TODAY.year),
    "until_day": str(world.TODAY.day), "until_month": str(world.TODAY.month), "until_year": str(world.TODAY.year),
    "rows": "sex", "columns": "", "rounding": "1",
}  # fmt: skip
KEEP = {"title": "Requests by sex", "reference": "FOI 12"}


@pytest.fixture
def analyst():
    for number in range(13):
        child = world.make_child("Sam", f"Example {number}", sex="F" if number < 6 else "M")
        world.make_case(child, on=world.TODAY - timedelta(days=3))
    with time_machine.travel(f"{world.TODAY}T12:00:00Z", tick=False):
        yield sign_in(Client(), person("analyst"))


def address(**changes: str) -> str:
    from urllib.parse import urlencode

    return "/returns/answers/ask/?" + urlencode(ASKED | changes)


def kept(analyst: Client, **changes: str) -> NumberAnswer:
    seen = analyst.get(address(**changes)).context["shown"].sha256
    answer = analyst.post(address(**changes), {**KEEP, "seen": seen})
    assert answer.status_code == 302, answer.content.decode()
    return NumberAnswer.objects.latest("pk")


def test_answer_is_counted_kept_given_out_and_counted_again(analyst):
    looked_at = analyst.get(address()).content.decode()
    assert "Female" in looked_at
    assert not NumberAnswer.objects.exists()
    answer = kept(analyst)
    assert (answer.table["cells"], answer.table["total"]) == ([[6], [7]], 13)
    assert answer.definition.startswith("Requests received in the period.")
    page = analyst.get(f"/returns/answers/{answer.key}/?again=1").content.decode()
    assert "every number came out as it was given" in page
    rows = list(
        csv.reader(
            io.StringIO(analyst.get(f"/returns/answers/{answer.key}/csv/").content.decode("utf-8-sig"))
        )
    )
    assert rows[1:5] == [["Sex", "Requests for an assessment"], ["Female", "6"], ["Male", "7"], ["All", "13"]]
    book = openpyxl.load_workbook(io.BytesIO(analyst.get(f"/returns/answers/{answer.key}/xlsx/").content))
    assert [[cell.value for cell in row] for row in book.active.iter_rows(min_row=3, max_row=3)] == [
        ["Female", 6]
    ]
    assert analyst.get(f"/returns/answers/{answer.key}/exe/").status_code == 404
    assert Event.objects.get(action="returns.answer.given").detail == {"sha256": answer.sha256}


def test_later_events_do_not_change_an_answer_and_a_correction_of_a_child_is_said(analyst):
    answer = kept(analyst)
    with time_machine.travel(f"{world.TODAY + timedelta(days=4)}T12:00:00Z", tick=False):
        world.make_case(world.make_child("Sam", "Later", sex="F"), on=world.TODAY + timedelta(days=4))
    assert "every number came out" in analyst.get(f"/returns/answers/{answer.key}/?again=1").content.decode()
    Child.objects.filter(family_name="Example 1").update(sex="M")
    again = analyst.get(f"/returns/answers/{answer.key}/?again=1").content.decode()
    assert "it came out otherwise" in again
    answer.refresh_from_db()
    assert answer.table["cells"] == [[6], [7]]


def test_hidden_numbers_are_on_no_page_and_in_no_file(analyst):
    Child.objects.filter(family_name__in=["Example 0", "Example 1", "Example 2"]).update(sex="U")
    answer = kept(analyst)
    for path in ("", "csv/"):
        text = analyst.get(f"/returns/answers/{answer.key}/{path}").content.decode()
        assert "hidden" in text
    assert answer.counts["cells"] == [[3], [7], [3]]
    shown = analyst.get(f"/returns/answers/{answer.key}/").context["table"]
    assert "3" not in [cell.value for row in shown.rows for cell in row]


def test_numbers_that_changed_since_somebody_looked_are_not_kept(analyst):
    seen = analyst.get(address()).context["shown"].sha256
    world.make_case(world.make_child("Sam", "Now", sex="F"), on=world.TODAY)
    answer = analyst.post(address(), {**KEEP, "seen": seen})
    assert answer.status_code == 422
    assert "The numbers have changed since you looked" in answer.content.decode()
    assert not NumberAnswer.objects.exists()


def test_name_in_the_title_is_asked_to_be_taken_out(analyst):
    answer = analyst.post(address(), {"title": "Case of the child at WV1 1RE born 03/02/2015"})
    assert answer.status_code == 422
    assert "Take this out first" in answer.content.decode()


@pytest.mark.parametrize("changes", [{"measure": "x"}, {"rows": "x"}, {"since_year": "20x"}, {"rounding": "3"},
                                     {"until_year": "2199"}, {"columns": "sex"}])  # fmt: skip
def test_bad_question_is_said(analyst, changes):
    assert analyst.get(address(**changes)).status_code == 422


def test_second_answer_that_would_tell_on_three_children_is_refused(analyst):
    kept(analyst)
    for number in range(3):
        world.make_case(world.make_child("Sam", f"New {number}", sex="F"), on=world.TODAY)
    refused = analyst.get(address())
    assert refused.status_code == 422
    assert "Round to 10" in refused.content.decode()
    until = {"until_day": str((world.TODAY - timedelta(days=1)).day)}
    assert analyst.get(address(**until)).context["shown"].cells == ((6,), (7,))
    assert analyst.get(address(rounding="10")).context["shown"].cells == ((10,), (10,))
