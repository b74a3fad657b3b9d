"""Words that a reader may never learn are left out, however they are written; nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.casework.plan.masking import LEFT_OUT, masked

HIDDEN = ["9 Hidden Lane", "ZZ99 9ZZ", "01632 960 001", "Testham"]


@pytest.mark.parametrize("text", [
    "A taxi comes to 9 Hidden Lane.", "a taxi comes to 9 hidden  lane.", "9,\nHidden\u00a0Lane", "9-Hidden-Lane", "ZZ999ZZ",
    "zz99 9zz",     "Z Z 9 9 9 Z Z", "Call 01632960001", "Call 01632-960-001", "She lives in TESTHAM now",
])  # fmt: skip
def test_a_hidden_word_is_found_however_it_is_written(text):
    assert LEFT_OUT in masked(text, HIDDEN)
    assert "idden" not in masked(text, HIDDEN)


@pytest.mark.parametrize("text", ["19 Hidden Lanes", "Testhamshire", "ZZ99 9ZZX", "9 days", "Hidden talent"])
def test_what_is_only_like_it_stays(text):
    assert masked(text, HIDDEN) == text


def test_links_stay_and_what_hangs_on_them_does_not():
    plan = {
        "id": "Testham",
        "needs": ["Testham"],
        "advice": [{"id": "a", "paragraphs": [{"text": "In Testham."}]}],
    }
    found = masked(plan, HIDDEN)
    assert (found["id"], found["needs"]) == ("Testham", ["Testham"])
    assert found["advice"][0]["paragraphs"][0]["text"] == f"In {LEFT_OUT}."


def test_without_hidden_words_nothing_changes():
    assert masked({"text": "Anything"}, []) == {"text": "Anything"}
    assert masked({"text": "a 9 b"}, ["9"]) == {"text": "a 9 b"}


@given(before=st.text(max_size=30), after=st.text(max_size=30))
def test_no_text_around_it_saves_a_hidden_word_that_stands_by_itself(before, after):
    assert "Hidden Lane" not in masked(f"{before} 9 Hidden Lane {after}", HIDDEN)
