"""Mediation about education, about health alone, and what was agreed; direct payments and their review."""

from datetime import date

import pytest

from goldenthread.casework.process.course import follow
from goldenthread.casework.process.duties import Duty, explain
from tests.casework.process.happenings import TO_FINAL, file


def due(course, duty, number=0):
    return course.open[(duty, number)].due_on


def wanted(about):
    return ("mediation-wanted", "2026-12-07", {"about": about})


def test_mediation_about_education_is_arranged_by_the_authority_in_30_days():
    course = follow(file(*TO_FINAL, wanted("education")))
    assert due(course, Duty.ARRANGE_MEDIATION) == date(2027, 1, 6)
    assert (Duty.TELL_CARE_BOARD, 0) not in course.open
    assert course.is_in_mediation


def test_mediation_about_both_tells_the_care_board_in_three_working_days_too():
    course = follow(file(*TO_FINAL, wanted("both")))
    assert due(course, Duty.ARRANGE_MEDIATION) == date(2027, 1, 6)
    assert due(course, Duty.TELL_CARE_BOARD) == date(2026, 12, 10)


def test_mediation_about_health_alone_waits_for_the_care_board_to_have_our_notice():
    course = follow(file(*TO_FINAL, wanted("health")))
    assert (Duty.ARRANGE_MEDIATION, 0) not in course.open
    assert due(course, Duty.ARRANGE_HEALTH_MEDIATION) is None
    told = follow(file(*TO_FINAL, wanted("health"), ("care-board-told", "2026-12-10")))
    assert due(told, Duty.ARRANGE_HEALTH_MEDIATION) == date(2027, 1, 9)
    assert told.outcome(Duty.TELL_CARE_BOARD).result == "met"


def test_the_care_board_acts_in_mediation_about_health_alone():
    why = explain(Duty.ARRANGE_HEALTH_MEDIATION, date(2026, 12, 10), date(2027, 1, 9))
    assert (why.who, "35(3)" in why.citation) == ("The care board", True)


@pytest.mark.parametrize(("agreed", "by"), [
    ("other", date(2027, 1, 18)), ("name", date(2027, 1, 18)), ("amend", date(2027, 2, 8)), ("make", date(2027, 3, 22)),
])  # fmt: skip
def test_what_was_agreed_is_carried_out_by_its_day(agreed, by):
    course = follow(
        file(*TO_FINAL, wanted("education"), ("mediation-held", "2027-01-04", {"agreed": agreed}))
    )
    assert due(course, Duty.CARRY_OUT_AGREEMENT, 7) == by
    assert due(course, Duty.CERTIFY) == date(2027, 1, 7)
    assert not course.is_in_mediation


def test_nothing_is_carried_out_when_nothing_was_agreed():
    course = follow(
        file(*TO_FINAL, wanted("education"), ("mediation-held", "2027-01-04", {"agreed": "nothing"}))
    )
    assert {duty for duty, _ in course.open} == {Duty.CERTIFY, Duty.REVIEW}


def test_an_agreement_and_its_certificate_end_their_clocks():
    course = follow(file(*TO_FINAL, wanted("education"), ("mediation-held", "2027-01-04", {"agreed": "other"}),
                         ("mediation-certificate", "2027-01-06"), ("agreement-carried-out", "2027-01-15")))  # fmt: skip
    assert {duty for duty, _ in course.open} == {Duty.REVIEW}
    assert course.outcome(Duty.CARRY_OUT_AGREEMENT).result == "met"


def test_direct_payments_are_reviewed_in_three_months():
    began = ("payments-began", "2026-09-07", {"consent": True})
    course = follow(file(*TO_FINAL, began))
    assert due(course, Duty.REVIEW_PAYMENTS) == date(2026, 12, 6)
    done = follow(file(*TO_FINAL, began, ("payments-reviewed", "2026-12-08"))).outcome(Duty.REVIEW_PAYMENTS)
    assert (done.result, done.days_late) == ("missed", 2)


def test_an_end_of_payments_ends_the_clock_of_their_review():
    course = follow(file(*TO_FINAL, ("payments-began", "2026-09-07", {"consent": True}),
                         ("payments-ended", "2026-10-01", {"reasons": "R", "from_on": "2026-11-01"})))  # fmt: skip
    assert (Duty.REVIEW_PAYMENTS, 0) not in course.open
