"""The demonstration's moves: invented children of the invented area, in every state that a list can show."""

from __future__ import annotations

from datetime import date
from random import Random

from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.casework.invented_words import COLLEGES, PRIMARY, SECONDARY
from goldenthread.casework.models import Case
from goldenthread.partners.models import Organisation
from goldenthread.people.models import Child
from goldenthread.transitions.actions.moves import acknowledge, plan_move, tick
from goldenthread.transitions.actions.years import note_undated
from goldenthread.transitions.choices import Level, Whose
from goldenthread.transitions.cohorts import next_september
from goldenthread.transitions.demonstration_adulthood import invent_adulthood
from goldenthread.transitions.models import Move
from goldenthread.transitions.queries.cohorts import cohorts_of

EACH = 12
"""Moves planned in each cohort: more would only be longer lists."""
NEXT = {"reception": PRIMARY[:2], "year-7": SECONDARY, "post-16": COLLEGES, "post-19": COLLEGES}
REASONS = {
    Level.UNIVERSAL: "Settles quickly in new places, and friends move too.",
    Level.TARGETED: "Needs to see a new place twice before it feels safe.",
    Level.ENHANCED: "New places are frightening, and the support has to be there from the first day.",
}


def invent_transitions(*, seed: int, on: date) -> None:
    """Moves, and the way to adult life."""
    invent_moves(seed=seed, on=on)
    invent_adulthood(seed=seed, on=on)


@transaction.atomic
def invent_moves(*, seed: int, on: date) -> int:
    """Some moves of each cohort, if there is none yet. Gives how many; every child in them is invented."""
    if Move.objects.exists():
        return 0
    chance, year, moves = Random(seed), next_september(on), []  # noqa: S311 - invented, not secret
    invented = Child.objects.filter(is_invented=True, cases__standing__ended_on=None)
    for key, movers in cohorts_of(invented, year, on).items():
        cases = Case.objects.filter(child__in=[one.child for one in movers], standing__ended_on=None)
        schools = [*Organisation.objects.filter(name__in=NEXT[key]).order_by("pk"), None]
        for case in cases.order_by("allocations__pk", "pk").distinct()[:EACH]:
            level = chance.choice(list(Level))
            moves.append(plan_move(
                case=case, year=year, cohort=key, level=level, reason=REASONS[level], profile="I like to know what comes next.",
                receiving=chance.choice(schools), edition=0,
                fallback=chance.choice(["", "Stay where they are with a tutor until a place is named."]), on=on, by=None,
            ))  # fmt: skip
    _move_on(moves, on)
    note_undated(name="Wren Invented", named_by="Little Acorns, list of leavers (invented)", on=on, by=None)
    return len(moves)


def _move_on(moves: list[Move], on: date) -> None:
    """Every second move has a task done; the demonstration's school knows of every second child that comes to it."""
    for move in moves[::2]:
        for task in move.tasks.all()[:1]:
            tick(task=task, whose=frozenset(Whose.values), on=on, by=None)
    shown = User.objects.filter(is_demonstration=True, memberships__organisation__isnull=False)
    staff = {
        place: user for user in shown for place in user.memberships.values_list("organisation", flat=True)
    }
    for move in [one for one in moves if one.receiving_id in staff][::2]:
        acknowledge(move=move, on=on, by=staff[move.receiving_id])
