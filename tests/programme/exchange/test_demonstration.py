"""The worked example: the public record with every address, and rows that say they are invented."""

import json
import re
from datetime import date

import pytest

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.actions.importing import import_programme
from goldenthread.programme.demonstration.load import FOLDER, load
from goldenthread.programme.exchange import as_file, parse
from goldenthread.programme.models import ActionVersion, Plan, Programme
from goldenthread.programme.queries.areas import open_areas
from tests.programme.exchange.example import rows_held

ON = date(2026, 11, 23)
INVENTED = "improvement-plan-illustrative"


def addresses_in(text):
    return set(re.findall(r'https?://[^"\s]+', text))


@pytest.mark.django_db
def test_every_address_of_the_facts_is_in_the_export(shared):
    facts = (shared / "data/wolverhampton.json").read_text()
    import_programme(parse(facts), by=None, on=ON)
    out = json.dumps(as_file(Programme.objects.get()), ensure_ascii=False)
    assert addresses_in(facts) - addresses_in(out) == set()


def test_no_short_name_of_a_source_is_left_in_the_facts_rows(shared):
    content = parse((shared / "data/wolverhampton.json").read_bytes())
    content["programme"].pop("library")
    assert "seed:" not in json.dumps(content)


@pytest.mark.django_db
def test_the_facts_bound_stays_a_bound_without_a_base(shared):
    import_programme(parse((shared / "data/wolverhampton.json").read_bytes()), by=None, on=ON)
    out = as_file(Programme.objects.get())
    figures = [reading["actual"] for plan in out["plans"] for measure in plan.get("measures", [])
               for reading in measure["readings"]]  # fmt: skip
    assert any(one["op"] == ">" and one["number"] == "85" and one.get("base") is None for one in figures)


@pytest.mark.django_db
def test_loading_twice_adds_nothing():
    load(on=ON)
    held = rows_held()
    again = load(on=ON)
    assert again.added == 0
    assert again.differing == []
    assert {k: v for k, v in rows_held().items() if k != "audit.Event"} == {
        k: v for k, v in held.items() if k != "audit.Event"
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "numbers"),
    [
        (date(2023, 11, 30), [1, 2, 3, 4, 5, 6]),
        (date(2024, 4, 30), [1, 2, 3, 6]),
        (date(2024, 11, 30), [2, 6]),
        (date(2025, 3, 31), [2]),
        (date(2025, 9, 30), [2]),
    ],
)
def test_open_areas_match_the_record_with_the_invented_plan_loaded(day, numbers):
    load(on=ON)
    assert [now.number for now in open_areas(Programme.objects.get(), day)] == numbers


@pytest.mark.django_db
def test_the_invented_plan_is_not_public_and_every_row_says_so():
    load(on=ON)
    plan = Plan.objects.get(key=INVENTED)
    assert not plan.is_public
    rows = [plan, *plan.areas.all()]
    for area in plan.areas.all():
        rows += [*area.actions.all(), *area.evidence.all()]
        rows += [note for action in area.actions.all() for note in action.notes.all()]
    assert {row.certainty for row in rows} == {"illustrative: invented for the demonstration"}


@pytest.mark.django_db
def test_the_invented_plan_has_what_a_real_one_suffers():
    load(on=ON)
    latest = ActionVersion.objects.latest_known().filter(record__area__plan__key=INVENTED)
    overdue = [one for one in latest if one.delivery != "complete" and one.due.last < ON]
    assert latest.count() == 18
    assert {one.record.number for one in overdue} == {"1.4", "1.5", "2.1", "2.7", "3.3"}
    assert PartialDate(2026, 10) in {one.due for one in overdue}
    moved = ActionVersion.objects.filter(record__area__plan__key=INVENTED, record__number="1.4").exclude(
        reason=""
    )
    assert len({one.due for one in moved}) >= 3


def test_the_invented_file_names_no_address_but_example_org():
    text = (FOLDER / "illustrative.json").read_text()
    assert {address.split("/")[2] for address in addresses_in(text)} == {"example.org"}
