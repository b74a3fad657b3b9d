"""What each letter must say: looked up by the day of the letter, with its provision."""

from datetime import date

import pytest

from goldenthread.law.errors import UnknownRule
from goldenthread.law.letters import LETTERS, RECOMMENDATIONS_FROM, missing, required

RIGHTS = {"appeal", "time-limit", "mediation", "disagreement", "advice"}
ON = date(2026, 9, 7)
BEFORE = date(2018, 4, 2)
SEVEN = {
    "refusal-to-issue",
    "final-plan",
    "review-maintain",
    "amended-plan",
    "refusal-to-amend",
    "refusal-to-reassess",
    "cease",
}


def keys(letter, on=ON):
    return {item.key for item in required(letter, on)}


@pytest.mark.parametrize("letter", sorted(SEVEN))
def test_required_asks_for_the_recommendations_since_3_april_2018(letter):
    assert keys(letter) - keys(letter, BEFORE) == {"recommendations"}
    assert keys(letter, RECOMMENDATIONS_FROM) == keys(letter)


def test_required_asks_no_recommendations_of_a_refusal_to_assess():
    assert keys("refusal-to-assess") == RIGHTS | {"reasons"}


@pytest.mark.parametrize("letter", sorted(SEVEN | {"refusal-to-assess"}))
def test_required_asks_for_every_right_where_there_is_one_to_appeal(letter):
    assert keys(letter) >= RIGHTS


def test_required_asks_a_draft_for_views_a_school_where_to_look_and_a_meeting():
    assert keys("draft-plan") == {"views", "school", "find-schools", "meeting"}


def test_required_refuses_a_letter_that_the_law_does_not_know():
    with pytest.raises(UnknownRule, match="no letter called “poem”"):
        required("poem", ON)


@pytest.mark.parametrize("letter", sorted(LETTERS))
def test_missing_names_what_was_left_out_and_nothing_else(letter):
    asked = [item.key for item in required(letter, ON)]
    assert missing(letter, asked, ON) == ()
    for left_out in asked:
        assert [item.key for item in missing(letter, set(asked) - {left_out}, ON)] == [left_out]


@pytest.mark.parametrize("letter", sorted(LETTERS))
def test_every_item_has_its_provision(letter):
    for item in LETTERS[letter].items:
        assert item.citation.text
        assert item.citation.url.startswith("https://www.legislation.gov.uk/")
