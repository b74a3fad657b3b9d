"""A young person of sixteen on the way to adult life, with what belongs to it. Nobody here is real."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.casework.models import Case
from goldenthread.people.models import Adult, Relationship
from goldenthread.transitions.actions.destinations import record_destination
from goldenthread.transitions.actions.goals import look_at_goal, set_goal
from goldenthread.transitions.models import Destination, Goal
from tests.casework import world

BORN = date(2010, 3, 9)
DAY = world.TODAY


def young(worker: Any = None, name: str = "Kit", born_on: date = BORN, **details: Any) -> Case:
    """A case with a final plan, of somebody who finished year 11 in summer 2026."""
    case = world.make_case(world.make_child(name, born_on=born_on), worker=worker, **details)
    world.bring_to(case, "final-issued")
    case.refresh_from_db()
    return case


def wants(case: Case, **changes: Any) -> Goal:
    """A goal of the young person."""
    details = {"outcome": "employment", "words": "I want to work with dogs.", "voice": "own",
               "helpers": "Aunt Jo: takes me to the kennels.", "on": DAY, "by": None}  # fmt: skip
    return set_goal(case=case, **(details | changes))


def says(case: Case, **changes: Any) -> Destination:
    """A word about where the young person is."""
    details = {"where": "college", "place": "Riverside College", "known_on": date(2026, 9, 14), "evidence": "setting",
               "told": "The roll of 14 September", "on": DAY, "by": None}  # fmt: skip
    return record_destination(case=case, **(details | changes))


def grown_up(worker: Any, family: Any) -> dict[str, Any]:
    """One of everything on the way to adult life, for the pages of a worker and of the family."""
    case = young(worker)
    Relationship.objects.create(child=case.child, adult=Adult.objects.get(user=family), tie="parent", starts_on=BORN,
                                may_follow=True, has_parental_responsibility=True)  # fmt: skip
    goal, gone = wants(case), wants(case, outcome="health", words="To swim on Sundays", on=date(2025, 9, 1))
    look_at_goal(
        goal=goal,
        how_far="on-the-way",
        words="I walked two dogs.",
        helpers=goal.helpers,
        edition=1,
        on=DAY,
        by=None,
    )
    look_at_goal(goal=gone, how_far="reached", words="I can swim!", helpers="Dad", edition=1, on=DAY, by=None)
    wants(case, outcome="community", words="See my friends without Mum", on=date(2025, 9, 1))
    says(case)
    says(young(worker, "Noor"), where="neet", place="", known_on=date(2026, 6, 1))
    young(worker, "Ola")
    return {"grown": case.public_id, "goal": goal.public_id}
