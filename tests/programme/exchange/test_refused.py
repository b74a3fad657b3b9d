"""A file that cannot be taken in is refused with the place, the name and what to do."""

import json
from pathlib import Path

import pytest

from goldenthread.programme.exchange import BadProgrammeFile, parse
from goldenthread.programme.exchange.schema import schema
from tests.programme.exchange.example import as_bytes, example


def refusal(content):
    with pytest.raises(BadProgrammeFile) as caught:
        parse(content if isinstance(content, bytes) else as_bytes(content))
    return str(caught.value)


def deep(content, *path):
    for step in path:
        content = content[step]
    return content


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), "the file"),
        (("programme",), "programme"),
        (("plans", 0, "areas", 0, "actions", 1), "plans 1. areas 1. actions 2."),
        (("plans", 0, "areas", 0, "actions", 0, "versions", 1), "versions 2."),
        (("inspections", 0, "findings", 0), "findings 1."),
        (("decisions", 0, "effects", 1), "effects 2."),
        (("bodies", 0, "meetings", 0), "meetings 1."),
        (("risks", 0, "versions", 0), "risks 1. versions 1."),
    ],
)
def test_an_unknown_field_is_refused_by_name_wherever_it_stands(path, place):
    content = example()
    deep(content, *path)["colour"] = "amber"
    said = refusal(content)
    assert "“colour” is not known here" in said
    assert place in said


@pytest.mark.parametrize("author", ["recorded_by", "confirmed_by", "led_by", "email"])
def test_people_have_no_place_in_the_file(author):
    content = example()
    content["plans"][0]["areas"][0]["actions"][0][author] = "somebody@example.org"
    assert f"“{author}”" in refusal(content)


def test_broken_json_gets_line_and_column():
    assert "line 3, column 1" in refusal(b'{"format": 1,\n"programme": \n}')


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[]", b'"text"', b"null", b"{}", b"[" * 100_000])
def test_what_is_no_programme_file_is_refused_in_a_sentence(content):
    assert refusal(content)


@pytest.mark.parametrize("written", ["2024-13", "2024-02-30", "April 2024", "24-04", "2024-4"])
def test_a_day_that_does_not_exist_is_refused(written):
    content = example()
    content["reviews"][0]["held_on"] = written
    assert written in refusal(content)


@pytest.mark.parametrize(
    ("path", "name"),
    [(("programme",), "slug"), (("plans", 0), "title"), (("plans", 0, "areas", 0), "versions")],
)
def test_what_is_missing_is_named(path, name):
    content = example()
    del deep(content, *path)[name]
    assert f"“{name}” is missing" in refusal(content)


def test_a_word_that_the_field_does_not_know_is_refused_with_those_it_knows():
    content = example()
    content["plans"][0]["regime"] = "wish list"
    said = refusal(content)
    assert "“wish list”" in said
    assert "strategic-plan" in said


def test_all_mistakes_are_told_at_once():
    content = example()
    content["plans"][0]["colour"] = "amber"
    content["reviews"][0]["mood"] = "good"
    assert {"“colour”", "“mood”"} <= {word for word in refusal(content).split() if word.startswith("“")}


def test_the_schema_on_disk_is_the_one_that_is_used():
    kept = Path(__file__).resolve().parents[3] / "goldenthread/programme/exchange/schema.json"
    assert json.loads(kept.read_text()) == json.loads(json.dumps(schema())), (
        "print it again: docs/programme-file.md"
    )
