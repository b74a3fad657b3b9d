"""Changes of phase: by age, in the order to make it; and the backlog with the pace that it needs."""

from datetime import date

import pytest

from goldenthread.casework.models import Case
from goldenthread.casework.queries.backlog import backlog
from goldenthread.casework.queries.transfers import born_between, transfers
from tests.casework import world

pytestmark = pytest.mark.django_db


def planned(name, born_on):
    return world.bring_to(world.make_case(world.make_child(name, born_on=born_on)), "final-issued")


def found(year, on):
    return [
        (str(one.case.child).split()[0], one.phase.words, one.is_done)
        for one in transfers(Case.objects.all(), year, on)
    ]


@pytest.mark.parametrize(("year_group", "born"), [
    (6, (date(2015, 9, 1), date(2016, 8, 31))), (2, (date(2019, 9, 1), date(2020, 8, 31))),
    (11, (date(2010, 9, 1), date(2011, 8, 31))),
    (-1, (date(2022, 9, 1), date(2023, 8, 31))),
])  # fmt: skip
def test_born_between_gives_the_birthdays_of_a_year_group(year_group, born):
    assert born_between(year_group, 2027) == born


def test_transfers_finds_who_changes_by_their_birthday():
    planned("Six", date(2016, 8, 31))
    planned("Five", date(2016, 9, 1))
    planned("Eleven", date(2011, 3, 4))
    world.make_case(world.make_child("Noplan", born_on=date(2016, 5, 5)))
    assert found(2027, date(2026, 11, 1)) == [
        ("Six", "primary to secondary", False),
        ("Eleven", "secondary to post-16", False),
    ]


def test_transfers_puts_those_first_whose_next_day_comes_first():
    early, late = planned("Early", date(2016, 5, 5)), planned("Late", date(2016, 5, 6))
    for kind, on, facts in (("review-opened", date(2026, 9, 7), {}), ("review-met", date(2026, 10, 5), {})):
        world.tell(late, kind, on, **facts)
    on = date(2026, 11, 1)
    rows = [(one.case, one.next_day(on)) for one in transfers(Case.objects.all(), 2027, on)]
    assert rows == [(early, date(2026, 11, 22)), (late, date(2026, 12, 20))]


def test_a_plan_that_was_amended_for_the_move_is_done():
    case = planned("Done", date(2016, 5, 5))
    for kind, on, facts in (("review-met", date(2026, 10, 5), {}), ("amendment-proposed", date(2026, 10, 26), {"evidence": True}),
                            ("amended-plan-issued", date(2026, 12, 1), {"placement": "High School"})):  # fmt: skip
        world.tell(case, kind, on, **facts)
    assert found(2027, date(2026, 12, 2)) == [("Done", "primary to secondary", True)]


def test_backlog_counts_what_is_overdue_and_what_clearing_it_takes():
    on = date(2027, 9, 6)
    for name in ("Ash", "Bo", "Cy"):
        planned(name, date(2018, 5, 5))  # due on 5 July 2027
    done = planned("Done", date(2018, 5, 5))
    world.tell(done, "review-met", date(2027, 8, 2))
    world.tell(done, "review-maintained", date(2027, 8, 16), reasons="It fits.")
    found = backlog(Case.objects.all(), on, date(2027, 9, 27))
    assert (found.overdue, found.oldest_due_on, found.done, found.weeks) == (3, date(2027, 7, 5), 1, 3)
    assert (found.needed_a_week, found.left_over) == (1, 3)
    assert found.months == [(date(2028, 8, 1), 1)]
