"""Who an organisation was on a day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.audit.models import Event
from goldenthread.kit.dates import PartialDate
from goldenthread.partners.actions.organisations import hand_over
from goldenthread.partners.errors import PartnersError
from goldenthread.partners.models import Organisation, Succession
from goldenthread.partners.queries.organisations import organisation_on, organisations_on

pytestmark = pytest.mark.django_db
HANDED_OVER = date(2022, 7, 1)


def organisation(name, **fields):
    return Organisation.objects.create(name=name, **fields)


@pytest.fixture
def ccg():
    return organisation("Black Country and West Birmingham CCG", kind="ccg", began_on=PartialDate(2021, 4, 1))


@pytest.fixture
def icb(ccg):
    board = organisation("Black Country Integrated Care Board", kind="icb", began_on=PartialDate(2022, 7, 1))
    hand_over(predecessor=ccg, successor=board, on=HANDED_OVER, by=None)
    return board


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2022, 1, 19), "Black Country and West Birmingham CCG"),
        (date(2022, 6, 30), "Black Country and West Birmingham CCG"),
        (date(2022, 7, 1), "Black Country Integrated Care Board"),
        (date(2025, 9, 1), "Black Country Integrated Care Board"),
    ],
)
def test_line_gives_who_it_was_whichever_end_is_asked(ccg, icb, day, name):
    ccg.refresh_from_db()
    assert organisation_on(ccg, day).name == name
    assert organisation_on(icb, day).name == name


def test_nobody_before_the_line_began(ccg, icb):
    assert organisation_on(icb, date(2021, 3, 31)) is None
    assert organisations_on(ccg, date(2021, 3, 31)) == []


def test_nobody_after_an_end_without_successor():
    forum = organisation("A forum", ended_on=PartialDate(2023, 5))
    assert organisation_on(forum, date(2023, 5, 31)) == forum
    assert organisation_on(forum, date(2023, 6, 1)) is None


def test_two_steps_are_followed():
    first, second, third = organisation("First"), organisation("Second"), organisation("Third")
    hand_over(predecessor=first, successor=second, on=date(2013, 4, 1), by=None)
    hand_over(predecessor=second, successor=third, on=HANDED_OVER, by=None)
    for asked in (first, second, third):
        asked.refresh_from_db()
        assert organisation_on(asked, date(2013, 3, 31)) == first
        assert organisation_on(asked, date(2020, 1, 1)) == second
        assert organisation_on(asked, date(2024, 1, 1)) == third


def test_merger_asked_about_before_its_day_names_all():
    merged = organisation("Merged", began_on=PartialDate(2021, 4, 1))
    for name in ("East", "West"):
        hand_over(predecessor=organisation(name), successor=merged, on=date(2021, 4, 1), by=None)
    assert {one.name for one in organisations_on(merged, date(2020, 1, 1))} == {"East", "West"}
    with pytest.raises(PartnersError, match="East, West"):
        organisation_on(merged, date(2020, 1, 1))


def test_one_that_absorbs_another_was_itself_before():
    trust, small = organisation("Trust", began_on=PartialDate(2010)), organisation("Small trust")
    hand_over(predecessor=small, successor=trust, on=date(2019, 10, 1), by=None)
    small.refresh_from_db()
    assert organisation_on(trust, date(2015, 1, 1)) == trust
    assert organisation_on(small, date(2015, 1, 1)) == small
    assert organisation_on(small, date(2020, 1, 1)) == trust


def test_hand_over_ends_the_predecessor_the_day_before_and_leaves_an_event(ccg, icb):
    ccg.refresh_from_db()
    assert ccg.ended_on == PartialDate(2022, 6, 30)
    assert Event.objects.latest("sequence").action == "partners.succession.recorded"


def test_hand_over_keeps_an_end_that_is_known():
    one = organisation("One", ended_on=PartialDate(2022, 6))
    hand_over(predecessor=one, successor=organisation("Other"), on=HANDED_OVER, by=None)
    one.refresh_from_db()
    assert one.ended_on == PartialDate(2022, 6)


def test_hand_over_refuses_itself_twice_and_in_a_circle(ccg, icb):
    for predecessor, successor, words in (
        (ccg, ccg, "itself"),
        (ccg, icb, "already"),
        (icb, ccg, "already took over"),
    ):
        with pytest.raises(PartnersError, match=words):
            hand_over(predecessor=predecessor, successor=successor, on=HANDED_OVER, by=None)


def test_a_circle_written_by_hand_does_not_hang():
    one, other = organisation("One"), organisation("Other")
    Succession.objects.create(predecessor=one, successor=other, on=date(2020, 1, 1))
    Succession.objects.create(predecessor=other, successor=one, on=date(2021, 1, 1))
    assert organisations_on(one, date(2022, 1, 1))


def test_an_end_before_the_beginning_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        organisation("Backwards", began_on=PartialDate(2022), ended_on=PartialDate(2021))
    assert organisation("One year", began_on=PartialDate(2022, 7), ended_on=PartialDate(2022))


def test_the_line_costs_one_query(ccg, icb, django_assert_num_queries):
    with django_assert_num_queries(1):
        organisation_on(icb, date(2020, 1, 1))
