"""Files of vectors: every answer agrees, and a bad one is a sentence."""

import json
import os
from pathlib import Path

import pytest

from goldenthread.law.check import answer, answer_all

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "law-vectors.json"


def test_the_shared_vectors_all_agree() -> None:
    if not SHARED.exists():
        assert os.environ.get("CI") != "true", f"{SHARED} is needed in continuous integration"
        pytest.skip(f"{SHARED} is not on this machine")
    found = answer_all(json.loads(SHARED.read_text())["vectors"])
    assert found["vectors"] > 0
    assert [one for one in found["answers"] if not one["agrees"]] == []


def test_a_wrong_expectation_differs_and_says_where() -> None:
    found = answer({"id": 1, "rule": "weeks", "start": "2026-09-07", "n": [6], "due": ["2026-10-18"]})
    assert (found["agrees"], found["differs"]) == (False, ["due"])
    assert found["gives"] == {"due": ["2026-10-19"]}


def test_a_vector_that_expects_nothing_is_answered() -> None:
    found = answer({"rule": "appeal", "sent": "2026-10-01"})
    assert (found["agrees"], found["gives"]) == (True, {"due": "2026-12-01"})


@pytest.mark.parametrize(
    ("vector", "words"),
    [
        ({"rule": "moon"}, "no rule called “moon”"),
        ({"rule": "weeks", "n": [6]}, "'start'"),
        ({"rule": "weeks", "start": "soon", "n": [6]}, "Invalid isoformat"),
        ({"rule": "phase", "kind": "school"}, "'year'"),
        ({}, "no rule called"),
    ],
)
def test_trouble_is_a_sentence(vector: dict, words: str) -> None:
    found = answer(vector)
    assert not found["agrees"]
    assert words in found["trouble"]


@pytest.mark.parametrize(
    ("vector", "gives"),
    [
        ({"rule": "phase", "kind": "post16", "year": 2027}, {"strict": "2027-03-30", "guidance": "2027-03-31"}),
        ({"rule": "months_before", "transfer": "2027-09-01", "n": 5}, {"last": "2027-04-01"}),
        ({"rule": "reassess", "received": "2026-12-01"}, {"decide": "2026-12-16"}),
        ({"rule": "reassess", "notified": "2026-12-16"}, {"final": "2027-03-24"}),
        ({"rule": "months_beginning_with", "start": "2023-03-01", "n": 12, "ipsea_last": "2024-03-01"},
         {"last": "2024-02-29", "ipsea_last": "2024-03-01"}),
    ],
)  # fmt: skip
def test_other_rules_and_readings(vector: dict, gives: dict) -> None:
    assert answer(vector)["gives"] == gives


def test_an_expectation_that_we_cannot_answer_does_not_agree() -> None:
    found = answer({"rule": "appeal", "sent": "2026-10-01", "tea": "2026-10-02"})
    assert (found["agrees"], found["unanswered"]) == (False, ["tea"])
