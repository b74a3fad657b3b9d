"""A manager's pages: loads, and giving cases."""

import pytest
from django.test import Client

from goldenthread.casework.actions.allocating import allocate
from goldenthread.casework.models import Case
from goldenthread.casework.queries.forecast import forecast
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


def test_figures_count_a_finished_plan_and_open_down_to_it(as_manager, case):
    text = as_manager.get("/casework/team/figures/").content.decode()
    assert "July 2026" in text
    assert "1 of 1" in text
    month = as_manager.get("/casework/team/figures/2026/7/").content.decode()
    assert case.reference in month
    assert f"/casework/cases/{case.public_id}/" in month
    assert "126" in month


def test_figures_as_at_a_day_before_it_was_known(as_manager, case):
    text = as_manager.get("/casework/team/figures/?as_at=2026-07-05").content.decode()
    assert "No plan was finished" in text


def test_a_case_of_another_team_is_counted_and_not_opened(as_manager):
    south = world.bring_to(world.make_case(team=world.team("South")), "final-issued")
    month = as_manager.get("/casework/team/figures/2026/7/").content.decode()
    assert south.reference in month
    assert str(south.public_id) not in month


@pytest.mark.parametrize("address", ["2026/13/", "2013/1/", "2099/1/"])
def test_there_is_no_such_month(address, as_manager):
    assert as_manager.get(f"/casework/team/figures/{address}").status_code == 404


def test_forecast_says_which_plans_are_likely_late(case):
    quick = world.make_case(world.make_child("Quick"), on=world.date(2026, 11, 16))
    slow = world.make_case(world.make_child("Slow"), on=world.date(2026, 8, 3))
    world.make_case(world.make_child("Late"), on=world.date(2026, 6, 1))
    world.tell(slow, "assessment-agreed", world.date(2026, 11, 20))
    found = forecast(Case.objects.filter(standing__final_on=None), world.TODAY)
    assert (found.late_now, found.due, found.likely_late, found.from_plans) == (1, 2, 1, 1)
    first = next(week for week in found.weeks if week.due)
    assert (first.first, first.likely_late) == (world.date(2026, 12, 15), 1)
    assert quick.standing.final_due_on == world.date(2027, 4, 5)


def test_figures_cost_the_same_for_many_cases(as_manager, case, django_assert_max_num_queries):
    for number in range(12):
        world.make_case(world.make_child(f"Child{number}"))
    with django_assert_max_num_queries(12):
        as_manager.get("/casework/team/figures/")
