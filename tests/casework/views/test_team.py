"""A manager's pages: loads, and giving cases."""

import pytest
from django.test import Client

from goldenthread.casework.actions.allocating import allocate
from goldenthread.kit.errors import Refused
from tests.casework import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(db):
    manager = person("SEND casework manager")
    world.join(manager, world.team())
    return manager


@pytest.fixture
def as_manager(manager):
    return sign_in(Client(), manager)


def test_team_shows_each_load_and_the_cases_that_nobody_has(as_manager, worker, request_case):
    world.make_case(world.make_child("Orphan"))
    text = as_manager.get("/casework/team/").content.decode()
    assert "Nadia Worker" in text
    assert "Nobody yet" in text


def test_give_moves_the_chosen_cases(as_manager, worker, request_case):
    other = person("EHC caseworker", name="Ola Second")
    world.join(other, world.team())
    kept = world.make_case(world.make_child("Kept"), worker=worker)
    address = f"/casework/team/give/?from={worker.pk}"
    assert as_manager.post(address, {"worker": other.pk, "cases": [request_case.pk]}).status_code == 302
    assert request_case.allocations.get(ends_on=None).worker == other
    assert kept.allocations.get(ends_on=None).worker == worker


def test_give_asks_for_cases_and_a_worker(as_manager, worker, request_case):
    answer = as_manager.post(f"/casework/team/give/?from={worker.pk}", {})
    assert answer.status_code == 422
    assert "Choose cases" in answer.content.decode()


def test_a_case_of_another_team_cannot_be_given(as_manager, worker):
    south = world.make_case(team=world.team("South"), worker=worker)
    other = person("EHC caseworker")
    world.join(other, world.team())
    answer = as_manager.post(
        f"/casework/team/give/?from={worker.pk}", {"worker": other.pk, "cases": [south.pk]}
    )
    assert answer.status_code == 422
    assert south.allocations.get(ends_on=None).worker == worker


def test_nobody_works_the_case_of_their_own_child(request_case):
    parent = person("EHC caseworker")
    world.parent_of(request_case.child, parent)
    with pytest.raises(Refused, match="of the family"):
        allocate(cases=[request_case], worker=parent, on=world.TODAY, by=None)


def test_a_caseworker_has_no_team_pages(as_worker):
    assert as_worker.get("/casework/team/").status_code == 403
    assert as_worker.get("/casework/team/give/").status_code == 403
