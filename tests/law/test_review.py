"""The yearly review: what is due when, who writes, who is told, and what a late notice does not change."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.law import review
from goldenthread.law.errors import NotInForce
from goldenthread.law.readings import IPSEA, LEGAL, Readings
from goldenthread.law.review import Setting

days = st.dates(date(2015, 1, 1), date(2060, 1, 1))


def test_timetable_explains_itself_in_one_sentence_with_its_provisions() -> None:
    times = review.timetable(date(2026, 10, 6))
    assert times.explanation == (
        "For a meeting on 6 October 2026: invitations and papers by 22 September 2026 (2 weeks before), the report by "
        "20 October 2026 (2 weeks after), the decision and any notice of changes by 3 November 2026 (4 weeks), the family’s "
        "views until 17 November 2026 at least, and the final amended plan by 29 December 2026 (12 weeks)"
    )
    assert "20(3) to (10)" in times.citation.text


def test_timetable_is_not_given_for_a_meeting_before_the_law() -> None:
    assert review.timetable(date(2014, 9, 1)).report == date(2014, 9, 15)
    with pytest.raises(NotInForce, match="1 September 2014"):
        review.timetable(date(2014, 8, 31))


@pytest.mark.parametrize(("attends", "provision"), [(True, "20(3) and (4)"), (False, "21(3) and (4)")])
def test_invite_by_cites_the_regulation_of_the_setting(attends: bool, provision: str) -> None:
    answer = review.invite_by(date(2026, 10, 6), attends=attends)
    assert answer.explanation == "At least 2 weeks before 6 October 2026: 22 September 2026"
    assert answer.citation.text.endswith(provision)


@pytest.mark.parametrize(
    ("attends", "report", "decision"), [(True, "20(7) to (9)", "20(10)"), (False, "21(7) and (8)", "21(9)")]
)
def test_report_and_decision_cite_the_regulation_of_the_setting(
    attends: bool, report: str, decision: str
) -> None:
    first, second = (
        ask(date(2026, 10, 6), attends=attends) for ask in (review.report_by, review.decision_by)
    )
    assert (first.due_on, second.due_on) == (date(2026, 10, 20), date(2026, 11, 3))
    assert first.citation.text.endswith(report)
    assert second.citation.text.endswith(decision)


@pytest.mark.parametrize(
    ("meeting", "notice", "due"),
    [
        (date(2026, 10, 6), date(2026, 10, 20), date(2026, 12, 15)),  # an early notice brings the day forward
        (date(2026, 10, 6), date(2026, 11, 3), date(2026, 12, 29)),  # the last day for it: 8 weeks are 12
        (date(2026, 10, 6), date(2026, 11, 4), date(2026, 12, 29)),  # one day late gains nothing
        (date(2023, 3, 15), date(2023, 8, 1), date(2023, 6, 7)),  # over before the notice was sent
    ],
)
def test_amended_plan_by_gives_the_earlier_of_the_two_limits(meeting: date, notice: date, due: date) -> None:
    assert review.amended_plan_by(meeting, notice).due_on == due


def test_amended_plan_by_says_that_a_late_notice_gives_no_more_time() -> None:
    answer = review.amended_plan_by(date(2026, 10, 6), date(2026, 11, 4))
    assert answer.explanation.endswith("29 December 2026; a late notice gives no more time")
    assert "Devon" in answer.citation.text


def test_earliest_final_is_the_day_after_the_15_days() -> None:
    assert review.earliest_final(date(2026, 12, 11)).due_on == date(2026, 12, 26)


@pytest.mark.parametrize(
    ("last", "readings", "due"),
    [
        (date(2023, 3, 1), LEGAL, date(2024, 2, 29)),
        (date(2023, 3, 1), IPSEA, date(2024, 3, 1)),
        (date(2024, 2, 29), LEGAL, date(2025, 2, 28)),
        (date(2024, 2, 29), IPSEA, date(2025, 2, 28)),
        (date(2027, 3, 1), LEGAL, date(2028, 2, 29)),
        (date(2026, 1, 1), LEGAL, date(2026, 12, 31)),
    ],
)
def test_next_review_ends_the_day_before_unless_read_otherwise(
    last: date, readings: Readings, due: date
) -> None:
    answer = review.next_review(last, readings)
    assert answer.due_on == due
    assert answer.explanation.startswith(
        "12 months, beginning with" if readings is LEGAL else "12 months after"
    )


def test_advised_under_five_is_three_to_six_months_and_binds_nobody() -> None:
    advised = review.advised_under_five(date(2027, 1, 4))
    assert (advised.first, advised.last) == (date(2027, 4, 4), date(2027, 7, 4))
    assert "as guidance" in advised.explanation
    assert advised.citation.unconfirmed


@pytest.mark.parametrize("setting", Setting)
def test_roles_ask_the_head_in_the_seven_kinds_only(setting: Setting) -> None:
    found = review.roles(setting)
    assert (found.writes == "the head or principal") is (setting in review.HEAD_REPORTS)
    assert found.head_can_hold is (setting in review.HEAD_REPORTS)
    assert len(found.invited) == 5
    assert found.told[0] == "the child’s parent or the young person"


def test_roles_count_seven_kinds() -> None:
    assert len(review.HEAD_REPORTS) == 7


@pytest.mark.parametrize(
    ("setting", "provision", "told"),
    [(Setting.PRU, "20(7)", 2), (Setting.COLLEGE, "20(8)", 2), (Setting.NONE, "21(2) to (9)", 1)],
)
def test_roles_tell_the_family_and_the_setting_if_there_is_one(
    setting: Setting, provision: str, told: int
) -> None:
    found = review.roles(setting)
    assert found.citation.text.endswith(f"regulation {provision}")
    assert len(found.told) == told


def test_roles_read_well() -> None:
    assert (
        review.roles(Setting.ACADEMY).explanation
        == "For a child or young person at an academy school, the head or principal writes the report"
    )


def test_outcomes_can_be_appealed_at_once_unless_the_plan_is_to_change() -> None:
    assert {name: one.at_once for name, one in review.OUTCOMES.items()} == {
        "continue": True, "amend": False, "cease": True,
    }  # fmt: skip


@given(days, st.integers(0, 120))
def test_amended_plan_by_never_gives_more_than_twelve_weeks_or_eight(meeting: date, later: int) -> None:
    sent = meeting + timedelta(days=later)
    due = review.amended_plan_by(meeting, sent).due_on
    assert due == min(meeting + timedelta(weeks=12), sent + timedelta(weeks=8))


@given(days, st.integers(1, 400))
def test_next_review_is_never_earlier_for_a_later_start(day: date, later: int) -> None:
    assert (
        day
        < review.next_review(day).due_on
        <= review.next_review(min(day + timedelta(days=later), date(2060, 1, 1))).due_on
    )
