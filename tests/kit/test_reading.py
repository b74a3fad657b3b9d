"""Dates as people type them, and the day that a page is asked to be shown as at."""

from datetime import date

import pytest

from goldenthread.kit.as_at import asked_day
from goldenthread.kit.reading import read_date

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("16 February 2022", "2022-02-16"),
        ("16th of february 2022", "2022-02-16"),
        ("Wednesday 16 Feb 2022", "2022-02-16"),
        ("16/2/2022", "2022-02-16"),
        ("16.02.2022", "2022-02-16"),
        ("16-2-2022", "2022-02-16"),
        ("2022-02-16", "2022-02-16"),
        ("February 2022", "2022-02"),
        ("Sept 2024", "2024-09"),
        ("2/2022", "2022-02"),
        ("2022-02", "2022-02"),
        ("2022", "2022"),
        ("  29   February   2024 ", "2024-02-29"),
    ],
)
def test_read_date_reads_what_people_type(typed, iso):
    assert read_date(typed).isoformat() == iso


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Febtember 2022", "“Febtember” is not a month"),
        ("29 February 2023", "February 2023 has no day 29"),
        ("16/13/2022", "Enter a month from 1 to 12"),
        ("16 February 0022", "Enter a year with four figures"),
        ("soon", "Enter a date like 16 February 2022"),
        ("16/2/22", "Enter a date like 16 February 2022"),
        ("Ma 2022", "“Ma” is not a month"),
    ],
)
def test_read_date_says_what_to_type(typed, says):
    with pytest.raises(ValueError, match=says) as caught:
        read_date(typed)
    assert "invalid" not in str(caught.value).lower()


def test_asked_day_is_none_for_nothing_and_for_today():
    assert asked_day(" ", TODAY) is None
    assert asked_day("23 November 2026", TODAY) is None


def test_asked_day_reads_the_address_and_what_people_type():
    assert asked_day("2023-11-30", TODAY) == asked_day("30 November 2023", TODAY) == date(2023, 11, 30)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("November 2023", "Enter a day as well"),
        ("24 November 2026", "not in the future: today is 23 November 2026"),
        ("1 January 2020", "from 20 September 2021 on"),
    ],
)
def test_asked_day_refuses_in_words(typed, says):
    with pytest.raises(ValueError, match=says):
        asked_day(typed, TODAY, earliest=date(2021, 9, 20))
