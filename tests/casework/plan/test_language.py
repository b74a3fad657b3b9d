"""The language of plans: phrases found as one large expression would find them, amounts, duties and goals."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.casework.plan.benchmark.measure import SETS, read
from goldenthread.casework.plan.checks.register import CHECKS
from goldenthread.casework.plan.language import phrases
from goldenthread.casework.plan.language.amounts import amounts
from goldenthread.casework.plan.language.beginnings import ANY, beginnings
from goldenthread.casework.plan.language.duties import binds
from goldenthread.casework.plan.language.goals import due_day
from goldenthread.casework.plan.language.readability import reading_age

TEXTS = [one.text for name in SETS for one in read(name)]


def test_phrases_find_what_one_large_expression_finds():
    assert len(CHECKS) == 64  # every list of phrases is there
    lists = [(parts, family) for family, held in phrases._LISTS.items() for parts in held if len(parts) > 1]
    assert len(lists) > 20
    for parts, family in lists:
        whole = phrases.pattern(*parts)
        for text in TEXTS:
            expected = tuple((one.start(), one.end()) for one in whole.finditer(text))
            assert phrases._matches(parts, text, family) == expected, (text, parts)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"(?:a|an)?small", {"asmall": {ANY}, "ansmall": {ANY}, "small": {ANY}}),
        (r"up[\s\-‑]+to", {"up": {"to"}}),
        (r"\d+[\s]*%", {"0": {ANY}}),
        (r"at[\s]+\d{1,2}", {"at": {"0"}}),
        (r"\w+ing", {ANY: {ANY}}),
        (r"XX+", {ANY: {ANY}}),
        (r"(?i:mini)[\s\-‑]*bus", {"mini": {"bus"}, "minibus": {ANY}}),
        (r"[ab]c[\s]+(?:d|\w+e)", {"ac": {"d", ANY}, "bc": {"d", ANY}}),
        (r"^(?=x)one[\s]+two[\s]+three", {"one": {"two"}}),
        (r"the[\s]+(?:very[\s]+)?school", {"the": {"very", "school"}}),
        (r"child(?:’s)?[\s]+plan", {"child": {ANY}}),
    ],
)
def test_beginnings_are_the_words_with_which_a_match_can_begin(expression: str, words: dict[str, set[str]]):
    found = {first: set(seconds) for first, seconds in beginnings(expression).items()}
    assert found == {first: {ANY} if ANY in seconds else seconds for first, seconds in words.items()}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("three 30-minute sessions a week", {("minutes", 30, ""), ("times", 3, "week")}),
        ("half an hour daily", {("minutes", 30, ""), ("times", 5, "week")}),
        ("one and a half hours every fortnight", {("minutes", 90, ""), ("times", 0.5, "week")}),
        ("1 hour 15 minutes per term", {("minutes", 75, ""), ("times", 1, "term")}),
        ("three quarters of an hour each month", {("minutes", 45, ""), ("times", 1, "month")}),
        (
            "4 x 30 mins a week in a group of up to six",
            {("minutes", 30, ""), ("times", 4, "week"), ("group", 6, "")},
        ),
        ("at a ratio of 1:2 every Tuesday and Thursday", {("ratio", 2, ""), ("times", 2, "week")}),
        ("twenty-five minutes twice weekly", {("minutes", 25, ""), ("times", 2, "week")}),
        ("Year 4, Level 3, page 12 and 50 words", set()),
    ],
)
def test_amounts_are_read(text: str, keys: set[tuple[str, float, str]]):
    assert {one.key for one in amounts(text)} == keys


@pytest.mark.parametrize(
    ("text", "binds_somebody"),
    [
        ("Sam will have a scribe.", True),
        ("SAM WILL HAVE A SCRIBE.", True),
        ("She’ll have a scribe.", True),
        ("A scribe is to be given.", True),
        ("Will has a scribe.", False),
        ("Sam will benefit from a scribe.", False),
        ("It is hoped that Sam will have a scribe.", False),
        ("The school must ensure that Sam is heard.", True),
        ("Support so that he will write.", False),
    ],
)
def test_duty_is_in_the_main_clause_and_gives_something(text: str, binds_somebody: bool):
    assert binds(text) is binds_somebody


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by July 2027", date(2027, 7, 31)),
        ("by 5 July 2027", date(2027, 7, 5)),
        ("by the end of Key Stage 2", date(2029, 8, 31)),
        ("by the end of Year 5", date(2028, 8, 31)),
        ("by February 2028", date(2028, 2, 29)),
        ("by the age of 16", date(2033, 10, 3)),
        ("by Easter 2027", date(2027, 4, 30)),
        ("soon", None),
    ],
)
def test_due_day_of_an_outcome(text: str, day: date | None):
    assert due_day(text, 4, date(2017, 10, 3), date(2026, 11, 24)) == day


def test_reading_age_is_not_guessed_from_few_words_and_grows_with_long_ones():
    assert reading_age("The cat sat. " * 10) is None
    easy, hard = (
        reading_age("The cat sat on the mat. " * 20),
        reading_age("Multidisciplinary assessment necessitates collaboration. " * 30),
    )
    assert easy is not None
    assert hard is not None
    assert easy < 8 < 16 < hard
