"""The demonstration's moves: in every state, of invented children only, the same from the same seed."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.accounts.actions.demonstration import make_people
from goldenthread.casework.demonstration import invent_area
from goldenthread.casework.models import Case
from goldenthread.people.models import Child
from goldenthread.transitions.choices import Where
from goldenthread.transitions.cohorts import COHORTS
from goldenthread.transitions.demonstration import invent_moves
from goldenthread.transitions.demonstration_adulthood import invent_adulthood
from goldenthread.transitions.models import AdultNotice, Goal, Move, Undated
from goldenthread.transitions.queries import goals, internships
from goldenthread.transitions.queries.cohorts import cohorts_of
from goldenthread.transitions.queries.destinations import stands_of
from goldenthread.transitions.queries.lists import MISSING, rows_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def test_the_demonstration_shows_moves_in_every_state(settings):
    settings.DEMONSTRATION = True
    make_people()
    invent_area(cases=900, seed=5, on=TODAY)
    assert invent_moves(seed=5, on=TODAY) == Move.objects.count() > 30
    assert not Move.objects.filter(case__child__is_invented=False).exists()
    found = cohorts_of(Child.objects.all(), 2027, TODAY)
    states = {row.missing for one in COHORTS for row in rows_of(Case.objects.all(), found[one.key], 2027)}
    assert states == {key for key, _ in MISSING}
    assert Undated.objects.filter(settled_on=None).count() == 1
    assert invent_moves(seed=5, on=TODAY) == 0
    assert invent_adulthood(seed=5, on=TODAY) > 30
    assert not Goal.objects.filter(case__child__is_invented=False).exists()
    assert {row.state for row in goals.rows_of(Case.objects.all(), TODAY)} == {key for key, _ in goals.STATES}
    found = {one.where for one in stands_of(Case.objects.all(), TODAY)}
    assert {Where.COLLEGE, Where.NEET, Where.WORK, Where.NOT_KNOWN} <= found
    assert {row.rank for row in internships.rows_of(Case.objects.all(), TODAY)} == {0, 1, 2}
    assert {bool(one.answer) for one in AdultNotice.objects.all()} == {True, False}
    assert invent_adulthood(seed=5, on=TODAY) == 0
