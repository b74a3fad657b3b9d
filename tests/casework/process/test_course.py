"""The course of a case: where it stands, what runs and what was late follow from its events alone."""

from datetime import date

import pytest

from goldenthread.casework.process.course import follow
from goldenthread.casework.process.duties import Duty, due_day, reminder_day
from goldenthread.casework.process.stages import Stage
from tests.casework.process.happenings import AGREED, DRAFT, REQUEST, TO_FINAL, WANTED, file


def due(course, duty, number=0):
    return course.open[(duty, number)].due_on


def test_a_request_starts_the_three_clocks_from_its_receipt():
    course = follow(file(REQUEST))
    assert course.stage is Stage.REQUESTED
    assert due(course, Duty.DECIDE_TO_ASSESS) == date(2026, 4, 13)
    assert due(course, Duty.DECIDE_TO_ISSUE) == date(2026, 6, 22)
    assert due(course, Duty.FINALISE) == date(2026, 7, 20)
    assert course.next_due.duty is Duty.DECIDE_TO_ASSESS


def test_a_final_plan_in_time_is_met_and_starts_the_year_to_its_review():
    course = follow(file(*TO_FINAL))
    assert course.stage is Stage.FINAL
    done = course.outcome(Duty.FINALISE)
    assert (done.due_on, done.done_on, done.result, done.days_late) == (
        date(2026, 7, 20), date(2026, 7, 6), "met", 0,
    )  # fmt: skip
    assert due(course, Duty.REVIEW) == date(2027, 7, 5)


def test_a_late_plan_is_missed_by_days():
    late = ("final-issued", "2026-08-03", {"placement": "Oak School"})
    done = follow(file(REQUEST, AGREED, WANTED, DRAFT, late)).outcome(Duty.FINALISE)
    assert (done.result, done.days_late) == ("missed", 14)


def test_an_exception_is_a_defence_and_leaves_the_due_day():
    exception = (
        "exception-recorded",
        "2026-05-01",
        {"code": "X-D", "starts_on": "2026-04-20", "ends_on": "2026-05-20"},
    )
    late = ("final-issued", "2026-08-03", {"placement": "Oak School"})
    course = follow(file(REQUEST, AGREED, exception, WANTED, DRAFT, late))
    done = course.outcome(Duty.FINALISE)
    assert (done.due_on, done.result, done.exception) == (
        date(2026, 7, 20),
        "missed with a lawful exception",
        "X-D",
    )
    assert course.was_excepted


def test_advice_has_no_clock_before_the_body_has_the_request():
    course = follow(
        file(REQUEST, AGREED, ("advice-requested", "2026-04-07", {"of": "medical", "body": "Health"}))
    )
    assert due(course, Duty.ADVISE, 3) is None


def test_advice_runs_six_weeks_from_the_day_that_the_body_received_it():
    asked = ("advice-requested", "2026-10-16", {"of": "medical", "body": "Health"})
    request = ("request-received", "2026-09-07", {"by": "parent"})
    agreed = ("assessment-agreed", "2026-10-15")
    course = follow(file(request, agreed, asked, ("advice-reached", "2026-10-20", {}, 3)))
    assert due(course, Duty.ADVISE, 3) == date(2026, 12, 1)


def test_each_advice_ends_its_own_clock():
    health = (
        "advice-requested",
        "2026-04-08",
        {"of": "medical", "body": "Health", "reached_on": "2026-04-08"},
    )
    psychology = (
        "advice-requested",
        "2026-04-09",
        {"of": "psychology", "body": "EP", "reached_on": "2026-04-09"},
    )
    course = follow(file(REQUEST, AGREED, health, psychology, ("advice-received", "2026-05-27", {}, 3)))
    assert course.outcome(Duty.ADVISE).days_late == 7
    assert due(course, Duty.ADVISE, 4) == date(2026, 5, 21)


def test_a_review_meeting_starts_the_report_the_decision_and_the_twelve_weeks():
    request = ("request-received", "2025-03-03", {"by": "parent"})
    course = follow(file(
        request, ("assessment-agreed", "2025-04-07"), ("plan-agreed", "2025-06-02"),
        ("draft-issued", "2025-06-09", {"information": True}),
        ("final-issued", "2025-10-20", {"placement": "Oak School"}),
        ("review-opened", "2026-09-01"), ("review-met", "2026-10-06"),
    ))  # fmt: skip
    assert due(course, Duty.REVIEW_REPORT) == date(2026, 10, 20)
    assert due(course, Duty.REVIEW_DECISION) == date(2026, 11, 3)
    assert due(course, Duty.AMEND_AFTER_MEETING) == date(2026, 12, 29)
    assert due(course, Duty.REVIEW) == date(2026, 10, 19)


