"""A programme file goes in and comes out with nothing lost and nothing twice."""

import json
from datetime import date

import pytest

from goldenthread.audit.models import Event
from goldenthread.programme.actions.importing import import_programme
from goldenthread.programme.exchange import BadProgrammeFile, as_file, parse
from goldenthread.programme.models import Action, Programme, Reading
from tests.programme.exchange.example import VALUE, as_bytes, example, rows_held

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 1)


def taken_in(content):
    return import_programme(parse(as_bytes(content)), by=None, on=ON)


def exported(slug="testshire"):
    return as_file(Programme.objects.get(slug=slug))


def emptied():
    from goldenthread.partners.models import Body, Organisation, Succession
    from goldenthread.programme import models

    for model in (
        models.Effect,
        models.Decision,
        models.ReviewPoint,
        models.Measure,
        models.Risk,
        models.Priority,
    ):
        model.objects.all().delete()
    for model in (models.Publication, models.Plan, models.Programme, Succession):
        model.objects.all().delete()
    from goldenthread.partners.models import Meeting

    Meeting.objects.all().delete()
    Body.objects.all().delete()
    Organisation.objects.all().delete()


def lines(value, path=""):
    """Every value of a file with its place, but for the days of knowing that an export fills in."""
    if isinstance(value, dict):
        return {line for name, one in value.items() for line in lines(one, f"{path}/{name}")}
    if isinstance(value, list):
        return {line for place, one in enumerate(value) for line in lines(one, f"{path}/{place}")}
    return {f"{path}={value}"}


def test_export_holds_every_value_that_was_imported():
    taken_in(example())
    lost = lines(example()) - lines(exported())
    said_by_default = {"/plans/0/is_public=True"}
    assert lost <= said_by_default


def test_export_import_export_is_the_same_byte_for_byte():
    taken_in(example())
    first = json.dumps(exported(), ensure_ascii=False)
    emptied()
    assert not Programme.objects.exists()
    taken_in(json.loads(first))
    assert json.dumps(exported(), ensure_ascii=False) == first


def test_importing_twice_adds_nothing():
    taken_in(example())
    held = rows_held()
    again = taken_in(example())
    assert (again.added, again.revised, again.differing) == (0, 0, [])
    now = rows_held()
    assert now.pop("audit.Event") == held.pop("audit.Event") + 1
    assert now == held


def test_a_newer_version_follows_the_last_and_the_old_one_is_kept():
    taken_in(example())
    newer = example()
    action = newer["plans"][0]["areas"][0]["actions"][1]
    action["versions"].append({"known_from": "2023-01-10", "text": "Buy a system", "delivery": "complete"})
    result = taken_in(newer)
    assert result.revised == 1
    versions = Action.objects.get(key="1.2").versions.order_by("known_from")
    assert [(one.known_from, one.known_until) for one in versions] == [
        (date(2022, 1, 19), date(2023, 1, 10)),
        (date(2023, 1, 10), None),
    ]


def test_a_fact_that_differs_is_named_and_left_as_it_was():
    taken_in(example())
    other = example()
    other["reviews"][0]["overall"] = "Something else"
    result = taken_in(other)
    assert any("reviews 2024-04: overall" in line for line in result.differing)
    assert exported()["reviews"][0]["overall"] == "Progress"


def test_a_month_stays_a_month():
    taken_in(example())
    found = exported()
    action = found["plans"][0]["areas"][0]["actions"][0]
    assert [one["due"] for one in action["versions"]] == ["2022-12", "2023-06"]
    assert found["decisions"][0]["decided_on"] == "2024-04"
    assert found["plans"][0]["areas"][0]["evidence"][0]["dated_on"] == "2023"


def test_a_fact_dated_by_month_is_known_from_the_months_last_day():
    taken_in(example())
    assert exported()["decisions"][0]["known_on"] == "2024-04-30"


def test_a_bound_without_a_base_stays_a_bound():
    taken_in(example())
    assert Reading.objects.get().actual == VALUE


def test_an_import_leaves_one_event():
    taken_in(example())
    assert Event.objects.filter(action="programme.imported").count() == 1


def test_a_link_to_what_is_not_there_is_named_and_nothing_is_saved():
    held = rows_held()
    content = example()
    content["decisions"][0]["effects"][0]["area"] = "wsoa/no-such-area"
    with pytest.raises(BadProgrammeFile, match="wsoa/no-such-area"):
        taken_in(content)
    assert rows_held() == held


def test_export_asks_as_often_for_many_actions_as_for_few(django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.programme.exchange.example import large

    taken_in(example())
    with CaptureQueriesContext(
        connection,
    ) as few:
        exported()
    taken_in(large(40, 2))
    with django_assert_num_queries(len(few)):
        exported()


def test_one_sentence_said_of_two_areas_is_kept_for_both():
    content = example()
    second = {
        "number": 2,
        "key": "voice",
        "opened_on": "2021-11",
        "versions": [{"known_from": "2021-11-12", "title": "Voice"}],
    }
    content["plans"][0]["areas"].append(second)
    content["reviews"][0]["points"] = [
        {"kind": "finding", "text": "Good", "area": f"wsoa/{key}"} for key in ("plans", "voice")
    ]
    taken_in(content)
    assert [one["area"] for one in exported()["reviews"][0]["points"]] == ["wsoa/plans", "wsoa/voice"]


def test_a_corrected_reading_stands_beside_the_first():
    content = example()
    readings = content["plans"][0]["measures"][0]["readings"]
    readings.append(
        {"period": "2024-03", "known_on": "2024-06-01", "actual": {"as_written": "86%", "number": "86"}}
    )
    taken_in(content)
    assert len(exported()["plans"][0]["measures"][0]["readings"]) == 2


def test_the_same_words_noted_on_two_days_are_two_notes():
    content = example()
    content["plans"][0]["areas"][0]["actions"][0]["notes"].append(
        {"noted_on": "2022-05", "text": "Under way"}
    )
    taken_in(content)
    assert len(exported()["plans"][0]["areas"][0]["actions"][0]["notes"]) == 2


def test_a_publication_is_exported():
    from goldenthread.programme.actions.publishing import publish
    from goldenthread.programme.models import Plan

    taken_in(example())
    publish(plan=Plan.objects.get(), on=ON, by=None)
    assert exported()["plans"][0]["publications"]
