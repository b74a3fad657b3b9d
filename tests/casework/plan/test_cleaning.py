"""Text from Word is cleaned, and means what it meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.casework.plan.language.cleaning import cleaned


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("•\tSam\u00a0will re\u00adceive 30–40\u200b minutes.", "Sam will receive 30–40 minutes."),
        ("“Sam’s” – own – words…", "“Sam’s” – own – words…"),
        ("1.\tFirst\r\n2.\tSecond\x0b", "First\nSecond"),
        ("o   Sam will read", "Sam will read"),
        ("- Sam will read", "Sam will read"),
        ("\uf0b7 Sam will read", "Sam will read"),
        ("(a) Sam will read", "Sam will read"),
        ("-5 degrees", "-5 degrees"),
        ("30 minutes", "30 minutes"),
        ("12.5 hours a week", "12.5 hours a week"),
        ("a teacher will read", "a teacher will read"),
        ("One\u2028Two\u2029Three", "One\nTwo\nThree"),
        ("One\n\n\n\nTwo", "One\n\nTwo"),
        ("re\u0301sume\u0301", "résumé"),
        ("\ufeffSam", "Sam"),
        ("x\x00y\x07", "xy"),
        ("", ""),
    ],
)
def test_pasted_text_is_cleaned(pasted: str, clean: str):
    assert cleaned(pasted) == clean


WORDS = st.lists(
    st.sampled_from(["Sam", "30–40", "“words”’s,", "£5", "50%", "2:1", "e.g.", "twenty-five", "(a)", "o"]),
    min_size=2,
    max_size=12,
)
GAPS = st.lists(
    st.sampled_from([" ", "\u00a0", "\u2009 ", "\t", "  ", "\u200b ", " \u00ad"]), min_size=12, max_size=12
)
MARKS = st.sampled_from(["", "• ", "\uf0b7\t", "1.\t", "(b) ", "- ", "o\t"])


@settings(max_examples=300, deadline=None)
@given(WORDS, GAPS, MARKS)
def test_words_and_their_order_stay_whatever_stands_between_them(
    words: list[str], gaps: list[str], mark: str
):
    words = ["Sam", *words]
    pasted = mark + "".join(word + gap for word, gap in zip(words, gaps, strict=False)) + " ".join(words[12:])
    assert cleaned(pasted).split() == words
    assert cleaned(cleaned(pasted)) == cleaned(pasted)
