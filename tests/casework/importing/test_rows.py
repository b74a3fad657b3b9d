"""A row as a case: which events its days tell of, and what is wrong with it, by the rules of typed entry."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.casework.importing.mapping import suggested
from goldenthread.casework.importing.rows import draft_of
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.process.stages import Stage
from tests.casework.importing.rows import HEADINGS, row

TODAY = date(2026, 11, 24)
MORE = ("Draft plan date", "Decision to issue", "Decision to issue date", "Cease date", "Cease reason", "Moved in",
        "Moved from", "Review meeting date", "20 week exception", "Moved out", "Moved to", "Why there is no UPN or ULN",
        "Parent email")  # fmt: skip
NO_REQUEST = {"Request received": "", "Decision to assess": "", "Date of decision to assess": ""}
COLUMNS = suggested([*HEADINGS, *MORE])


def draft(**changes):
    return draft_of(7, row(1, **changes), COLUMNS, today=TODAY)


def kinds(**changes):
    made = draft(**changes)
    assert made.troubles == []
    return [event.kind for event in made.events]


def wrong(**changes):
    """The one thing that is wrong: its column and its sentence."""
    (trouble,) = draft(**changes).troubles
    assert trouble.row == 7
    return trouble.column, trouble.sentence


def test_every_extra_heading_is_known():
    assert set(MORE) <= set(COLUMNS)


def test_a_request_that_led_to_a_plan():
    assert kinds() == ["request-received", "assessment-agreed", "plan-on-record"]
    course = draft().course
    assert (course.stage, course.final_on) == (Stage.FINAL, date(2026, 7, 6))
    assert course.outcome(Duty.FINALISE).result == "met"
    assert course.open[(Duty.REVIEW, 0)].due_on == date(2027, 7, 5)


def test_a_plan_with_its_draft_has_the_usual_events():
    assert kinds(**{"Draft plan date": "08/06/2026", "Decision to issue date": "01/06/2026"}) == [
        "request-received", "assessment-agreed", "plan-agreed", "draft-issued", "final-issued"]  # fmt: skip


def test_a_decision_without_a_day_is_known_by_what_follows():
    made = draft(**{"Date of decision to assess": "", "Draft plan date": "08/06/2026"})
    assert made.troubles == []
    assert [(event.kind, event.occurred_on.day) for event in made.events[1:4]] == [
        ("assessment-agreed", 8), ("plan-agreed", 8), ("draft-issued", 8)]  # fmt: skip
    assert "no day for this" in made.events[1].facts["reasons"]


def test_a_plan_without_a_request_begins_with_the_record():
    assert kinds(**NO_REQUEST, **{"Last review": "1/8/2026"}) == ["plan-on-record", "review-on-record"]


def test_reviews_move_the_next_one():
    days = {
        "Request received": "02/03/2025",
        "Date of decision to assess": "07/04/2025",
        "Final plan date": "06/07/2025",
    }
    course = draft(**days, **{"Last review": "15/06/2026", "Review meeting date": "20/05/2026"}).course
    assert (course.stage, course.reviewed_on) == (Stage.MAINTAINED, date(2026, 6, 15))
    assert course.open[(Duty.REVIEW, 0)].due_on == date(2027, 6, 14)


def test_a_meeting_after_the_last_decision_waits_for_its_own():
    course = draft(**{"Review meeting date": "01/11/2026"}).course
    assert course.stage == Stage.REVIEW_MET
    assert course.open[(Duty.REVIEW_DECISION, 0)].due_on == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("changes", "stage"),
    [
        ({"Decision to assess": "Refused", "Final plan date": ""}, Stage.REFUSED_ASSESS),
        ({"Decision to assess": "W", "Final plan date": ""}, Stage.WITHDRAWN),
        ({"Decision to issue": "No", "Decision to issue date": "01/06/2026", "Final plan date": ""}, Stage.REFUSED_ISSUE),
        ({"Cease date": "01/09/2026", "Cease reason": "In work"}, Stage.CEASED),
        ({"Moved out": "01/09/2026", "Moved to": "Elsewhere"}, Stage.TRANSFERRED_OUT),
        ({"Decision to assess": "A", "Date of decision to assess": "", "Final plan date": ""}, Stage.REQUESTED),
        ({"Moved in": "01/09/2026", "Moved from": "Elsewhere", "Request received": "", "Decision to assess": "",
          "Date of decision to assess": ""}, Stage.MAINTAINED),
    ],
)  # fmt: skip
def test_a_row_ends_where_its_days_say(changes, stage):
    made = draft(**changes)
    assert made.troubles == []
    assert made.course.stage == stage


def test_a_lawful_exception_leaves_the_due_day_and_counts_as_one():
    course = draft(**{"20 week exception": "1", "Final plan date": "06/09/2026"}).course
    done = course.outcome(Duty.FINALISE)
    assert (done.due_on, done.result) == (date(2026, 7, 20), "missed with a lawful exception")
    assert course.was_excepted


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"DOB": "04/05/2027"}, "DOB", "after today"),
        ({"DOB": "soon"}, "DOB", "not a day"),
        ({"DOB": ""}, "DOB", "Enter the date of birth"),
        ({"DOB": "05/2017"}, "DOB", "whole day"),
        ({"Surname": ""}, "Surname", "family name"),
        ({"UPN": "A801200000001"}, "UPN", "does not fit its digits"),
        ({"UPN": "123"}, "UPN", "13 characters"),
        ({"Request received": "02/03/2016"}, "Request received", "before the child was born"),
        ({"Request received": "02/03/2027", "Date of decision to assess": "", "Decision to assess": "", "Final plan date": ""},
         "Request received", "after today"),
        ({"Date of decision to assess": "07/01/2026"}, "Date of decision to assess",
         "nothing had been requested by then"),
        ({"Final plan date": "06/02/2026"}, "Final plan date", "before its request"),
        ({"Final plan date": "06/12/2026"}, "Final plan date", "after today"),
        ({"Draft plan date": "01/07/2026"}, "Final plan date", "The family has until 15 July 2026"),
        ({"Decision to assess": "perhaps"}, "Decision to assess", "is not one of"),
        ({"Decision to assess": "", "Final plan date": ""}, "Decision to assess", "not what was decided"),
        ({"Gender": "Q"}, "Gender", "is not one of"),
        ({"Last review": "01/07/2026"}, "Last review", "can only follow"),
        ({"Moved to": "Elsewhere"}, "Moved to", "does not say when"),
        ({"Parent email": "robin"}, "Parent email", "not an e-mail address"),
        ({"Surname": "x" * 200}, "Surname", "150 fit"),
        ({"DOB": "04/05/1990"}, "DOB", "more than 26 years"),
        ({"Request received": "", "Decision to assess": "", "Date of decision to assess": "", "Final plan date": ""},
         "Request received", "no day on which the case begins"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_its_column(changes, column, words):
    where, sentence = wrong(**changes)
    assert where == column
    assert words in sentence


def test_everything_that_is_wrong_in_a_row_is_said_at_once():
    columns = [one.column for one in draft(DOB="soon", UPN="12", Gender="Q").troubles]
    assert sorted(columns) == ["DOB", "Gender", "UPN"]
