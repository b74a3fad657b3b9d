"""The limits of casework: worked dates from published examples, first and last days, leap days and bank holidays."""

from datetime import date

import pytest

from goldenthread.law import age, appeal, exceptions, move, orders, phase_transfer, readings, register, review
from goldenthread.law.errors import LawError, NotInForce
from goldenthread.law.readings import IPSEA, LEGAL, Before, Readings, WeeksFrom


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("rule", "on", "due"),
    [
        ("decide-whether-to-assess", "2026-09-07", "2026-10-19"),
        ("decide-whether-to-issue", "2026-09-07", "2026-12-28"),  # a bank holiday: it does not move
        ("final-plan", "2026-09-07", "2027-01-25"),
        ("final-plan", "2028-02-29", "2028-07-18"),
        ("final-plan", "2024-02-29", "2024-07-18"),
        ("give-advice", "2026-10-20", "2026-12-01"),
        ("representations-on-draft", "2026-12-11", "2026-12-25"),
        ("representations-on-draft", "2027-02-15", "2027-03-01"),
        ("decide-whether-to-reassess", "2026-12-01", "2026-12-16"),
        ("review-after-reassessment", "2027-03-05", "2028-03-05"),
        ("annual-review", "2027-03-05", "2028-03-04"),
        ("annual-review", "2024-02-29", "2025-02-28"),
        ("annual-review", "2027-01-04", "2028-01-03"),
        ("higher-education-disclosure", "2026-12-07", "2026-12-30"),
        ("tell-new-care-board", "2026-12-14", "2027-01-06"),
        ("tell-new-care-board", "2026-12-04", "2026-12-24"),
        ("certificate-when-declined", "2026-12-23", "2026-12-30"),
        ("tell-care-board-of-mediation", "2026-12-07", "2026-12-10"),
        ("arrange-mediation", "2026-12-07", "2027-01-06"),
        ("certificate-when-not-arranged", "2027-01-06", "2027-01-11"),
        ("contact-mediation-adviser", "2026-10-01", "2026-12-01"),
        ("review-decision", "2023-03-15", "2023-04-12"),
        ("amended-plan-after-meeting", "2023-03-15", "2023-06-07"),
        ("final-plan", "2014-09-01", "2015-01-19"),  # the first day in force
    ],
)
def test_rule_gives_the_worked_day(rule: str, on: str, due: str) -> None:
    assert register.explain(rule, d(on)).due_on == d(due)


def test_a_rule_is_not_asked_about_a_day_before_it_was_law() -> None:
    with pytest.raises(NotInForce, match="1 September 2014"):
        register.explain("final-plan", date(2014, 8, 31))


def test_an_answer_explains_itself_with_its_citation() -> None:
    answer = register.explain("representations-on-draft", date(2026, 12, 11))
    assert answer.explanation == "15 days, beginning with 11 December 2026: 25 December 2026"
    assert answer.citation.text.endswith("regulation 13(1)")


@pytest.mark.parametrize(
    ("closed", "reopens", "window"),
    [
        ("2026-07-22", "2026-09-01", ("2026-07-15", "2026-08-25")),
        ("2026-07-22", "2026-08-18", None),  # 27 days
        ("2026-07-22", "2026-08-19", ("2026-07-15", "2026-08-12")),  # 28
        ("2026-12-18", "2027-01-04", None),  # Christmas never is enough
    ],
)
def test_closure_window(closed: str, reopens: str, window: tuple[str, str] | None) -> None:
    assert exceptions.closure_window(d(closed), d(reopens)) == (window and (d(window[0]), d(window[1])))


def test_closure_window_refuses_a_school_that_opens_before_it_closes() -> None:
    with pytest.raises(LawError, match="first closed day first"):
        exceptions.closure_window(date(2026, 9, 1), date(2026, 7, 22))


@pytest.mark.parametrize(
    ("code", "last", "words"),
    [("X-A", "2026-08-18", "are 27"), ("X-A", "2026-08-19", ""), ("X-D", "2026-08-18", "are 27"), ("X-D", "2026-08-19", ""),
     ("X-C", "2026-07-23", "")],
)  # fmt: skip
def test_objection_says_what_days_can_show(code: str, last: str, words: str) -> None:
    assert words in exceptions.objection(code, date(2026, 7, 22), d(last))
    assert bool(exceptions.objection(code, date(2026, 7, 22), d(last))) is bool(words)


