"""The demonstration's way to adult life: what invented young people want, and how it is going."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from django.db import transaction

from goldenthread.casework.invented_words import COLLEGES, SECONDARY
from goldenthread.casework.models import Allocation, Case
from goldenthread.law.age import age_on
from goldenthread.transitions.actions.destinations import record_destination
from goldenthread.transitions.actions.early import FROM, answer_notice, tell_adult_services
from goldenthread.transitions.actions.employers import keep_employer
from goldenthread.transitions.actions.goals import look_at_goal, set_goal
from goldenthread.transitions.actions.internships import (
    add_hours,
    begin_internship,
    begin_paid_work,
    check_work,
    end_internship,
)
from goldenthread.transitions.choices import AdultNeed, Evidence, HowFar, InWork, NextStep, Voice, Where
from goldenthread.transitions.cohorts import ADULTHOOD_FROM, school_year
from goldenthread.transitions.internships import OLDEST, YOUNGEST
from goldenthread.transitions.models import Goal, Internship
from goldenthread.transitions.queries.destinations import stands_of
from goldenthread.transitions.queries.goals import Row, rows_of

SOME = 50
"""Young people of whom something is held: enough for every state of a list, and not more."""
LOOKED_AT = 0.4
WANTED = {
    "employment": (("I want to work with animals", "The careers lead: finds a kennels that I can visit."),
                   ("To fix bikes", "My uncle: lets me help in his shop on Saturdays.")),
    "independent-living": (("My own front door key", "Mum: lets me walk in first and make tea."),
                           ("Cook my own tea", "The college: cooking on Tuesdays.")),
    "community": (("See my friends without a grown-up", "My travel trainer: practises the bus with me."),
                  ("Sing in a choir", "The community nurse: helps me to ask what I need there.")),
    "health": (("Go to the dentist and not be scared", "The learning disability nurse: comes with me twice."),
               ("Sleep better", "Dad: phone off at nine.")),
}  # fmt: skip
FOUND = (
    (Where.COLLEGE, COLLEGES[0], Evidence.SETTING), (Where.SCHOOL, SECONDARY[0], Evidence.SETTING),
    (Where.COLLEGE, COLLEGES[-1], Evidence.SELF), (Where.NEET, "", Evidence.FAMILY), (Where.WORK, "A shop", Evidence.SELF),
    (Where.NOT_KNOWN, "", Evidence.TRIED), (Where.TRAINING, "A bakery", Evidence.EMPLOYER),
)  # fmt: skip
EMPLOYERS = (
    (
        "Cedar Garden Centre",
        "Two places from January: plants and the till.",
        "A quiet room; pictures for each task.",
        True,
    ),
    ("Harbour Bakery", "One place each term: early mornings.", "Later starts.", False),
    ("Thistle Hotel", "Three places: kitchen, laundry, front desk.", "A buddy on every shift.", True),
)
WORK = ("Plants and watering", "Baking", "Laundry and rooms")
INTERNED = 15
SAID = ("It is going well.", "It is harder than I thought.", "")


@transaction.atomic
def invent_adulthood(*, seed: int, on: date) -> int:
    """What some young people want of adult life, if nothing is held yet. Gives how many of them; every one is invented."""
    if Goal.objects.exists():
        return 0
    chance = Random(seed)  # noqa: S311 - invented, not secret
    rows = rows_of(Case.objects.filter(child__is_invented=True, standing__plan_made_on__lte=on), on)
    given = set(Allocation.objects.filter(ends_on=None).values_list("case", flat=True))
    chosen = sorted(rows, key=lambda row: (row.case.pk not in given, row.case.pk))[:SOME]
    for place, row in enumerate(chosen):
        if place % 5 != 4:  # somebody must have no goal yet
            for outcome in list(WANTED) if place % 3 == 0 else chance.sample(list(WANTED), 2):
                _want(row, outcome, chance, on)
    _follow(on, given, chance)
    _intern(on)
    _tell([row.case for row in chosen], on)
    return len(chosen)


def _tell(cases: list[Case], on: date) -> None:
    """Some stand on the early list of adult services; some of those are answered."""
    old_enough = [case for case in cases if age_on(case.child.born_on, on) >= FROM]
    for place, case in enumerate(old_enough[::4]):
        notice = tell_adult_services(
            case=case, need=list(AdultNeed)[place % len(AdultNeed)], why="Support at home that will go on (invented).",
            agreed_by="The young person, at the review (invented)", agreed_on=on, on=on, by=None,
        )  # fmt: skip
        if place % 3 == 0:
            answer_notice(notice=notice, answer=NextStep.ASSESS, answer_words="We will visit before the summer.",
                          edition=1, on=on, by=None)  # fmt: skip


def _intern(on: date) -> None:
    """Employers, and internships in every state: running, past their end, left, completed, in paid work."""
    employers = [
        keep_employer(employer=None, edition=0, name=f"{name} (invented)", offer=offer, adjustments=adjusts,
                      contact="The manager, at the counter" if agreed else "", consent="Said to the job coach" if agreed else "",
                      consented_on=on if agreed else None, on=on, by=None)
        for name, offer, adjusts, agreed in EMPLOYERS
    ]  # fmt: skip
    grown = [one.case for one in stands_of(Case.objects.filter(child__is_invented=True), on)]
    fit = sorted((case for case in grown if _fits(case, on)), key=lambda case: case.pk)
    for place, case in enumerate(fit[:INTERNED]):
        begun = on - timedelta(days=(120, 400, 400, 480, 620)[place % 5])
        one = begin_internship(case=case, employer=employers[place % len(employers)], work=WORK[place % len(WORK)],
                               coach="Lou Park, Steps to Work (invented)", starts_on=begun,
                               planned_end_on=begun + timedelta(days=330), on=on, by=None)  # fmt: skip
        for week in range(3):
            add_hours(internship=one, worked_on=begun + timedelta(days=7 * week), minutes=90 - 15 * week,
                      what="At work beside them", on=on, by=None)  # fmt: skip
        _end(one, place, on)


def _fits(case: Case, on: date) -> bool:
    """Whether somebody was 16 when the earliest of these internships began, and is under 25."""
    ages = [age_on(case.child.born_on, day) for day in (on - timedelta(days=620), on)]
    return ages[0] >= YOUNGEST and ages[1] <= OLDEST


def _end(one: Internship, place: int, on: date) -> None:
    if place % 5 in (0, 1):
        return  # one runs, and one is past its planned end
    completed = place % 5 != 2
    one = end_internship(
        internship=one, ended_on=one.starts_on + timedelta(days=330 if completed else 100), is_completed=completed,
        ending="" if completed else "The travel was too long.", edition=1, on=on, by=None,
    )  # fmt: skip
    if not completed:
        return
    began = one.starts_on + timedelta(days=340)
    one = begin_paid_work(
        internship=one, paid_from=began, paid_by=str(one.employer), edition=2, on=on, by=None
    )
    if place % 5 == 4:
        check_work(
            internship=one,
            weeks=13,
            in_work=InWork.YES,
            evidence=Evidence.EMPLOYER,
            edition=3,
            on=on,
            by=None,
        )


def _follow(on: date, given: set[int], chance: Random) -> None:
    """Where some of those past year 11 are: most known, some long ago, some asked in vain, some never asked."""
    stands = stands_of(Case.objects.filter(child__is_invented=True), on)
    chosen = sorted(stands, key=lambda one: (one.case.pk not in given, one.case.pk))[:SOME]
    for place, one in enumerate(chosen):
        if place % 6 == 5:
            continue
        where, spot, evidence = FOUND[place % len(FOUND)]
        days = 400 if place % 7 == 0 else 70
        known_on = max(on - timedelta(days=chance.randrange(5, days)), one.since)
        told = "Letter and two calls" if evidence == Evidence.TRIED else "Told by telephone (invented)"
        record_destination(case=one.case, where=where, place=spot, known_on=min(known_on, on), evidence=evidence, told=told,
                           on=on, by=None)  # fmt: skip


def _want(row: Row, outcome: str, chance: Random, on: date) -> None:
    words, helpers = chance.choice(WANTED[outcome])
    began = on - timedelta(days=chance.randrange(30, 500))
    if row.year <= ADULTHOOD_FROM + 1:
        began = max(began, date(school_year(on), 9, 1))
    goal = set_goal(case=row.case, outcome=outcome, words=words, voice=chance.choice(list(Voice)), helpers=helpers,
                    on=began, by=None)  # fmt: skip
    if chance.random() < LOOKED_AT:
        how_far = chance.choice([HowFar.ON_THE_WAY, HowFar.NOT_BEGUN, HowFar.REACHED])
        look_at_goal(
            goal=goal, how_far=how_far, words=chance.choice(SAID), helpers=helpers, edition=1, on=on, by=None
        )
