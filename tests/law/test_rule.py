from datetime import date

import pytest

from goldenthread.law.citation import Citation, Dated
from goldenthread.law.errors import LengthFixed, NotInForce, ReceiptMissing
from goldenthread.law.length import Length, Unit
from goldenthread.law.rule import Regime, Rule

WORKING = Unit.WORKING_DAYS


def cited(starts, ends=None, *, unconfirmed=False):
    return Citation("regulation 1", "https://example.org/1", starts, ends, unconfirmed)


def rule(*limit, regime=None):
    return Rule(
        name="a-rule",
        title="Do it",
        who="Somebody",
        trigger="the letter came",
        not_the_same="the day it was written",
        limit=limit,
        example=date(2022, 3, 1),
        regime=regime,
    )


CHANGED = rule(
    Dated(Length(10, Unit.DAYS), cited(date(2016, 1, 1), date(2021, 12, 31))),
    Dated(Length(5, WORKING), cited(date(2022, 1, 1))),
)
PRACTICE = rule(Dated(Length(20, Unit.DAYS), cited(date(2016, 1, 1), unconfirmed=True)))


@pytest.mark.parametrize(
    ("received_on", "due_on"),
    [
        (date(2021, 12, 31), date(2022, 1, 10)),
        (date(2022, 1, 1), date(2022, 1, 10)),
        (date(2022, 1, 4), date(2022, 1, 11)),
    ],
)
def test_deadline_uses_the_length_of_the_day_that_starts_the_clock(received_on, due_on):
    assert CHANGED.deadline(received_on).due_on == due_on


def test_deadline_refuses_a_clock_without_its_day():
    with pytest.raises(ReceiptMissing) as refused:
        PRACTICE.deadline(None)
    assert str(refused.value) == (
        "The 20 days run from the day the letter came. "
        "Enter that day: the day it was written is not the same."
    )


def test_deadline_without_its_day_names_no_length_when_the_length_has_changed():
    with pytest.raises(ReceiptMissing, match=r"^The time runs from the day the letter came"):
        CHANGED.deadline(None)


def test_deadline_refuses_a_day_before_the_rule():
    with pytest.raises(NotInForce, match="a-rule has no value for 31 December 2015"):
        CHANGED.deadline(date(2015, 12, 31))


def test_deadline_takes_another_length_where_only_practice_gives_one():
    told = PRACTICE.deadline(date(2020, 9, 11), Length(10, WORKING))
    assert (told.due_on, told.unconfirmed) == (date(2020, 9, 25), True)


def test_deadline_refuses_another_length_where_the_law_gives_one():
    with pytest.raises(
        LengthFixed, match="fixes 5 working days for a-rule: it cannot be replaced by 6 working days"
    ):
        CHANGED.deadline(date(2022, 1, 4), Length(6, WORKING))


@pytest.mark.parametrize(
    ("received_on", "length", "explanation"),
    [
        (date(2022, 3, 1), Length(1, WORKING), "1 working day after 1 March 2022: 2 March 2022"),
        (date(2022, 3, 1), Length(1, Unit.MONTHS), "1 month after 1 March 2022: 1 April 2022"),
        (
            date(2022, 4, 14),
            Length(1, WORKING),
            "1 working day after 14 April 2022, leaving out 15 and 18 April: 19 April 2022",
        ),
        (
            date(2022, 2, 22),
            Length(70, WORKING),
            "70 working days after 22 February 2022, leaving out 15, 18 April, 2 May and 2, 3 June: "
            "7 June 2022",
        ),
        (
            date(2023, 12, 29),
            Length(255, WORKING),
            "255 working days after 29 December 2023, leaving out 1 January, 29 March, 1 April, 6, 27 May, "
            "26 August, 25, 26 December 2024 and 1 January 2025: 2 January 2025",
        ),
        (date(2021, 12, 24), Length(4, Unit.DAYS), "4 days after 24 December 2021: 28 December 2021"),
    ],
)
def test_explanation_names_what_was_left_out(received_on, length, explanation):
    assert PRACTICE.deadline(received_on, length).explanation == explanation


@pytest.mark.parametrize(
    ("received_on", "cautioned"),
    [(date(2027, 12, 24), False), (date(2027, 12, 31), True), (date(2027, 12, 30), False)],
)
def test_explanation_says_when_the_count_passes_the_last_announced_holiday(received_on, cautioned):
    answer = PRACTICE.deadline(received_on, Length(1, WORKING))
    assert ("Bank holidays after 31 December 2027" in answer.explanation) is cautioned
    assert bool(answer.cautions) is cautioned


def test_explanation_is_silent_about_bank_holidays_when_every_day_counts():
    assert PRACTICE.deadline(date(2030, 1, 1)).explanation == "20 days after 1 January 2030: 21 January 2030"


@pytest.mark.parametrize(
    ("received_on", "cautioned"),
    [
        (date(2016, 4, 30), True),
        (date(2016, 5, 1), False),
        (date(2022, 12, 31), False),
        (date(2023, 1, 1), True),
    ],
)
def test_explanation_asks_which_inspection_it_was_outside_the_regime(received_on, cautioned):
    regime = Regime("first inspections", date(2016, 5, 1), date(2022, 12, 31))
    answer = rule(PRACTICE.limit[0], regime=regime).deadline(received_on)
    words = "first inspections, held from May 2016 to December 2022: check which inspection this was."
    assert (words in answer.explanation) is cautioned


def test_as_dict_is_ready_for_json():
    assert PRACTICE.deadline(date(2022, 4, 14), Length(1, WORKING)).as_dict() == {
        "rule": "a-rule",
        "title": "Do it",
        "who": "Somebody",
        "on": "2022-04-14",
        "due_on": "2022-04-19",
        "number": 1,
        "counts": "working days",
        "left_out": [
            {"day": "2022-04-15", "name": "Good Friday"},
            {"day": "2022-04-18", "name": "Easter Monday"},
        ],
        "explanation": "1 working day after 14 April 2022, leaving out 15 and 18 April: 19 April 2022",
        "cautions": [],
        "citation": {"text": "regulation 1", "url": "https://example.org/1"},
        "unconfirmed": True,
    }


def test_length_refuses_nothing_at_all():
    with pytest.raises(ValueError, match="at least 1"):
        Length(0, WORKING)
