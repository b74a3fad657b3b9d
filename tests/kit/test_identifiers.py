"""Traces of people in a text, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.kit.identifiers import is_nhs_number, is_upn, kinds_of_traces, traces
from goldenthread.people.identifiers import check_letter

NUMBERS = st.text("0123456789", min_size=9, max_size=9)


def nhs(nine: str) -> str:
    rest = (11 - sum(int(d) * w for d, w in zip(nine, range(10, 1, -1), strict=True)) % 11) % 11
    return f"{nine}{rest}" if rest != 10 else ""


@given(NUMBERS)
def test_every_nhs_number_is_found_and_with_another_check_digit_none(nine):
    number = nhs(nine)
    if not number:
        return
    assert is_nhs_number(number)
    assert not is_nhs_number(number[:9] + str((int(number[9]) + 1) % 10))
    written = f"{number[:3]} {number[3:6]} {number[6:]}"
    assert "an NHS number" in kinds_of_traces(f"She has {written}.") or number.startswith("0")


@given(st.text("0123456789", min_size=12, max_size=12))
def test_upn_as_the_people_app_makes_it_is_found(digits):
    upn = check_letter(digits) + digits
    assert is_upn(upn)
    assert kinds_of_traces(f"UPN {upn.lower()} here") == ["a UPN"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("write to a.b-c@school.example.org please", ["an e-mail address"]),
        ("01902 551155", ["a telephone number"]),
        ("(01902) 551155", ["a telephone number"]),
        ("+44 7700 900123", ["a telephone number"]),
        ("We live in wv10 9nf", ["a postcode"]),
        ("DOB: 03/05/2016", ["a date of birth"]),
        ("he was born on the 3rd May 2016", ["a date of birth"]),
        ("date of birth 2016-05-03", ["a date of birth"]),
    ],
)
def test_form_is_found(text, what):
    assert kinds_of_traces(text) == what


@pytest.mark.parametrize(
    "text",
    [
        "The review was on 3 May 2016 and took 90 minutes.", "We waited 18 weeks and 3 days, then 52 more.",
        "Section 9 of the Act; regulation 56(2); page 2016.", "Reference GT-2026-004512", "Year 6 to year 7, from 8 to 16",
        "The bus is number 529 and costs £2.50", "Ofsted said 1 in 10", "", "EC1 is a district",
    ],
)  # fmt: skip
def test_plain_words_raise_no_alarm(text):
    assert traces(text) == []


def test_the_key_of_a_row_and_a_hash_are_nobodys_number():
    key = "3f0c9d52-7b1e-4c60-9a41-ab9434765919"
    assert kinds_of_traces(f"See /evidence/{key}/ and {'0' * 20}ab9434765919{'c' * 32}.") == []
    assert kinds_of_traces(f"{key} is of 943 476 5919.") == ["an NHS number"]
