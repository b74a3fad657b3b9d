"""A worker's home and lists: what is due, in order of consequence, at the same cost for any number of cases."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.casework.models import Case
from goldenthread.casework.queries.work import work_of
from tests.casework import world

pytestmark = pytest.mark.django_db


def many(worker, count):
    for number in range(count):
        world.make_case(world.make_child(f"Child{number}"), worker=worker, on=date(2026, 10, 1 + number % 28))


def test_home_of_somebody_without_cases_says_so(as_worker):
    assert "You have no cases yet" in as_worker.get("/casework/").content.decode()


def test_home_shows_what_is_late_and_what_is_due(as_worker, worker):
    world.make_case(world.make_child("Late"), worker=worker, on=date(2026, 10, 1))
    world.make_case(world.make_child("Soon"), worker=worker, on=date(2026, 10, 20))
    text = as_worker.get("/casework/").content.decode()
    assert text.index("Decide whether to assess: Late Example") < text.index(
        "Decide whether to assess: Soon Example"
    )
    assert "12 days late" in text


def test_work_is_in_the_order_of_legal_consequence(worker):
    first = world.make_case(world.make_child("A"), worker=worker, on=date(2026, 6, 1))
    world.tell(first, "assessment-agreed", date(2026, 7, 10))
    late = [duty.duty for duty in work_of(worker, world.TODAY).late]
    assert late == ["finalise", "decide-to-issue"]


def test_cases_narrows_by_queue_words_and_lateness(as_worker, worker):
    world.bring_to(world.make_case(world.make_child("Ivy"), worker=worker), "final-issued")
    world.make_case(world.make_child("Otto"), worker=worker, on=date(2026, 10, 1))
    assert "Otto" not in as_worker.get("/casework/cases/?queue=plans").content.decode()
    assert "Ivy" not in as_worker.get("/casework/cases/?late=on").content.decode()
    assert "Otto" in as_worker.get("/casework/cases/?words=ott").content.decode()
    assert "No case answers to this" in as_worker.get("/casework/cases/?words=zzz").content.decode()


@pytest.mark.parametrize("address", ["/casework/", "/casework/cases/"])
def test_pages_cost_the_same_for_one_case_as_for_twenty(address, as_worker, worker):
    many(worker, 1)
    as_worker.get(address)
    with CaptureQueriesContext(
        connection,
    ) as one:
        as_worker.get(address)
    many(worker, 20)
    with CaptureQueriesContext(connection) as twenty:
        as_worker.get(address)
    assert len(one) == len(twenty) <= 12
    assert Case.objects.count() == 21
