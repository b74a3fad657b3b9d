"""The wrong-child guard: other children are found, words that look like names are not, and what it finds names nobody else."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date

import pytest

from goldenthread.casework.plan.checks.check import Finding
from goldenthread.casework.plan.checks.run import check_plan
from goldenthread.casework.plan.generator import ON, invented_plans
from goldenthread.casework.plan.guard.index import CaseloadIndex, entry_of, load
from goldenthread.casework.plan.guard.shingles import print_of
from goldenthread.casework.plan.guard.traces import names
from goldenthread.casework.plan.shapes import Child, Plan
from tests.casework.plan.plans import HOLDS, caseload, changed, findings, plan

OTHERS = [
    Child(
        given_names="Oliver",
        family_name="Thornby",
        born_on=date(2014, 5, 9),
        upn="H801200001002",
        nhs_number="943 476 5870",
    ),
    Child(given_names="Will", family_name="Young", born_on=date(2013, 6, 1)),
    Child(given_names="May", family_name="Field", born_on=date(2012, 1, 20)),
    Child(given_names="Grace", family_name="Hall", born_on=date(2011, 2, 11)),
    Child(given_names="Summer", family_name="Reading", born_on=date(2015, 8, 30)),
    Child(given_names="Hope", family_name="Street", born_on=date(2016, 3, 3)),
    Child(given_names="Anne-Marie", family_name="O’Neill", known_as="Annie", born_on=date(2016, 4, 4)),
    Child(given_names="Émile", family_name="Zöe", born_on=date(2026, 9, 28)),
    Child(given_names="Teal", family_name="Larkfield", born_on=date(2019, 7, 7)),
]
CASELOAD = caseload(*OTHERS)


def n1(text: str, at: str = "B.b1.text", index: CaseloadIndex = CASELOAD) -> list[Finding]:
    """What N1 finds when a line of the example says something."""
    return [one for one in findings((at, text), caseload=index) if one.check == "N1"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oliver Thornby reads 20 words.", "Oliver Thornby"),
        ("Oliver will read 20 words.", "Oliver"),
        ("Reading is hard for Oliver.", "Oliver"),
        ("Oliver’s reading is slow.", "Oliver"),
        ("Will will read 20 words.", "Will"),
        ("Will has a scribe.", "Will"),
        ("May’s reading is slow.", "May"),
        ("Grace needs a quiet room.", "Grace"),
        ("Summer finds maths hard.", "Summer"),
        ("We hope that Hope will read.", "Hope"),
        ("Will Young’s reading is slow.", "Will Young"),
        ("Anne-Marie can count.", "Anne-Marie"),
        ("Annie can count.", "Annie"),
        ("Anne-Marie O'Neill can count.", "Anne-Marie O'Neill"),
        ("Émile can count.", "Émile"),
        ("The number is H801200001002.", "H801200001002"),
        ("NHS number 943 476 5870.", "943 476 5870"),
        ("NHS number 9434765870.", "9434765870"),
        ("Elby was born on 9 May 2014.", "9 May 2014"),
        ("DOB: 09/05/2014.", "09/05/2014"),
        ("The plan of 2014-05-09 says so.", "2014-05-09"),
    ],
)
def test_other_child_is_found(text: str, words: str):
    assert [one.words for one in n1(text)] == [words]
    assert n1(text)[0].severity == "block"


@pytest.mark.parametrize(
    "text",
    [
        "Will the reading grow? It will.",
        "In May 2026 and by May half term Elby read more.",
        "Elby may read more in May.",
        "The Summer Term is long, and in summer Elby reads.",
        "A grace period ends. Elby learns Grace Notes.",
        "We hope, and Hope Street is near.",
        "Elby attends Oliver Street Primary School.",
        "Reading is hard. Summer reading lists are long.",
        "Grace Hall Academy is near.",
        "Dr Oliver wrote the report.",
        "Mrs May teaches Elby.",
        "Elby’s brother Teal reads well.",
        "Elby’s friend Oliver reads well.",
        "The advice of 28 September 2026 says so.",
        "Elby was born on 3 October 2017.",
        "The UPN is H801200001001.",
        "Young people read in the field.",
        "Hall, Field and Street are words.",
        "Oliver Twist was read in class.",
    ],
)
def test_word_that_looks_like_a_name_is_left_alone(text: str):
    assert n1(text) == []


def test_friends_may_be_named_in_the_childs_own_words_but_not_another_childs_number():
    assert n1("I like it when Oliver is there. Grace will come.", at="A.a1.text") == []
    assert [one.words for one in n1("Oliver Thornby, H801200001002", at="A.a1.text")] == [
        "H801200001002",
        "Oliver Thornby",
    ]


def test_words_hidden_in_a_file_are_read():
    file = {
        "name": "ep.docx",
        "about": "EHC-2026-0417",
        "hidden": ["Last saved by J. Quarrdale", "Report on Oliver Thornby"],
    }
    said = [one.says for one in findings(("advice.ep.file", file), caseload=CASELOAD) if one.check == "N1"]
    assert said == ["Hidden in the file “ep.docx”: “Oliver Thornby” is the name of another child."]


def test_paragraph_of_another_childs_plan_is_found_with_the_name_and_pronouns_replaced():
    text = "Oliver counts to a hundred in steps of five when he stands by the window of the blue room and can see his bus."
    other = plan(
        ("child.given_names", "Oliver"),
        ("child.known_as", ""),
        ("child.reference", "EHC-1"),
        ("child.upn", ""),
        ("child.nhs_number", ""),
        ("B.b1.text", text),
    )
    copied = text.replace("Oliver", "Elby").replace(" he ", " they ").replace(" his ", " their ")
    found = [one for one in n1(copied, index=caseload(plans=[other])) if one.line == "b1"]
    assert [one.says for one in found] == ["This paragraph stands word for word in another child’s plan."]
    for rewritten in (copied.replace("blue", "red").replace("bus", "coach"), "Elby counts to ten."):
        assert not [one for one in n1(rewritten, index=caseload(plans=[other])) if one.line == "b1"]


def _in_plans(text: str, many: int) -> CaseloadIndex:
    edits = [
        (
            ("child.reference", f"EHC-{number}"),
            ("child.upn", ""),
            ("child.nhs_number", ""),
            ("F.f1.text", text),
        )
        for number in range(many)
    ]
    return caseload(plans=[plan(*one) for one in edits])


TEXT = (
    "A specialist teacher will teach Elby to read with a finger under each word for thirty minutes "
    "on four days each week in the library."
)


def _n5(text: str, index: CaseloadIndex) -> list[str]:
    return [
        one.says
        for one in findings(("F.f1.text", text), caseload=index)
        if one.check == "N5" and one.line == "f1"
    ]


def test_paragraph_in_three_other_plans_is_counted():
    assert _n5(TEXT, _in_plans(TEXT, 3)) == ["This paragraph stands word for word in 3 other plans."]
    assert _n5(TEXT, _in_plans(TEXT, 40)) == ["This paragraph stands word for word in 40 other plans."]
    longer = (
        f"{TEXT} The teacher will write down each new word in the blue book and show it to the parents "
        "on Friday afternoon at the gate."
    )
    assert _n5(longer.replace("blue", "green"), _in_plans(longer, 5)) == [
        "This paragraph stands nearly word for word in 5 other plans."
    ]


def test_paragraph_in_fewer_plans_or_short_or_ones_own_is_no_copy():
    assert _n5(TEXT, _in_plans(TEXT, 2)) == []
    assert _n5("A teacher will read daily.", _in_plans("A teacher will read daily.", 9)) == []
    own = caseload(plans=[plan(("F.f1.text", TEXT))])
    assert _n5(TEXT, own) == []


def test_without_a_caseload_it_says_that_it_was_not_run():
    not_run = dict(check_plan(plan(), on=ON).not_run)
    assert not_run["N1"] == not_run["N5"] == "no caseload was given to compare with"


def test_index_is_kept_and_read_again():
    plans = list(invented_plans(20, seed=3))
    index = caseload(*OTHERS, plans=plans)
    again = load(index.dump())
    assert again == index
    assert json.loads(index.dump())["format"] == "golden-thread-caseload/1"
    assert TEXT.split()[0] not in index.dump().decode()


def test_child_taken_in_again_replaces_what_was_known_and_can_be_forgotten():
    before = caseload(*OTHERS)
    index = caseload(*OTHERS, plans=[plan()])
    index.add(
        entry_of(
            plan(
                (
                    "B.b1.text",
                    "Quite other words stand here now, and there are more than twelve of them in all.",
                )
            ),
            HOLDS,
        )
    )
    assert len(index.entries) == len(OTHERS) + 1
    index.remove("EHC-2026-0417")
    index.remove("nobody")
    assert index == before


def test_finding_names_no_other_child():
    other = plan(
        ("child.given_names", "Secretia"),
        ("child.reference", "EHC-77"),
        ("child.upn", ""),
        ("child.nhs_number", ""),
        ("B.b1.text", TEXT),
    )
    told = json.dumps(
        [one.as_dict() for one in findings(("B.b1.text", TEXT), caseload=caseload(plans=[other]))]
    )
    assert "Secretia" not in told
    assert "EHC-77" not in told


def test_print_is_the_same_everywhere_and_knows_its_words():
    first = print_of(TEXT, frozenset({"elby"}))
    assert first is not None
    assert first.whole == print_of(TEXT.replace("Elby", "Sam"), frozenset({"sam"})).whole  # type: ignore[union-attr]
    assert first.whole != print_of(TEXT.replace("finger", "ruler"), frozenset({"elby"})).whole  # type: ignore[union-attr]
    assert first.whole == 8423229341282445847
    assert print_of("Too short to be anybody’s.", frozenset()) is None


def test_changed_example_is_still_the_example():
    assert changed() == changed()


def test_paragraph_in_two_other_plans_warns():
    index = _in_plans("A teacher reads.", 2)
    for number in (1, 2):
        index.add(
            entry_of(
                plan(
                    ("child.reference", f"EHC-{number}"),
                    ("child.upn", ""),
                    ("child.nhs_number", ""),
                    ("B.b1.text", TEXT),
                ),
                HOLDS,
            )
        )
    (one,) = [one for one in n1(TEXT, index=index) if one.line == "b1"]
    assert (one.severity, one.says) == (
        "warn",
        "This paragraph stands word for word in 2 other children’s plans.",
    )


def test_no_trace_of_another_child_escapes_and_none_is_seen_where_none_is():
    plans = list(invented_plans(300, seed=5))
    index = caseload(plans=plans)
    chance = random.Random(1)  # noqa: S311 (the same each time)
    for number, one in enumerate(plans[:100]):
        assert not [
            found
            for found in _only_n1(one, index)
            if "name" in found.says or "UPN" in found.says or "birth" in found.says
        ]
        other = next(
            held.child for held in plans[number + 1 :] if held.child.given_names != one.child.given_names
        )
        trace = chance.choice(
            [
                f"{other.given_names} {other.family_name} will do this.",
                f"{other.given_names} needs help.",
                f"UPN {other.upn}",
                f"This helps {other.given_names} to learn.",
                f"born on {other.born_on:%d/%m/%Y}",
                f"{other.given_names}’s work.",
            ]
        )
        section = one.sections["F"]
        line = replace(section.lines[0], text=f"{section.lines[0].text} {trace}")
        wrong = replace(
            one, sections={**one.sections, "F": replace(section, lines=(line, *section.lines[1:]))}
        )
        assert any(found.line == line.id and found.stops for found in _only_n1(wrong, index)), trace


def _only_n1(one: Plan, index: CaseloadIndex) -> list[Finding]:
    return list(check_plan(one, on=ON, caseload=index, only=("N1",)).findings)


def test_a_whole_name_in_capitals_is_found_and_a_short_form_is_not():
    index = caseload(*OTHERS)
    for text, found in (
        ("OLIVER Thornby sits beside them.", 1),
        ("OLIVER THORNBY sits beside them.", 1),
        ("The MAY scale is used.", 0),
    ):
        spans = list(names(text, index, "", ()))
        assert len(spans) == found, text
