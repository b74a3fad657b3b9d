"""Who moves in September: by age, by the year in which they are taught, and nobody dropped."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.kit.errors import Refused
from goldenthread.people.models import Child
from goldenthread.transitions.actions.years import note_undated, settle_undated, teach_out_of_year
from goldenthread.transitions.cohorts import COHORTS, born_between, cohort_of, next_september, year_group
from goldenthread.transitions.models import OutOfYear, Undated
from goldenthread.transitions.queries.cohorts import cohorts_of
from tests.casework import world

DAY = world.TODAY


@pytest.mark.parametrize(
    ("born_on", "offset", "enters"),
    [
        (date(2022, 9, 1), 0, "reception"), (date(2023, 8, 31), 0, "reception"), (date(2022, 8, 31), 0, None),
        (date(2023, 9, 1), 0, None), (date(2022, 8, 31), -1, "reception"), (date(2015, 9, 1), 0, "year-7"),
        (date(2016, 8, 31), 0, "year-7"), (date(2016, 2, 29), 0, "year-7"), (date(2016, 9, 1), 1, "year-7"),
        (date(2015, 9, 1), -1, None), (date(2010, 9, 1), 0, "post-16"), (date(2007, 9, 1), 0, "post-19"),
        (date(2008, 8, 31), 0, "post-19"), (date(2008, 9, 1), 0, None),
    ],
)  # fmt: skip
def test_cohort_of_in_september_2027(born_on, offset, enters):
    found = cohort_of(born_on, 2027, offset)
    assert (found.key if found else None) == enters


@given(st.dates(date(1995, 1, 1), date(2040, 1, 1)), st.integers(2015, 2045))
def test_the_birthdays_of_a_cohort_are_those_that_enter_its_year(born_on, year):
    for cohort in COHORTS:
        first, last = born_between(cohort, year)
        assert (first <= born_on <= last) == (year_group(born_on, year) == cohort.enters)


@pytest.mark.parametrize(
    ("today", "year"), [(date(2027, 8, 31), 2027), (date(2027, 9, 1), 2028), (date(2026, 12, 31), 2027)]
)
def test_next_september(today, year):
    assert next_september(today) == year


@pytest.mark.django_db
def test_cohorts_of_follows_the_year_in_which_a_child_is_taught(django_assert_num_queries):
    due = world.make_child("Ada", born_on=date(2016, 3, 1))
    below = world.make_child("Ben", born_on=date(2015, 3, 1))
    held_back = world.make_child("Cai", born_on=date(2016, 8, 30))
    world.make_child("Dot", born_on=date(2013, 3, 1))
    for child, offset in ((below, -1), (held_back, -1)):
        teach_out_of_year(case=world.make_case(child), offset=offset, reason="Born early", on=DAY, by=None)
    with django_assert_num_queries(2):
        found = cohorts_of(Child.objects.all(), 2027, DAY)
    assert [(one.child, one.offset) for one in found["year-7"]] == [(due.pk, 0), (below.pk, -1)]
    with django_assert_num_queries(2):
        before = cohorts_of(Child.objects.all(), 2027, DAY - timedelta(days=1))
    assert {one.child for one in before["year-7"]} == {due.pk, held_back.pk}


@pytest.mark.django_db
def test_teach_out_of_year_keeps_what_was_said_before_and_refuses_nonsense():
    case = world.make_case()
    teach_out_of_year(case=case, offset=-1, reason="Ill for a year", on=date(2026, 9, 1), by=None)
    teach_out_of_year(case=case, offset=0, reason="", on=DAY, by=None)
    assert OutOfYear.objects.get().ends_on == DAY - timedelta(days=1)
    for offset, reason in ((3, "Why"), (1, " ")):
        with pytest.raises(Refused):
            teach_out_of_year(case=case, offset=offset, reason=reason, on=DAY, by=None)


@pytest.mark.django_db
def test_a_name_without_a_date_of_birth_stays_until_somebody_says_what_was_found():
    made = note_undated(name=" Una  Without", named_by="Oak Nursery", on=DAY, by=None)
    with pytest.raises(Refused, match="on this page already"):
        note_undated(name="una without", named_by="Oak nursery", on=DAY, by=None)
    with pytest.raises(Refused):
        settle_undated(undated=made, outcome=" ", on=DAY, by=None)
    assert Undated.objects.filter(settled_on=None).count() == 1
    settle_undated(undated=made, outcome="In case SEN-1", on=DAY, by=None)
    with pytest.raises(Refused, match="settled before"):
        settle_undated(undated=made, outcome="Again", on=DAY, by=None)