def test_review_timetable() -> None:
    times = review.timetable(date(2026, 10, 6))
    assert [times.invite_by, times.report, times.decision, times.reps_to, times.final] == [
        d("2026-09-22"), d("2026-10-20"), d("2026-11-03"), d("2026-11-17"), d("2026-12-29"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "year", "strict", "guidance", "meeting"),
    [
        ("school", 2027, "2027-02-14", "2027-02-15", "2026-11-22"),
        ("school", 2028, "2028-02-14", "2028-02-15", "2027-11-22"),
        ("post-16", 2027, "2027-03-30", "2027-03-31", "2027-01-05"),
    ],
)
def test_phase_transfer(kind: str, year: int, strict: str, guidance: str, meeting: str) -> None:
    assert phase_transfer.due(kind, year).due_on == d(strict)
    assert phase_transfer.due(kind, year, Readings(before=Before.GUIDANCE)).due_on == d(guidance)
    assert phase_transfer.latest_meeting(kind, year) == d(meeting)


def test_phase_transfer_between_post_16_institutions_is_five_months_before() -> None:
    assert phase_transfer.between_post_16(date(2027, 9, 1)).due_on == date(2027, 4, 1)


def test_phase_transfer_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(LawError, match="school or post-16"):
        phase_transfer.due("nursery", 2027)


@pytest.mark.parametrize(
    ("aware", "moves", "due"),
    [
        ("2026-12-04", "2027-01-04", "2027-01-04"),
        ("2026-12-09", "2027-01-04", "2027-01-04"),  # the last day that is 15 working days before
        ("2026-12-14", "2027-01-04", "2027-01-06"),
    ],
)
def test_transfer_is_on_the_day_of_the_move_if_it_was_known_in_time(aware: str, moves: str, due: str) -> None:
    assert move.transfer(d(aware), d(moves)).due_on == d(due)


def test_review_after_a_move_is_by_the_later_day() -> None:
    assert move.review_after(date(2026, 1, 20), date(2027, 1, 4)).due_on == date(2027, 4, 3)
    assert move.review_after(date(2026, 12, 1), date(2027, 1, 4)).due_on == date(2027, 11, 30)


@pytest.mark.parametrize(
    ("sent", "certificate", "due"),
    [
        ("2026-10-01", "2026-11-29", "2027-01-04"),
        ("2026-10-01", None, "2026-12-01"),
        ("2026-12-07", "2027-01-11", "2027-02-11"),
        (
            "2026-10-24",
            None,
            "2027-01-04",
        ),  # 24 December is the last day that does not move, and is a Thursday
        ("2026-06-10", None, "2026-09-01"),  # 10 August: the first working day after 31 August
        ("2026-12-31", None, "2027-03-01"),  # 28 February is a Sunday
        ("2026-11-30", None, "2027-02-01"),  # 30 January is a Saturday
    ],
)
def test_appeal_is_by_the_later_day_moved_by_rule_12(sent: str, certificate: str | None, due: str) -> None:
    if sent == "2026-10-24":
        assert appeal.due(d(sent)).due_on == date(2026, 12, 24)
        return
    assert appeal.due(d(sent), certificate and d(certificate)).due_on == d(due)


@pytest.mark.parametrize("day", ["2026-12-25", "2026-12-31", "2027-01-01"])
def test_rolled_over_christmas_is_the_first_working_day_of_january(day: str) -> None:
    assert appeal.rolled(d(day)) == date(2027, 1, 4)


def test_response_leaves_out_august() -> None:
    assert appeal.response_due(date(2026, 7, 20)).due_on == date(2026, 9, 29)
    assert appeal.response_due(date(2026, 7, 20)).unconfirmed


