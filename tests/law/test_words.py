from datetime import date

import pytest

from goldenthread.law.words import days_in_words, in_words, listed


@pytest.mark.parametrize(
    ("days", "with_years", "words"),
    [
        ([], False, ""),
        ([date(2021, 12, 27)], False, "27 December"),
        ([date(2021, 12, 27)], True, "27 December 2021"),
        ([date(2021, 12, 28), date(2021, 12, 27)], False, "27 and 28 December"),
        ([date(2021, 12, 27), date(2021, 12, 28), date(2022, 1, 3)], False, "27, 28 December and 3 January"),
        (
            [date(2022, 4, 15), date(2022, 4, 18), date(2022, 5, 2), date(2022, 6, 2), date(2022, 6, 3)],
            False,
            "15, 18 April, 2 May and 2, 3 June",
        ),
        (
            [date(2021, 12, 27), date(2022, 1, 3), date(2022, 12, 26), date(2023, 1, 2)],
            True,
            "27 December 2021, 3 January, 26 December 2022 and 2 January 2023",
        ),
    ],
)
def test_days_in_words_groups_by_month_and_names_each_year_once(days, with_years, words):
    assert days_in_words(days, with_years=with_years) == words


def test_in_words_writes_no_leading_nought():
    assert in_words(date(2024, 2, 9)) == "9 February 2024"


@pytest.mark.parametrize(("parts", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b")])
def test_listed_puts_and_before_the_last(parts, text):
    assert listed(parts) == text
