"""Whom we should hear, counted from our own cases: in the words of the survey, small numbers hidden, never without a day."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
import time_machine
from django.test import Client

from goldenthread.casework.queries.ages import ages_with_plan
from goldenthread.evidence.actions import hearing
from goldenthread.kit.errors import Refused
from goldenthread.participation.models import People
from tests.casework import world as casework
from tests.participation.world import TODAY, make_survey
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
AGES = "How old is your child?\nanswer: 0 to 4 | 5 to 10 | 11 or over | Rather not say\nabout: age"


@pytest.fixture
def plans(monkeypatch):
    """Plans in force by age, as a test says."""

    def say(**ages: int) -> None:
        monkeypatch.setattr(
            hearing, "ages_with_plan", lambda today: Counter({int(one[1:]): n for one, n in ages.items()})
        )

    return say


def test_groups_are_counted_in_the_words_of_the_newest_survey(plans):
    make_survey("ages", AGES)
    plans(a3=6, a4=5, a5=9, a10=8, a17=20, a24=7)
    assert hearing.count_ages(TODAY).groups == [("0 to 4", 11), ("5 to 10", 17), ("11 or over", 27)]


def test_small_groups_are_hidden_with_another_and_cannot_be_used(plans):
    make_survey("ages", AGES)
    plans(a3=2, a6=9, a17=20)
    counted = hearing.count_ages(TODAY)
    assert counted.groups == [("0 to 4", None), ("5 to 10", None), ("11 or over", 20)]
    with pytest.raises(Refused, match="fewer than five"):
        hearing.use_counted_ages(today=TODAY, by=None)
    assert not People.objects.exists()


def test_where_almost_nobody_has_a_plan_every_group_is_hidden(plans):
    make_survey("ages", AGES)
    for few in ({}, {"a3": 4}):
        plans(**few)
        assert {number for _, number in hearing.count_ages(TODAY).groups} == {None}


def test_officer_sets_counted_numbers_beside_the_answers(plans):
    make_survey("ages", AGES)
    plans(a3=11, a6=9, a17=20)
    officer = sign_in(Client(), person("participation-officer"))
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        assert "11 or over" in officer.get("/evidence/whom-we-should-hear/").content.decode()
        officer.post("/evidence/whom-we-should-hear/")
    held = People.objects.get()
    assert held.groups == [["0 to 4", 11], ["5 to 10", 9], ["11 or over", 20]]
    assert held.as_at == TODAY
    assert "counted here from our own cases" in held.source


def test_without_a_question_about_age_nothing_is_counted():
    make_survey()
    assert hearing.count_ages(TODAY) is None


def test_ages_with_plan_are_whole_years_of_plans_in_force(django_assert_num_queries):
    for born, last in (
        (date(2016, 11, 26), "final-issued"),
        (date(2016, 11, 27), "final-issued"),
        (date(2016, 1, 1), "draft-issued"),
    ):
        casework.bring_to(casework.make_case(casework.make_child(born_on=born)), last)
    with django_assert_num_queries(1):
        assert ages_with_plan(date(2026, 11, 26)) == Counter({10: 1, 9: 1})
