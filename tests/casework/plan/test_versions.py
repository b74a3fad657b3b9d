"""A version is sealed by its hash, differences are told by line and word, and locked words are kept."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.casework.plan.checks.run import check_plan
from goldenthread.casework.plan.difference import difference, words_changed
from goldenthread.casework.plan.generator import ON, example_plan
from goldenthread.casework.plan.versions import broken_locks, is_whole, seal, sealed_hash
from tests.casework.plan.plans import GONE, Edit, findings, plan

HASH = "bb4463b82e73d029d8064be19c8476fd5d2714e97b121248d3e87a05066a504b"
"""The hash of the example. It changes only when the example does: a kept version’s hash must last."""


def test_hash_of_the_example_lasts():
    assert sealed_hash(example_plan()) == HASH


def test_version_is_whole_until_a_byte_changes():
    version = seal(example_plan())
    assert version.number == 1
    assert is_whole(version)
    assert json.loads(version.content)["child"]["given_names"] == "Elby"
    assert not is_whole(replace(version, content=version.content.replace(b"Elby", b"Elba")))


@pytest.mark.parametrize(
    "edit",
    [
        ("B.b1.text", "Other words."),
        ("F.f1.needs", ["b2"]),
        ("child.pronouns", "she/her"),
        ("number", 2),
        ("stage", "final"),
        ("advice.ep.paragraphs.1.text", "x"),
    ],
)
def test_hash_changes_with_what_is_sealed(edit: Edit):
    assert sealed_hash(plan(edit)) != sealed_hash(plan())


@pytest.mark.parametrize(
    "edit",
    [
        ("comments", [{"id": "c", "text": "No."}]),
        ("overrides", [{"check": "G1", "reason": "x"}]),
        ("clock.final_sent_on", "2026-12-01"),
        ("outputs", [{"kind": "pdf"}]),
        ("people", []),
        ("private", ["x"]),
    ],
)
def test_hash_does_not_change_with_what_comes_after(edit: Edit):
    assert sealed_hash(plan(edit)) == sealed_hash(plan())


def test_difference_tells_lines_added_removed_changed_and_moved():
    after = plan(
        (
            "F.f1.text",
            plan().sections["F"].lines[0].text.replace("30", "40"),
        ),
        ("F.f3", {"id": "f3", "text": "New."}),
        ("K.k6", GONE),
        ("D.empty_because", "Asked again on 1 December 2026."),
    )
    changes = {(one.change, one.section, one.line): one for one in difference(plan(), after)}
    assert set(changes) == {
        ("changed", "D", ""),
        ("changed", "F", "f1"),
        ("added", "F", "f3"),
        ("removed", "K", "k6"),
    }
    words = changes["changed", "F", "f1"].fields[0].words
    assert [(one.change, one.text) for one in words if one.change != "kept"] == [("out", "30"), ("in", "40")]
    moved = plan(("G.g1", GONE), ("F.g1", {"id": "g1", "text": "Moved."}))
    assert ("moved", "F", "g1", "G") in {
        (one.change, one.section, one.line, one.from_section) for one in difference(plan(), moved)
    }


def test_difference_tells_changed_links():
    (change,) = difference(plan(), plan(("F.f1.needs", ["b1", "b2"])))
    assert [(one.field, one.before, one.after) for one in change.fields] == [("needs", ["b1"], ["b1", "b2"])]


def test_same_plan_has_no_difference():
    assert difference(plan(), plan()) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_of_two_texts_give_both_texts_again(before: str, after: str):
    pieces = list(words_changed(before, after))
    assert "".join(one.text for one in pieces if one.change != "in") == before
    assert "".join(one.text for one in pieces if one.change != "out") == after


def test_lock_is_broken_by_a_comma_and_not_by_a_space():
    words = "for 30 minutes on four days each week"
    assert broken_locks(plan(("locks", [{"line": "f1", "text": words.replace(" ", "  ")}]))) == []
    assert (
        len(broken_locks(plan(("locks", [{"line": "f1", "text": words.replace("minutes", "minutes,")}]))))
        == 1
    )


def test_blocking_finding_is_set_aside_only_with_a_reason():
    edits = (("F.f1.needs", []), ("B.b1.text", "Elby cannot read."))

    def g1(**override: str) -> tuple[str, bool]:
        overrides = [{"check": "G1", "line": "b1", **override}]
        (one,) = [one for one in findings(*edits, ("overrides", overrides)) if one.check == "G1"]
        return one.overridden, one.stops

    assert g1(reason="The school meets it already.", by="R. Manager") == (
        "The school meets it already. (R. Manager)",
        False,
    )
    assert g1(reason=" ") == ("", True)
    assert g1(reason="x", line="b2") == ("", True)
    assert g1(reason="x", words="other words") == ("", True)


def test_only_what_blocks_can_be_set_aside_and_the_report_counts_it():
    held = plan(
        ("F.f1.needs", []),
        (
            "overrides",
            [{"check": "G1", "line": "b1", "reason": "x"}, {"check": "G2", "line": "f1", "reason": "x"}],
        ),
    )
    report = check_plan(held, on=ON)
    assert not report.stops
    assert report.counted()["overridden"] == 1
    assert [one.overridden for one in report.findings if one.check == "G2"] == [""]
