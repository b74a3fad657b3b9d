"""Orders and giving way: first days in force, what can excuse lateness, and recommendations."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.law import orders
from goldenthread.law.citation import span_faults
from goldenthread.law.errors import DatesReversed, LawError, NotInForce
from goldenthread.law.orders import CONCESSIONS, ORDERS, Step

ORDER = date(2026, 12, 18)
EVERY_STEP = [
    pytest.param(step, id=f"{kind}-{step.paragraph}-{step.weeks}")
    for table in (ORDERS, CONCESSIONS)
    for kind, found in table.items()
    for step in found
]


@pytest.mark.parametrize("order", ORDERS)
def test_orders_are_answered_from_the_first_day_of_the_regulations(order: str) -> None:
    assert orders.steps(order, date(2014, 9, 1))
    with pytest.raises(NotInForce, match="1 September 2014"):
        orders.steps(order, date(2014, 8, 31))


@pytest.mark.parametrize("order", CONCESSIONS)
def test_giving_way_is_answered_from_the_day_of_its_new_text(order: str) -> None:
    assert orders.steps(order, date(2015, 3, 23), conceded=True)
    with pytest.raises(NotInForce, match="23 March 2015"):
        orders.steps(order, date(2015, 3, 22), conceded=True)


@pytest.mark.parametrize(
    ("order", "days"),
    [
        ("assess", [date(2027, 1, 1), date(2027, 2, 26), date(2027, 3, 26)]),
        ("make", [date(2027, 1, 22), date(2027, 3, 5)]),
        ("amend", [date(2027, 1, 22)]),
        ("name", [date(2027, 1, 1)]),
        ("continue-amend", [date(2027, 1, 22)]),
    ],
)
def test_giving_way_counts_from_the_notice_to_the_tribunal(order: str, days: list[date]) -> None:
    assert [answer.due_on for _, answer in orders.steps(order, ORDER, conceded=True)] == days


def test_a_school_that_changes_together_with_provision_has_five_weeks() -> None:
    answer = orders.name_and_amend_conceded(ORDER)
    assert answer.due_on == date(2027, 1, 22)
    assert answer.citation.text.endswith("45(5)(b)")


@pytest.mark.parametrize("order", ["dismiss", "continue"])
def test_what_has_no_weeks_is_due_at_once(order: str) -> None:
    assert [answer.due_on for _, answer in orders.steps(order, ORDER)] == [ORDER]


def test_an_unknown_order_is_refused_with_the_known_ones() -> None:
    with pytest.raises(LawError, match="Choose one of assess, make, amend, name, continue-amend"):
        orders.steps("dismiss", ORDER, conceded=True)


@pytest.mark.parametrize("step", EVERY_STEP)
def test_exceptions_exist_for_four_paragraphs_only(step: Step) -> None:
    excused = {"44(2)(b)", "44(2)(c)", "45(3)", "45(6)"}  # never 45(3A), which 45(7) does not name
    assert bool(orders.exceptions_to(step)) is (step.paragraph in excused)


@pytest.mark.parametrize(("table", "paragraph"), [(ORDERS, "44(3)"), (CONCESSIONS, "45(7)")])
def test_exceptions_cite_the_paragraph_that_allows_them(table: dict, paragraph: str) -> None:
    found = {one.code: one.citation.text for one in orders.exceptions_to(table["make"][0])}
    assert list(found) == ["O-A", "O-B", "X-A", "X-B", "X-C", "X-D"]
    assert found["O-A"].endswith(f"{paragraph}(a)")
    assert found["O-B"].endswith(f"{paragraph}(b)")
    assert found["X-A"].endswith(f"{paragraph}(c) (with 13(3))")


@pytest.mark.parametrize(
    ("left", "back", "excused"),
    [
        (date(2026, 12, 21), date(2027, 1, 4), True),  # 14 days
        (date(2026, 12, 21), date(2027, 1, 3), False),  # 13
        (date(2026, 12, 1), date(2026, 12, 31), False),  # 13 of them after the order
        (date(2026, 12, 1), date(2027, 1, 1), True),
        (date(2027, 1, 9), date(2027, 3, 1), True),  # the last 14 days of the five weeks, the 22nd among them
        (date(2027, 1, 10), date(2027, 3, 1), False),
    ],
)
def test_an_absence_excuses_from_two_weeks_inside_the_time(left: date, back: date, excused: bool) -> None:
    found = orders.excused_by_absence(ORDERS["make"][0], ORDER, left, back)
    assert (found is not None) is excused


def test_an_absence_excuses_nothing_that_has_no_exceptions() -> None:
    away = (date(2026, 12, 18), date(2027, 3, 1))
    assert orders.excused_by_absence(ORDERS["amend"][0], ORDER, *away) is None
    assert orders.excused_by_absence(ORDERS["dismiss"][0], ORDER, *away) is None
    assert orders.excused_by_absence(CONCESSIONS["assess"][2], ORDER, *away) is None


def test_an_absence_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(DatesReversed, match="Give the first day away first"):
        orders.excused_by_absence(ORDERS["make"][0], ORDER, date(2027, 1, 4), date(2027, 1, 3))


@pytest.mark.parametrize(
    ("rule", "on", "due"),
    [
        (orders.HEALTH_ANSWER, ORDER, date(2027, 1, 21)),
        (orders.CARE_ANSWER, ORDER, date(2027, 1, 21)),
        (orders.HEALTH_COPY, date(2027, 1, 21), date(2027, 1, 27)),
        (orders.CARE_COPY, date(2027, 1, 21), date(2027, 1, 27)),
        (orders.HEALTH_ANSWER, date(2018, 4, 3), date(2018, 5, 7)),  # the first day in force; a bank holiday
    ],
)
def test_recommendations_begin_with_their_day(rule, on: date, due: date) -> None:
    assert rule.deadline(on).due_on == due
    assert "beginning with" in rule.deadline(on).explanation


@pytest.mark.parametrize("rule", orders.RULES.values(), ids=lambda rule: rule.name)
def test_recommendations_were_not_law_before_3_april_2018(rule) -> None:
    assert span_faults(rule.limit) == []
    with pytest.raises(NotInForce, match="3 April 2018"):
        rule.deadline(date(2018, 4, 2))


@given(st.dates(date(2015, 4, 1), date(2060, 1, 1)), st.sampled_from(sorted(ORDERS)))
def test_every_day_of_an_order_is_whole_weeks_away(on: date, order: str) -> None:
    for step, answer in orders.steps(order, on):
        assert answer.due_on == on + timedelta(weeks=step.weeks or 0)
        assert step.what in answer.explanation
