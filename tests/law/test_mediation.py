"""Mediation: who arranges it, when a certificate is deemed, and what an agreement starts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.law import calendar, mediation
from goldenthread.law.errors import ReceiptMissing
from goldenthread.law.mediation import Issues


@pytest.mark.parametrize(
    ("issues", "due", "who", "provision", "deemed"),
    [
        (Issues.EDUCATION, date(2027, 1, 6), "The local authority", "36(2)", True),
        (Issues.BOTH, date(2027, 1, 6), "The local authority", "35(4)", True),
        (Issues.HEALTH, date(2027, 1, 9), "The care board", "35(3)", False),
    ],
)
def test_arrangement_by_what_it_is_about(
    issues: Issues, due: date, who: str, provision: str, deemed: bool
) -> None:
    found = mediation.arrangement(issues, date(2026, 12, 7), care_board_received_on=date(2026, 12, 10))
    assert (found.due_on, found.who, found.deemed_if_missed) == (due, who, deemed)
    assert found.citation.text.endswith(provision)


def test_arrangement_about_health_alone_needs_the_day_of_the_notice() -> None:
    with pytest.raises(ReceiptMissing, match="authority’s notice"):
        mediation.arrangement(Issues.HEALTH, date(2026, 12, 7))


def test_deemed_certificate_is_for_the_authoritys_mediations_only() -> None:
    found = mediation.deemed_certificate(Issues.EDUCATION, date(2027, 1, 6))
    assert found is not None
    assert found.due_on == date(2027, 1, 11)
    assert mediation.deemed_certificate(Issues.HEALTH, date(2027, 1, 6)) is None


@pytest.mark.parametrize(
    ("on", "by"),
    [
        (date(2027, 1, 6), date(2026, 12, 29)),
        (date(2026, 9, 14), date(2026, 9, 7)),
        (date(2026, 4, 7), date(2026, 3, 27)),  # over Easter
    ],
)
def test_tell_the_place_five_working_days_before(on: date, by: date) -> None:
    assert mediation.tell_the_place_by(on).due_on == by


@pytest.mark.parametrize(
    ("rule", "on", "due"),
    [
        (mediation.DECLINED, date(2026, 12, 23), date(2026, 12, 30)),
        (mediation.CONCLUDED, date(2026, 12, 23), date(2026, 12, 30)),
        (mediation.TELL_CARE_BOARD, date(2026, 12, 7), date(2026, 12, 10)),
        (mediation.AGREED, date(2026, 12, 18), date(2027, 1, 1)),  # no roll off a bank holiday
        (mediation.CARE_BOARD_TELLS, date(2028, 2, 22), date(2028, 2, 29)),
    ],
)
def test_rules_of_one_length(rule, on: date, due: date) -> None:
    assert rule.deadline(on).due_on == due


def test_contact_by_reminds_of_the_date_on_the_letter() -> None:
    found = mediation.contact_by(date(2026, 10, 5), dated_on=date(2026, 10, 1))
    assert (found.due_on, found.reminder_on) == (date(2026, 12, 5), date(2026, 12, 1))
    assert found.explanation == (
        "2 months after 5 October 2026: 5 December 2026; be safe and speak to the adviser by 1 December 2026, 2 months after "
        "the date on the letter"
    )


@pytest.mark.parametrize("dated_on", [None, date(2026, 10, 5), date(2026, 10, 9)])
def test_contact_by_never_reminds_later_than_the_limit(dated_on: date | None) -> None:
    found = mediation.contact_by(date(2026, 10, 5), dated_on)
    assert found.due_on == found.reminder_on == date(2026, 12, 5)
    assert found.explanation == "2 months after 5 October 2026: 5 December 2026"


@pytest.mark.parametrize(
    ("grounds", "needed"),
    [
        (["51(2)(c)(iii)"], False),
        (["51(2)(c)(iii)", "51(2)(c)(iv)"], False),
        (["51(2)(c)(ii)", "51(2)(c)(iii)"], True),
        (["51(2)(a)"], True),
        ([], True),  # nothing known: the careful answer
    ],
)
def test_certificate_is_needed_but_for_placement_alone(grounds: list[str], needed: bool) -> None:
    assert mediation.certificate_need(grounds).is_needed is needed


def test_after_agreement_what_could_be_appealed_is_done_as_if_ordered() -> None:
    ((what, answer),) = mediation.after_agreement(date(2026, 12, 18), "amend")
    assert (what, answer.due_on) == ("Send the amended plan", date(2027, 1, 22))
    assert "42(2)" in answer.citation.text


def test_after_agreement_anything_else_takes_two_weeks() -> None:
    ((_, answer),) = mediation.after_agreement(date(2026, 12, 18))
    assert answer.due_on == date(2027, 1, 1)
    assert answer.citation.text.endswith("42(3)")


def test_after_agreement_a_day_agreed_in_writing_comes_first() -> None:
    ((_, answer),) = mediation.after_agreement(date(2026, 12, 18), "amend", agreed_day=date(2027, 4, 1))
    assert answer.due_on == date(2027, 4, 1)
    assert answer.citation.text.endswith("42(5)")


@given(st.dates(date(2015, 1, 1), date(2055, 1, 1)))
def test_the_family_hears_of_the_place_with_five_working_days_to_go(on: date) -> None:
    told = mediation.tell_the_place_by(on).due_on
    assert on - told >= timedelta(days=5)
    assert calendar.is_working_day(told)
