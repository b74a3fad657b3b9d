"""A plan file is read without losing anything, and what cannot be read is said in a sentence with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from goldenthread.casework.plan.errors import BadPlan
from goldenthread.casework.plan.generator import ON, example_plan, invented_plans
from goldenthread.casework.plan.plan_types import section_set, types_from
from goldenthread.casework.plan.reading import line_of, plan_from, read_plan
from goldenthread.casework.plan.schema import schema
from goldenthread.casework.plan.writing import as_json, plan_data
from tests.casework.plan.plans import GONE, Edit, changed

PLAN: dict[str, Any] = {
    "child": {"given_names": "Sam", "family_name": "Oak", "born_on": "2015-01-02"},
    "sections": {},
}


def trouble(content: Any) -> str:
    """What is said of a file."""
    with pytest.raises(BadPlan) as bad:
        read_plan(content if isinstance(content, str | bytes) else json.dumps(content), on=ON)
    return str(bad.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "line 1, column 2: this is not JSON"),
        ("[]", "a plan is an object with “child” and “sections”"),
        ("null", "a plan is an object"),
        (b"\xff\xfe{", "it is not text in UTF-8"),
        ('{"child": NaN}', "NaN is not a number"),
        ('{"child": {}, "child": {}}', "“child” is there twice"),
        ("[" * 200_000, "nested too deeply"),
        ({"sections": {}}, "“child” is missing. Whose plan this is."),
        ({"child": {}, "sections": {}}, "child: “given_names” is missing"),
        ({**PLAN, "child": 3}, "child: an object with fields is needed here, not 3"),
        (
            {**PLAN, "child": {**PLAN["child"], "born_on": "2 January 2015"}},
            "child, born_on: a day like 2026-09-07 is needed",
        ),
        ({**PLAN, "child": {**PLAN["child"], "born_on": "2015-02-30"}}, "child, born_on: a day like"),
        (
            {**PLAN, "child": {**PLAN["child"], "year_group": "4"}},
            "child, year_group: a whole number is needed here, not “4”",
        ),
        (
            {**PLAN, "child": {**PLAN["child"], "year_group": True}},
            "year_group: a whole number is needed here, not true",
        ),
        (
            {**PLAN, "child": {**PLAN["child"], "surname": "Oak"}},
            "child: the field “surname” is not known. The fields here are born_on",
        ),
        ({**PLAN, "stages": "x"}, "the file: the field “stages” is not known. Did you mean “stage”?"),
        ({**PLAN, "sections": []}, "sections: these are an object"),
        ({**PLAN, "sections": {"Q": {}}}, "sections: “Q” is no section of this type. Its sections are A, B"),
        ({**PLAN, "sections": {"h1": {}}}, "did you mean H1?"),
        (
            {**PLAN, "sections": {"B": {"lines": {}}}},
            "section B, lines: a list in square brackets is needed here, not an object",
        ),
        (
            {**PLAN, "sections": {"B": {"lines": [3]}}},
            "section B, 1.: an object with fields is needed here, not 3",
        ),
        ({**PLAN, "sections": {"B": {"lines": [{"text": "x"}]}}}, "section B, 1.: “id” is missing"),
        (
            {**PLAN, "sections": {"B": {"lines": [{"id": "b1", "area": "reading"}]}}},
            "section B, 1. “b1”, area: “reading” is not one of",
        ),
        ({**PLAN, "sections": {"B": {"lines": [{"id": "b1", "text": "\ud800"}]}}}, "half a character"),
        ({**PLAN, "sections": {"B": {"lines": [{"id": " "}]}}}, "section B, 1.: the line’s id is empty"),
        ({**PLAN, "type": "statement"}, "type: “statement” is no type of plan. The types are ehc-plan"),
        ({**PLAN, "dated_on": "2013-01-01"}, "No sections of “ehc-plan” are known for 1 January 2013"),
        (
            {**PLAN, "format": "golden-thread-plan/9"},
            "format: “golden-thread-plan/9” is not one of golden-thread-plan/1",
        ),
        (
            {**PLAN, "stage": "finished"},
            "stage: “finished” is not one of draft, final, amendment and amended",
        ),
    ],
)
def test_file_that_is_no_plan_is_said_in_a_sentence(content: Any, said: str):
    assert said in trouble(content)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (("F.f1.needs", ["b9"]), "section F, line “f1”: needs names the line “b9”, and no line has that id"),
        (("F.f1.needs", ["e1"]), "needs names “e1”, which is an outcome in section E, not a need"),
        (("F.f1.id", "b1"), "the id “b1” is taken by section B, 1"),
        (
            ("F.f1.sources", [{"advice": "nobody", "paragraph": 1}]),
            "it cites the advice “nobody”, and no advice has that id",
        ),
        (
            ("F.f1.sources", [{"advice": "ep", "paragraph": 9}]),
            "it cites paragraph 9 of “ep”, which has no such paragraph",
        ),
        (("K.k1.advice", "nobody"), "it lists the advice “nobody”"),
        (("comments", [{"id": "c", "text": "No.", "line": "x9"}]), "comments: one names the line “x9”"),
        (("overrides", [{"check": "G1", "reason": "x", "line": "x9"}]), "overrides: one names the line “x9”"),
        (("advice.ep.id", "slt"), "advice: the id “slt” is there twice"),
        (("F.f1.not_needed", {"why": "x"}), "section F, 1. “f1”, not_needed: “why” is not one of"),
    ],
)
def test_link_that_leads_nowhere_is_said_in_a_sentence(edit: Edit, said: str):
    assert said in trouble(changed(edit))


def test_all_troubles_are_said_at_once():
    said = trouble({**PLAN, "stage": "x", "number": "1", "child": {}})
    assert said.count("\n") >= 4


def test_plan_is_written_and_read_without_loss():
    for one in (example_plan(), *invented_plans(20, seed=1)):
        assert read_plan(as_json(one), on=ON) == one


def test_what_is_like_its_default_is_not_written():
    data = plan_data(plan_from(PLAN, on=ON))
    assert data == {"format": "golden-thread-plan/1", **PLAN}


def test_schema_takes_the_example_and_refuses_what_reading_refuses():
    validator = Draft202012Validator(schema())
    Draft202012Validator.check_schema(schema())
    assert not list(validator.iter_errors(changed()))
    for one in invented_plans(3, seed=2):
        assert not list(validator.iter_errors(plan_data(one)))
    for edit in (
        ("child.born_on", GONE),
        ("F.f1.who", 3),
        ("F.f1.extra", "x"),
        ("stage", "x"),
        ("B.b1.area", "x"),
        ("Q", {}),
    ):
        assert list(validator.iter_errors(changed(edit))), edit


SUPPORT_PLAN = types_from(
    {
        "support-plan": {
            "title": "A support plan, invented for this test",
            "versions": [
                {
                    "starts": "2029-09-01",
                    "ends": "2030-08-31",
                    "cohort": "year-3-in-2026",
                    "cites": {"text": "invented", "url": "https://example.org"},
                    "sections": [
                        {"key": "1", "title": "Me", "holds": "views", "own_words": True},
                        {
                            "key": "2",
                            "title": "Needs",
                            "holds": "needs",
                            "field": "education",
                            "answered_in": ["3"],
                            "must_be_answered": True,
                        },
                        {"key": "3", "title": "Support", "holds": "provision", "field": "education"},
                    ],
                }
            ],
        }
    }
)


def test_another_type_of_plan_is_other_data_and_no_other_code():
    from goldenthread.casework.plan.checks.run import check_plan

    content = {
        **PLAN, "type": "support-plan", "cohort": "year-3-in-2026", "dated_on": "2029-10-01",
        "sections": {
            "1": {"lines": [{"id": "v", "text": "I may like it etc.", "by": "child"}]},
            "2": {"lines": [{"id": "n", "text": "Reading."}]},
        },
    }  # fmt: skip
    found = check_plan(plan_from(content, on=ON, types=SUPPORT_PLAN), on=ON, types=SUPPORT_PLAN).findings
    assert {("S1", "3"), ("G1", "2")} <= {(one.check, one.section) for one in found}
    assert not [one for one in found if one.check.startswith("P") and one.section == "1"]
    with pytest.raises(
        BadPlan, match="No sections of “support-plan” are known for 1 October 2031 for “year-3-in-2026”"
    ):
        plan_from({**content, "dated_on": "2031-10-01"}, on=ON, types=SUPPORT_PLAN)


def test_sections_are_looked_up_by_day_and_cohort():
    assert [one.key for one in section_set("ehc-plan", ON).sections] == [
        "A",
        "B",
        "C",
        "D",
        "E",
        "F",
        "G",
        "H1",
        "H2",
        "I",
        "J",
        "K",
    ]
    with pytest.raises(BadPlan):
        section_set("ehc-plan", ON, "nobody")


def test_one_line_is_read_for_a_form():
    assert line_of("needs", {"id": "b1", "text": "x"}, "section B").text == "x"
    with pytest.raises(BadPlan, match="section B “b1”: the field “who” is not known"):
        line_of("needs", {"id": "b1", "who": "x"}, "section B")
