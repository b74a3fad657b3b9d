"""Transfers between phases: the years with a day of their own, the year groups, and counting back."""

from datetime import date, timedelta

import pytest

from goldenthread.law import phase_transfer
from goldenthread.law.citation import span_faults
from goldenthread.law.errors import NotInForce
from goldenthread.law.phase_transfer import POST_16, SCHOOL
from goldenthread.law.readings import LEGAL, Before, Readings

GUIDANCE = Readings(before=Before.GUIDANCE)


@pytest.mark.parametrize(
    ("kind", "year", "last"),
    [
        (SCHOOL, 2015, date(2015, 2, 14)),
        (POST_16, 2015, date(2015, 5, 30)),  # the first year: before 31 May, regulation 18(3)
        (POST_16, 2016, date(2016, 3, 30)),
        (SCHOOL, 2028, date(2028, 2, 14)),
        (POST_16, 2028, date(2028, 3, 30)),
    ],
)
def test_due_is_the_day_before_the_day_of_that_year(kind: str, year: int, last: date) -> None:
    assert phase_transfer.due(kind, year).due_on == last
    assert phase_transfer.due(kind, year, GUIDANCE).due_on == last + timedelta(days=1)


def test_due_cites_the_paragraph_of_the_first_year() -> None:
    assert phase_transfer.due(POST_16, 2015).citation.text.endswith("18(3)")


@pytest.mark.parametrize("kind", [SCHOOL, POST_16])
def test_due_is_not_given_before_the_law(kind: str) -> None:
    with pytest.raises(NotInForce):
        phase_transfer.due(kind, 2014)


@pytest.mark.parametrize(
    "limit", [*phase_transfer.BEFORE.values(), phase_transfer.PHASES], ids=["school", "post-16", "phases"]
)
def test_spans_have_no_overlap_and_no_hole(limit) -> None:
    assert span_faults(limit) == []


@pytest.mark.parametrize(
    ("transfer", "last"),
    [
        (date(2027, 1, 4), date(2026, 8, 4)),
        (date(2027, 7, 31), date(2027, 2, 28)),
        (date(2028, 7, 31), date(2028, 2, 29)),
        (date(2026, 8, 1), date(2026, 3, 1)),
    ],
)
def test_between_post_16_is_five_whole_months_before(transfer: date, last: date) -> None:
    assert phase_transfer.between_post_16(transfer).due_on == last


@pytest.mark.parametrize(
    ("readings", "meeting", "notice"),
    [
        (LEGAL, date(2026, 11, 22), date(2026, 12, 20)),
        (GUIDANCE, date(2026, 11, 23), date(2026, 12, 21)),
    ],
)
def test_plan_counts_back_from_the_limit(readings: Readings, meeting: date, notice: date) -> None:
    plan = phase_transfer.plan(phase_transfer.due(SCHOOL, 2027, readings))
    assert (plan.meeting, plan.notice) == (meeting, notice)
    assert plan.meeting == phase_transfer.latest_meeting(SCHOOL, 2027, readings)
    assert "meet by" in plan.explanation
    assert plan.citation.text.endswith("regulation 18")


@pytest.mark.parametrize(
    ("year_group", "words"),
    [
        (-1, ["early years to school"]),
        (phase_transfer.RECEPTION, []),
        (2, ["infant to junior"]),
        (4, ["primary to middle"]),
        (5, []),
        (6, ["primary to secondary"]),
        (8, ["middle to secondary"]),
        (11, ["secondary to post-16"]),
        (13, []),
    ],
)
def test_possible_transfers_follow_the_year_group(year_group: int, words: list[str]) -> None:
    assert [phase.words for phase in phase_transfer.possible(year_group, date(2026, 9, 7))] == words


def test_possible_gives_none_for_somebody_who_stays() -> None:
    assert phase_transfer.possible(11, date(2026, 9, 7), stays=True) == ()


def test_the_year_groups_are_marked_as_unconfirmed() -> None:
    assert phase_transfer.PHASES[0].citation.unconfirmed


@pytest.mark.parametrize(
    ("on", "near"),
    [
        (date(2026, 8, 31), False),
        (date(2026, 9, 1), True),
        (date(2027, 9, 1), True),
        (date(2027, 9, 2), False),
    ],
)
def test_is_near_from_twelve_months_before(on: date, near: bool) -> None:
    assert phase_transfer.is_near(on, date(2027, 9, 1)) is near
