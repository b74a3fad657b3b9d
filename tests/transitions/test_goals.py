"""Goals for adult life: in the young person's words, looked at yearly, seen by those who help and by nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Child, Schooling
from goldenthread.transitions.actions.goals import look_at_goal
from goldenthread.transitions.actions.years import teach_out_of_year
from goldenthread.transitions.models import Goal, GoalLook
from goldenthread.transitions.queries.figures import goals_in_all_four, goals_looked_at_in_time
from goldenthread.transitions.queries.goals import may_have_goals, rows_of
from tests.casework import world
from tests.readers import person, sign_in
from tests.transitions.adulthood import DAY, wants, young
from tests.transitions.test_moves import at, school

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(f"{DAY}T10:00:00Z", tick=False):
        yield


def looked(goal, **changes):
    details = {
        "how_far": "on-the-way",
        "words": "",
        "helpers": "Jo",
        "edition": goal.edition,
        "on": DAY,
        "by": None,
    }
    return look_at_goal(goal=goal, **(details | changes))


def test_a_goal_is_kept_as_it_was_said_and_looked_at_within_a_year():
    goal = wants(young(), words="  i wanna work wiv dogs ", on=date(2028, 2, 29))
    assert (goal.words, goal.look_on) == ("i wanna work wiv dogs", date(2029, 2, 28))
    assert AuditEvent.objects.filter(action="transitions.goal.set").count() == 1


@pytest.mark.parametrize(("changes", "why"), [
    ({"words": " "}, "in their own words"), ({"helpers": ""}, "who helps"), ({"on": date(2023, 8, 31)}, "begin in year 9"),
])  # fmt: skip
def test_a_goal_without_words_or_help_or_before_year_9_is_refused(changes, why):
    with pytest.raises(Refused, match=why):
        wants(young(), **changes)
    assert not Goal.objects.exists()


def test_the_same_words_twice_are_refused_until_the_first_has_ended():
    case = young()
    first = wants(case)
    with pytest.raises(Refused, match="already"):
        wants(case, words="i want to work with DOGS.")
    looked(first, how_far="not-wanted")
    assert wants(case).ended_on is None


def test_year_9_is_by_age_or_by_the_year_in_which_they_are_taught():
    eighth = world.make_case(world.make_child(born_on=date(2013, 9, 1)))
    ninth = world.make_case(world.make_child("Bo", born_on=date(2013, 8, 31)))
    assert [may_have_goals(one.child, DAY) for one in (eighth, ninth)] == [False, True]
    teach_out_of_year(case=eighth, offset=1, reason="Ahead", on=DAY, by=None)
    teach_out_of_year(case=ninth, offset=-1, reason="Born early", on=DAY, by=None)
    assert [may_have_goals(one.child, DAY) for one in (eighth, ninth)] == [True, True]
    assert [(row.case.pk, row.year) for row in rows_of(Case.objects.all(), DAY)] == [
        (eighth.pk, 9),
        (ninth.pk, 8),
    ]


def test_a_look_moves_the_day_and_reached_ends_the_goal():
    goal = looked(wants(young(), on=date(2026, 1, 5)), helpers="Jo and Sam")
    assert (goal.look_on, goal.ended_on, goal.helpers) == (date(2027, 11, 24), None, "Jo and Sam")
    goal = looked(goal, how_far="reached")
    assert goal.ended_on == DAY
    with pytest.raises(Refused, match="has ended"):
        looked(goal)
    assert AuditEvent.objects.filter(action="transitions.goal.looked_at").count() == 2


def test_two_people_who_look_at_once_lose_nothing():
    goal = wants(young())
    looked(goal, words="I walked two dogs.")
    with pytest.raises(Refused, match="while you wrote"):
        looked(goal, words="I changed my mind.", edition=1)
    assert GoalLook.objects.get().words == "I walked two dogs."


def test_the_list_puts_those_with_least_first_and_costs_the_same_for_twenty(django_assert_max_num_queries):
    worker = person("caseworker")
    late, none = young(worker, "Late"), young(worker, "None")
    wants(late, on=date(2025, 9, 1))
    client, counts = sign_in(Client(), worker), []
    for number in (0, 18):
        for place in range(number):
            wants(young(worker, f"More {place}"))
        with django_assert_max_num_queries(30) as asked:
            text = client.get("/transitions/adulthood/").content.decode()
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert text.index(str(none.child)) < text.index(str(late.child)) < text.index("More 0")
    assert "1 young person," in client.get("/transitions/adulthood/?state=late").content.decode()


def test_figures_count_only_those_with_a_plan_and_the_goals_that_run():
    full, some = young(), young(name="Bo")
    for outcome in ("employment", "independent-living", "community", "health"):
        wants(full, outcome=outcome)
    wants(some, on=date(2025, 9, 1))
    wants(world.make_case(world.make_child("Cy", born_on=date(2010, 1, 1))))
    four, fresh = goals_in_all_four(DAY), goals_looked_at_in_time(DAY)
    assert (four.numerator, four.denominator) == (1, 2)
    assert (fresh.numerator, fresh.denominator) == (5, 6)


def test_worker_officer_school_and_the_young_person_write_and_an_outsider_knows_nothing():
    worker = person("caseworker")
    case = young(worker)
    senco, own = at(school()), person("family")
    Schooling.objects.create(child=case.child, setting=school(), starts_on=date(2021, 9, 1))
    Child.objects.filter(pk=case.child_id).update(user=own)
    typed = {"outcome": "health", "voice": "own", "helpers": "Dr Lee: checks my ears."}
    readers = {"transitions": [worker, person("adulthood-officer")], "moves": [senco, own]}
    for space, people in readers.items():
        path = (
            f"/transitions/adulthood/{case.public_id}/"
            if space == "transitions"
            else f"/my/moves/{case.public_id}/adulthood/"
        )
        for number, reader in enumerate(people):
            client = sign_in(Client(), reader)
            answer = client.post(f"{path}add/", typed | {"words": f"To hear well {space} {number}"})
            assert answer.url == path
            assert b"To hear well" in client.get(path).content
    assert Goal.objects.filter(case=case).count() == 4
    for outsider in (person("caseworker"), person("family"), at(school("Other School"))):
        assert sign_in(Client(), outsider).get(f"/transitions/adulthood/{case.public_id}/").status_code == 404


def test_who_prepares_for_adult_life_knows_no_younger_child_no_restricted_case_and_nothing_else_of_a_case():
    officer = sign_in(Client(), person("adulthood-officer"))
    child, grown = world.make_case(), young()
    assert officer.get(f"/transitions/adulthood/{child.public_id}/").status_code == 404
    assert officer.get(f"/casework/cases/{grown.public_id}/").status_code == 403
    assert officer.get(f"/my/{grown.public_id}/").status_code == 403
    Case.objects.filter(pk=grown.pk).update(is_restricted=True)
    assert officer.get(f"/transitions/adulthood/{grown.public_id}/").status_code == 404
    assert b"Kit" not in officer.get("/transitions/adulthood/").content


def test_a_goal_of_another_case_does_not_open_under_ones_own():
    worker = person("caseworker")
    mine, theirs = young(worker), young(name="Bo")
    goal = wants(theirs)
    address = f"/transitions/adulthood/{mine.public_id}/{goal.public_id}/"
    assert sign_in(Client(), worker).get(address).status_code == 404


def test_the_plan_stands_beside_the_goals_only_before_those_who_may_read_it(monkeypatch):
    from goldenthread.casework.plan.lines import Outcome
    from goldenthread.transitions.queries import goals

    line = Outcome(id="o1", text="Kit will hold a job.", adulthood=("employment",))
    monkeypatch.setattr(goals, "outcomes_to_review", lambda case: [line])
    worker = person("caseworker")
    address = f"/transitions/adulthood/{young(worker).public_id}/"
    assert b"Kit will hold a job." in sign_in(Client(), worker).get(address).content
    assert b"Kit will hold a job." not in sign_in(Client(), person("adulthood-officer")).get(address).content
