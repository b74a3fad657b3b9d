"""What is wrong with a file of events, in sentences."""

from datetime import date

import pytest

from goldenthread.casework.process.checks import first_fault
from tests.casework.process.happenings import AGREED, DRAFT, FINAL, REQUEST, TO_FINAL, WANTED, file

BORN, TODAY = date(2017, 5, 4), date(2027, 12, 1)


def fault(*lines):
    return first_fault(file(*lines), born_on=BORN, today=TODAY)


def test_a_sound_file_has_no_fault():
    assert fault(*TO_FINAL) is None


@pytest.mark.parametrize(
    ("lines", "words", "field"),
    [
        ([("request-received", "2028-01-03", {"by": "parent"})], "is after today", "occurred_on"),
        ([("request-received", "2017-05-03", {"by": "parent"})], "before the child was born", "occurred_on"),
        ([("request-received", "2026-03-02", {})], "Enter: who asked", "by"),
        ([("request-received", "2026-03-02", {"by": "the postman"})], "not one of the answers", "by"),
        ([AGREED], "nothing had been requested by then", "occurred_on"),
        ([REQUEST, REQUEST], "open case already", "occurred_on"),
        ([REQUEST, ("assessment-refused", "2026-04-07", {})], "Enter: reasons", "reasons"),
        ([REQUEST, DRAFT], "the case stood at “Requested” then", "occurred_on"),
        ([REQUEST, AGREED, ("advice-received", "2026-05-01", {}, 1)], "say which “advice asked for”", "answers"),
        ([REQUEST, AGREED, ("advice-received", "2026-05-01", {}, 9)], "say which “advice asked for”", "answers"),
        ([REQUEST, ("nonsense", "2026-05-01")], "no kind of event called “nonsense”", "kind"),
    ],
)  # fmt: skip
def test_a_fault_says_what_and_how_to_mend_it(lines, words, field):
    found = fault(*lines)
    assert words in found.sentence
    assert found.field == field


def test_no_plan_is_final_before_the_fifteen_days_are_over():
    early = ("final-issued", "2026-06-22", {"placement": "Oak School"})
    found = fault(REQUEST, AGREED, WANTED, DRAFT, early)
    assert "until 22 June 2026" in found.sentence
    assert "from 23 June 2026" in found.sentence


def test_the_sixteenth_day_is_soon_enough():
    assert fault(REQUEST, AGREED, WANTED, DRAFT, ("final-issued", "2026-06-23", {"placement": "Oak"})) is None


def test_a_family_may_agree_in_writing_to_an_earlier_day():
    agreed = ("early-finish-agreed", "2026-06-15", {"words": "We are content."})
    assert (
        fault(REQUEST, AGREED, WANTED, DRAFT, agreed, ("final-issued", "2026-06-16", {"placement": "Oak"}))
        is None
    )


def test_a_second_draft_begins_the_fifteen_days_again_and_ends_an_agreement():
    agreed = ("early-finish-agreed", "2026-06-15", {"words": "We are content."})
    second = ("draft-issued", "2026-06-20", {"information": True})
    found = fault(
        REQUEST, AGREED, WANTED, DRAFT, agreed, second, ("final-issued", "2026-06-25", {"placement": "Oak"})
    )
    assert "until 4 July 2026" in found.sentence


def test_a_plan_does_not_end_before_the_time_to_appeal_is_over():
    way = [*TO_FINAL, ("cease-considered", "2027-02-01", {"reasons": "Moved into work."}),
           ("cease-decided", "2027-03-10", {"reasons": "No longer needed."})]  # fmt: skip
    assert "appeal until 10 May 2027" in fault(*way, ("ceased", "2027-05-10")).sentence
    assert fault(*way, ("ceased", "2027-05-11")) is None


def test_a_plan_does_not_end_while_an_appeal_is_open():
    way = [*TO_FINAL, ("cease-considered", "2027-02-01", {"reasons": "Work."}),
           ("cease-decided", "2027-03-10", {"reasons": "Done."}),
           ("appeal-lodged", "2027-04-01", {"about": "ending"})]  # fmt: skip
    assert "An appeal is open" in fault(*way, ("ceased", "2027-09-01")).sentence


def test_the_same_final_twice_is_refused():
    assert "the case stood at “Final plan”" in fault(*TO_FINAL, FINAL).sentence


@pytest.mark.parametrize("year", ["next year", "0000", "20277", "٢٠٢٧", "2027.5"])
def test_a_year_of_a_move_that_is_none_is_a_fault_and_no_error(year):
    events = file(*TO_FINAL, ("phase-transfer-expected", "2026-10-01", {"year": year, "to": "school"}))
    fault = first_fault(events, born_on=date(2016, 5, 3), today=date(2027, 1, 1))
    assert fault is not None
    assert fault.field == "year"