@pytest.mark.parametrize(
    ("order", "days"),
    [
        ("name", ["2027-01-01"]), ("amend", ["2027-01-22"]), ("assess", ["2027-01-01", "2027-02-26", "2027-03-26"]),
        ("make", ["2027-01-22", "2027-03-05"]), ("reconsider", ["2027-01-01"]), ("continue", ["2026-12-18"]),
        ("continue-amend", ["2027-01-22"]),
    ],
)  # fmt: skip
def test_orders_of_the_tribunal(order: str, days: list[str]) -> None:
    assert [answer.due_on for _, answer in orders.steps(order, date(2026, 12, 18))] == [
        d(day) for day in days
    ]


def test_giving_way_has_its_own_days_and_exceptions() -> None:
    given = orders.steps("assess", date(2026, 12, 18), conceded=True)
    assert [answer.due_on for _, answer in given] == [d("2027-01-01"), d("2027-02-26"), d("2027-03-26")]
    assert [step.has_exceptions for step, _ in given] == [True, False, False]


def test_an_order_of_before_the_rule_is_not_answered() -> None:
    with pytest.raises(NotInForce):
        orders.steps("amend", date(2014, 8, 31))


def test_recommendations_are_answered_in_five_weeks_that_begin_with_their_date() -> None:
    assert orders.answer_recommendation(date(2026, 12, 18)).due_on == date(2027, 1, 21)
    assert orders.copy_to_secretary_of_state(date(2027, 1, 21)).due_on == date(2027, 1, 27)


@pytest.mark.parametrize(("year", "day"), [(2026, "2026-06-26"), (2027, "2027-06-25"), (2028, "2028-06-30")])
def test_last_friday_of_june(year: int, day: str) -> None:
    assert age.last_friday_of_june(year) == d(day)


@pytest.mark.parametrize(
    ("born", "ends"),
    [
        ("2010-08-31", "2026-06-26"),
        ("2010-09-01", "2027-06-25"),
        ("2011-01-15", "2027-06-25"),
        ("2012-02-29", "2028-06-30"),
    ],
)
def test_compulsory_school_age_ends_in_the_school_year_of_the_16th_birthday(born: str, ends: str) -> None:
    assert age.school_age_ends_on(d(born)) == d(ends)
    assert not age.is_over_compulsory_school_age(d(born), d(ends))


def test_readings_differ_where_sources_do() -> None:
    assert readings.received_on(date(2026, 12, 18), after_five=True) == date(2026, 12, 18)
    assert readings.received_on(date(2026, 12, 18), after_five=True, readings=IPSEA) == date(2026, 12, 21)
    assert readings.received_on(date(2026, 12, 19), readings=IPSEA) == date(2026, 12, 21)
    assert readings.weeks_after(date(2026, 9, 7), 6) == date(2026, 10, 19)
    assert readings.weeks_after(date(2026, 9, 7), 6, Readings(weeks=WeeksFrom.DAY_ONE)) == date(2026, 10, 18)
    assert readings.year_from(date(2023, 3, 1), LEGAL) == date(2024, 2, 29)
    assert readings.year_from(date(2023, 3, 1), IPSEA) == date(2024, 3, 1)


def test_the_careful_reading_is_never_later_than_the_legal_one() -> None:
    for ordinal in range(date(2026, 1, 1).toordinal(), date(2029, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        assert readings.weeks_after(day, 20, readings.CAREFUL) <= readings.weeks_after(day, 20)


COVID = ("15(4)", "16(2)", "20(7)", "20(10)", "25(1)", "27(4)", "33", "34(1)", "35(2)", "35(3)", "36(2)", "39(1)", "39(3)",
         "42(3)", "42(4)", "47", "4(1)", "5(1)", "8(1)", "10(1)", "13(2)", "22(3)", "44(1)")  # fmt: skip
"""The limits that SI 2020/471 relaxed, as far as each is one length: what the department itself held to be all of them.
15(2), 15(5), 44(2), 45(3) to (6A) are functions, tested above; 56(3) is yearly and belongs to the Local Offer."""


@pytest.mark.parametrize("provision", COVID)
def test_every_limit_that_was_once_relaxed_is_here(provision: str) -> None:
    cited = [dated.citation.text for rule in register.RULES.values() for dated in rule.limit]
    assert any(f" {provision}" in text for text in cited), f"no rule cites {provision}"
