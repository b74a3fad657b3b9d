"""A record of Open Referral UK is read as far as it can be, and everything else is listed."""

import json
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.openreferral.feeds import BadFeed, rows_of
from goldenthread.openreferral.reading import read_service
from goldenthread.openreferral.writing import as_json, for_everybody, summary

ID = "ac148810-d857-441c-9679-408f346de14b"
BARE = {"id": ID, "name": "Talking Together", "status": "active"}


def _problems(data):
    return [str(problem) for problem in read_service(data).problems]


def test_bare_service_is_read_and_written_as_it_was():
    read = read_service(BARE)
    assert read.problems == []
    assert as_json(read.record) == BARE


def test_example_of_the_profile_survives_reading_and_writing(shared):
    from jsonschema import Draft202012Validator, FormatChecker

    folder = shared / "data" / "oruk"
    data = json.loads((folder / "samples/uk-profile-examples/service_full.json").read_text())
    read = read_service(data)
    assert read.problems == []
    schema = json.loads((folder / "oruk-3.0-schemas/service.json").read_text())
    checker = Draft202012Validator(schema, format_checker=FormatChecker())
    assert list(checker.iter_errors(as_json(read.record))) == []
    assert as_json(read_service(as_json(read.record)).record) == as_json(read.record)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": None}, "id: is missing"),
        ({"name": ""}, "name: is missing"),
        ({"status": "open"}, "status: should be one of: active, inactive, defunct, temporarily closed"),
    ],
)
def test_record_without_what_it_needs_is_refused(change, said):
    read = read_service(BARE | change)
    assert read.record is None
    assert any(said in str(problem) for problem in read.problems)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"url": "javascript:alert(1)"}, "url: should be an address like https://example.org"),
        ({"email": "nobody"}, "email: should be an e-mail address"),
        ({"minimum_age": "fifteen"}, "minimum_age: should be a number, and is “fifteen”"),
        ({"schedules": "Mondays"}, "schedules: should be a list"),
        ({"schedules": [{"byday": "Monday"}]}, "schedules.0.byday: should name days like MO,TU,WE"),
        ({"schedules": [{"opens_at": "25:00"}]}, "schedules.0.opens_at: should be a time like 09:30"),
        ({"organization": 7}, "organization: should be an object"),
        ({"cost_options": [{"amount": float("inf")}]}, "cost_options.0.amount: is too large"),
    ],
)  # fmt: skip
def test_wrong_value_of_an_optional_field_is_left_out_and_listed(change, said):
    read = read_service(BARE | change)
    assert read.record is not None
    assert any(said in str(problem) for problem in read.problems), read.problems


def test_part_without_an_id_gets_the_same_one_each_time():
    data = BARE | {"schedules": [{"byday": "MO"}]}
    first, second = read_service(data).record, read_service(data).record
    assert first.schedules[0].id == second.schedules[0].id
    uuid.UUID(first.schedules[0].id)


def test_id_that_is_no_uuid_is_made_into_one_and_listed():
    read = read_service(BARE | {"id": "service-17"})
    uuid.UUID(read.record.id)
    assert "we made one from it" in str(read.problems[0])


def test_contact_for_staff_alone_is_not_for_everybody():
    data = BARE | {"contacts": [{"name": "Front desk"}, {"name": "Home number", "visible": False}]}
    shown = as_json(for_everybody(read_service(data).record))
    assert [one["name"] for one in shown["contacts"]] == ["Front desk"]


def test_summary_has_one_to_one_fields_and_the_organisation():
    data = BARE | {"organization": {"id": ID, "name": "A club", "description": "For all"},
                   "schedules": [{"byday": "MO"}]}  # fmt: skip
    assert set(summary(read_service(data).record)) == {"id", "name", "status", "organization"}


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
                    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside), max_leaves=12)  # fmt: skip
FIELDS = st.sampled_from(["id", "name", "status", "schedules", "organization", "service_at_locations", "attributes",
                          "minimum_age", "last_modified", "cost_options", "contacts", "local_offer"])  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60, deadline=None)
@given(st.dictionaries(FIELDS, JSON))
def test_nothing_that_json_can_say_breaks_the_reader(data):
    read = read_service(BARE | data)
    assert read.record is not None or read.problems


def _rows(text: str):
    return list(rows_of(text.encode().splitlines(keepends=True)))


def test_page_list_single_record_and_lines_give_the_same_records():
    other = BARE | {"id": str(uuid.UUID(int=5)), "name": "Second"}
    for text in (
        json.dumps({"total_items": 2, "contents": [BARE, other]}),
        json.dumps([BARE, other], indent=1),
        json.dumps({"contents": [BARE, other]}, indent=2),
        json.dumps(BARE) + "\n\n" + json.dumps(other) + "\n",
    ):
        assert [row.read.record.name for row in _rows(text)] == ["Talking Together", "Second"]
    assert [row.read.record.name for row in _rows(json.dumps(BARE, indent=2))] == ["Talking Together"]


def test_broken_line_is_listed_and_the_rest_is_read():
    rows = _rows(json.dumps(BARE) + "\n{broken\n[1]\n" + json.dumps(BARE))
    assert [row.read.record is not None for row in rows] == [True, False, False, True]
    assert [row.place for row in rows] == ["line 1", "line 2", "line 3", "line 4"]


def test_feed_that_never_ends_is_left_after_its_bound(monkeypatch):
    monkeypatch.setattr("goldenthread.openreferral.feeds.MOST_RECORDS", 10)

    def endless():
        while True:
            yield json.dumps(BARE).encode() + b"\n"

    rows = list(rows_of(endless()))
    assert len(rows) == 11
    assert "does not end" in str(rows[-1].read.problems[0])


@pytest.mark.parametrize("text", ["", "   \n", "not json at all", "[" * 100_000])
def test_file_that_is_nothing_says_so(text):
    with pytest.raises(BadFeed):
        _rows(text)