def test_a_decision_to_amend_completes_the_review_and_starts_eight_weeks():
    course = follow(file(
        *TO_FINAL, ("review-opened", "2027-04-01"), ("review-met", "2027-05-04"),
        ("amendment-proposed", "2027-06-01", {"evidence": True}),
    ))  # fmt: skip
    assert course.stage is Stage.AMEND_PROPOSED
    assert due(course, Duty.AMEND) == date(2027, 7, 27)
    assert due(course, Duty.REVIEW) == date(2028, 5, 31)
    assert course.outcome(Duty.REVIEW_DECISION).result == "met"


def test_changes_without_a_review_leave_the_review_due():
    course = follow(file(*TO_FINAL, ("amendment-proposed", "2026-09-01", {"evidence": True})))
    assert due(course, Duty.REVIEW) == date(2027, 7, 5)


def test_keeping_the_plan_begins_the_next_twelve_months_on_the_day_of_the_letter():
    course = follow(file(
        *TO_FINAL, ("review-opened", "2027-04-01"), ("review-met", "2027-05-04"),
        ("review-maintained", "2027-05-25", {"reasons": "It works."}),
    ))  # fmt: skip
    assert due(course, Duty.REVIEW) == date(2028, 5, 24)
    assert (Duty.AMEND_AFTER_MEETING, 0) not in course.open


def test_a_refusal_ends_every_clock():
    course = follow(file(REQUEST, ("assessment-refused", "2026-04-10", {"reasons": "No sign of need."})))
    assert course.stage is Stage.REFUSED_ASSESS
    assert not course.open
    assert course.ended_on == date(2026, 4, 10)


def test_a_plan_that_came_from_elsewhere_is_reviewed_by_the_later_of_two_days():
    course = follow(file(("moved-in", "2027-01-04", {"authority": "Elsewhere", "made_on": "2026-01-20"})))
    assert due(course, Duty.REVIEW) == date(2027, 4, 3)
    assert due(course, Duty.MOVE_INFORM) == date(2027, 2, 15)


def test_an_order_of_the_tribunal_runs_beside_the_plan():
    course = follow(file(
        *TO_FINAL, ("appeal-lodged", "2026-09-01", {"about": "B and F"}),
        ("tribunal-order", "2026-12-18", {"order": "name"}),
    ))  # fmt: skip
    assert course.stage is Stage.FINAL
    assert due(course, Duty.CARRY_OUT_ORDER, 7) == date(2027, 1, 1)
    assert not course.is_appealed


@pytest.mark.parametrize(("to", "day"), [("school", date(2027, 2, 14)), ("post-16", date(2027, 3, 30))])
def test_a_change_of_phase_is_due_before_its_day(to, day):
    course = follow(file(*TO_FINAL, ("phase-transfer-expected", "2026-09-01", {"year": "2027", "to": to})))
    assert due(course, Duty.PHASE_TRANSFER) == day
    assert course.next_due.duty is Duty.PHASE_TRANSFER


def test_a_case_opened_again_by_an_order_is_due_when_the_order_says():
    course = follow(file(
        REQUEST, ("assessment-refused", "2026-04-10", {"reasons": "No sign of need."}),
        ("appeal-lodged", "2026-06-01", {"about": "assessment"}), ("tribunal-order", "2026-12-18", {"order": "assess"}),
        ("reopened-by-order", "2026-12-21"),
    ))  # fmt: skip
    assert course.stage is Stage.ASSESSING
    assert due(course, Duty.CARRY_OUT_ORDER, 4) == date(2027, 1, 1)
    assert due(course, Duty.FINALISE) == date(2027, 3, 26)
    assert course.ended_on is None


@pytest.mark.parametrize(("duty", "started", "aim"), [
    (Duty.DECIDE_TO_ASSESS, date(2026, 9, 7), date(2026, 10, 18)), (Duty.FINALISE, date(2026, 9, 7), date(2027, 1, 24)),
    (Duty.REASSESS_DECISION, date(2026, 12, 1), None), (Duty.REVIEW, date(2026, 9, 7), None),
    (Duty.ANSWER_APPEAL, date(2026, 9, 7), None),
])  # fmt: skip
def test_reminder_day_is_a_day_earlier_for_weeks_and_none_for_the_rest(duty, started, aim):
    assert reminder_day(duty, started, due_day(duty, started)) == aim


def test_reminder_day_is_none_for_a_day_that_was_not_counted():
    assert reminder_day(Duty.FINALISE, date(2026, 9, 7), date(2026, 12, 31)) is None
