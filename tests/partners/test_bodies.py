"""Bodies, their names, meetings and members by day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.audit.models import Event
from goldenthread.kit.dates import PartialDate
from goldenthread.partners.actions.bodies import rename
from goldenthread.partners.errors import PartnersError
from goldenthread.partners.models import Body, Meeting, Membership, Organisation
from goldenthread.partners.queries.bodies import meetings_until, members_on, name_on
from tests.readers import stranger

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    return Body.objects.create(name="SEND Partnership Board", kind="board")


def test_rename_keeps_the_old_name_for_the_old_days(board):
    renamed = rename(body=board, name="SEND and Inclusion Partnership Board", on=date(2023, 9, 1), by=None)
    assert name_on(renamed, date(2023, 8, 31)) == "SEND Partnership Board"
    assert name_on(renamed, date(2023, 9, 1)) == "SEND and Inclusion Partnership Board"
    assert Event.objects.latest("sequence").action == "partners.body.renamed"


@pytest.mark.parametrize("name", ["SEND Partnership Board", "  ", "Cabinet"])
def test_rename_refuses_a_name_that_is_none_or_taken(board, name):
    Body.objects.create(name="Cabinet", kind="cabinet")
    with pytest.raises(PartnersError):
        rename(body=board, name=name, on=date(2023, 9, 1), by=None)


def test_meetings_until_counts_a_month_only_when_it_is_over(board):
    known = Meeting.objects.create(body=board, held_on=PartialDate(2022, 6, 23))
    june = Meeting.objects.create(body=board, held_on=PartialDate(2022, 6), title="June")
    assert list(meetings_until(board, date(2022, 6, 22))) == []
    assert list(meetings_until(board, date(2022, 6, 29))) == [known]
    assert set(meetings_until(board, date(2022, 6, 30))) == {known, june}


def test_members_on_counts_the_first_and_the_last_day(board):
    place = Membership.objects.create(
        user=stranger(), body=board, title="Chair", starts_on=date(2022, 1, 1), ends_on=date(2022, 12, 31)
    )
    for day, members in [
        ("2021-12-31", []),
        ("2022-01-01", [place]),
        ("2022-12-31", [place]),
        ("2023-01-01", []),
    ]:
        assert list(members_on(board, date.fromisoformat(day))) == members


def test_membership_is_of_exactly_one_thing(board):
    user, council = stranger(), Organisation.objects.create(name="Council", kind="council")
    for of in ({}, {"body": board, "organisation": council}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.create(user=user, starts_on=date(2022, 1, 1), **of)


def test_a_body_reports_to_several(board):
    cabinet = Body.objects.create(name="Cabinet", kind="cabinet")
    board.reports_to.add(cabinet)
    assert list(cabinet.hears_from.all()) == [board]
    assert list(board.hears_from.all()) == []
