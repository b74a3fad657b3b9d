"""The pages of moves: what each reader finds, what is refused, and how much it costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from goldenthread.transitions.models import Move
from tests.casework import world
from tests.readers import person, sign_in
from tests.transitions.test_moves import at, planned, school

pytestmark = pytest.mark.django_db
BORN = date(2016, 3, 1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def worker():
    return person("caseworker")


def movers(worker, number: int) -> None:
    for place in range(number):
        case = world.make_case(world.make_child(f"Child {place}", born_on=BORN), worker=worker)
        if place % 2:
            planned(case)


def test_the_list_costs_the_same_for_one_child_and_for_twenty(worker, django_assert_max_num_queries):
    client = sign_in(Client(), worker)
    counts = []
    for number in (2, 20):
        movers(worker, number)
        with django_assert_max_num_queries(40) as asked:
            answer = client.get("/transitions/")
        counts.append(len(asked))
        assert answer.status_code == 200
    assert counts[0] == counts[1]
    assert b"22 children" in answer.content


def test_the_list_has_only_the_readers_own_cases_and_can_be_narrowed(worker):
    movers(worker, 4)
    world.make_case(
        world.make_child("Hidden", born_on=BORN), worker=person("caseworker"), team=world.team("South")
    )
    client = sign_in(Client(), worker)
    assert b"Hidden" not in client.get("/transitions/").content
    assert b"2 children" in client.get("/transitions/?missing=unplanned").content
    assert b"2 children" in client.get("/transitions/?level=enhanced&missing=waiting").content
    assert b"Nobody here" in client.get("/transitions/?level=targeted").content


def test_a_plan_that_somebody_changed_meanwhile_is_shown_and_nothing_typed_is_lost(worker):
    case = world.make_case(world.make_child(born_on=BORN), worker=worker)
    planned(case)
    typed = {"cohort": "year-7", "level": "universal", "reason": "What I typed", "edition": "0"}
    answer = sign_in(Client(), worker).post(f"/transitions/cases/{case.public_id}/", typed)
    assert answer.status_code == 422
    assert b"It now says: Enhanced" in answer.content
    assert b"What I typed" in answer.content
    assert Move.objects.get().level == "enhanced"


def test_a_move_into_a_restricted_case_is_not_known_to_the_next_setting(worker):
    case = world.make_case(worker=worker)
    move, reader = planned(case), sign_in(Client(), at(school()))
    assert reader.get(f"/transitions/{move.public_id}/setting/").status_code == 200
    type(case).objects.filter(pk=case.pk).update(is_restricted=True)
    assert reader.get(f"/transitions/{move.public_id}/setting/").status_code == 404
    assert b"Ash" not in reader.get("/transitions/received/").content


@pytest.mark.parametrize("task", ["", "abc", "9" * 30, "999999"])
def test_a_task_that_is_not_there_is_refused_in_words(worker, task):
    move = planned(world.make_case(worker=worker))
    answer = sign_in(Client(), worker).post(f"/transitions/{move.public_id}/", {"task": task}, follow=True)
    assert b"not part of the move any more" in answer.content
