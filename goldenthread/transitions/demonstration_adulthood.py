"""The demonstration's way to adult life: what invented young people want, and how it is going."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from django.db import transaction

from goldenthread.casework.invented_words import COLLEGES, SECONDARY
from goldenthread.casework.models import Allocation, Case
from goldenthread.transitions.actions.destinations import record_destination
from goldenthread.transitions.actions.goals import look_at_goal, set_goal
from goldenthread.transitions.choices import Evidence, HowFar, Voice, Where
from goldenthread.transitions.cohorts import ADULTHOOD_FROM, school_year
from goldenthread.transitions.models import Goal
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
    return len(chosen)


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
