"""A young person of sixteen on the way to adult life, with what belongs to it. Nobody here is real."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.casework.models import Case
from goldenthread.people.models import Adult, Relationship
from goldenthread.transitions.actions.destinations import record_destination
from goldenthread.transitions.actions.early import tell_adult_services
from goldenthread.transitions.actions.employers import keep_employer
from goldenthread.transitions.actions.goals import look_at_goal, set_goal
from goldenthread.transitions.actions.internships import (
    add_hours,
    begin_internship,
    begin_paid_work,
    end_internship,
)
from goldenthread.transitions.actions.profiles import write_profile
from goldenthread.transitions.models import AdultNotice, Destination, Employer, Goal, Internship
from tests.casework import world

BORN = date(2010, 3, 9)
OLDER = date(2009, 3, 9)
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


def employer(name: str = "Kennels Ltd", **changes: Any) -> Employer:
    """An employer that may be contacted."""
    details = {"offer": "Two places from January", "adjustments": "A quiet room", "contact": "Ms Hale, 01902 000000",
               "consented_on": date(2026, 9, 1), "consent": "By e-mail", "edition": 0, "on": DAY, "by": None}  # fmt: skip
    found = Employer.objects.filter(name=name).first()
    return found or keep_employer(employer=None, name=name, **(details | changes))


def interned(case: Case, **changes: Any) -> Internship:
    """An internship of the young person."""
    details = {"employer": employer(), "work": "Walking dogs", "coach": "Lou Park, Steps to Work", "starts_on": date(2026, 1, 5),
               "planned_end_on": date(2026, 7, 10), "on": DAY, "by": None}  # fmt: skip
    return begin_internship(case=case, **(details | changes))


def ended(internship: Internship, **changes: Any) -> Internship:
    """The internship, ended."""
    details = {"ended_on": date(2026, 7, 3), "is_completed": True, "ending": "", "edition": internship.edition, "on": DAY,
               "by": None}  # fmt: skip
    return end_internship(internship=internship, **(details | changes))


def noticed(case: Case, **changes: Any) -> AdultNotice:
    """Adult services are told of the young person."""
    details = {"need": "care", "why": "Kit needs help to wash and dress.", "agreed_by": "Kit, at the review",
               "agreed_on": date(2026, 11, 2), "on": DAY, "by": None}  # fmt: skip
    return tell_adult_services(case=case, **(details | changes))


def grown_up(worker: Any, family: Any) -> dict[str, Any]:
    """One of everything on the way to adult life, for the pages of a worker and of the family."""
    case = young(worker, born_on=OLDER)
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
    one = interned(case)
    add_hours(internship=one, worked_on=date(2026, 2, 2), minutes=95, what="The way to work", on=DAY, by=None)
    one = ended(one)
    begin_paid_work(
        internship=one,
        paid_from=date(2026, 7, 6),
        paid_by="Kennels Ltd",
        edition=one.edition,
        on=DAY,
        by=None,
    )
    told = noticed(case)
    for edition, matters in enumerate(("My dog Biscuit.", "My dog Biscuit, and to know what comes next.")):
        write_profile(case=case, liked="I am funny.", matters=matters, support="Give me time.", voice="own", edition=edition,
                      on=DAY, by=None)  # fmt: skip
    return {
        "notice": told.public_id,
        "employer": one.employer.public_id,
        "internship": one.public_id,
        "grown": case.public_id,
        "goal": goal.public_id,
    }
