"""Named counts for evidence: numerator, denominator and the rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from goldenthread.casework.models import Case
from goldenthread.transitions.choices import Adulthood, Where
from goldenthread.transitions.destinations import RULE
from goldenthread.transitions.internships import WEEKS
from goldenthread.transitions.models import Goal, Internship, Move
from goldenthread.transitions.queries import goals
from goldenthread.transitions.queries.destinations import stands_of
from goldenthread.transitions.queries.internships import sustained
from goldenthread.transitions.queries.lists import handover_day


@dataclass(frozen=True)
class Figure:
    """So many of so many, and how it is counted."""

    numerator: int
    denominator: int
    rule: str


def acknowledged_in_time(year: int, on: date) -> Figure:
    """Moves of a September that the next setting acknowledged by 30 June, of all that were planned by then."""
    last = min(handover_day(year), on)
    counted = Move.objects.filter(year=year, planned_on__lte=last).aggregate(
        all=Count("pk"), known=Count("pk", filter=Q(acknowledged_on__lte=last))
    )
    rule = "Planned moves that the next setting acknowledged by 30 June; a plan sent to another setting counts from its own word."
    return Figure(counted["known"], counted["all"], rule)


def planned_moves(year: int) -> Figure:
    """Moves of a September with a next setting named, of all that are planned."""
    counted = Move.objects.filter(year=year).aggregate(
        all=Count("pk"), named=Count("pk", filter=Q(receiving__isnull=False))
    )
    return Figure(counted["named"], counted["all"], "Planned moves with a next setting named.")


def goals_in_all_four(on: date) -> Figure:
    """Young people from year 9 with a plan in force, with a running goal of their own in each of the four outcomes."""
    rows = goals.rows_of(Case.objects.filter(standing__plan_made_on__lte=on), on)
    rule = "Young people in or past year 9 with a plan in force, with a running goal in each of the four outcomes."
    return Figure(sum(row.outcomes == len(Adulthood) for row in rows), len(rows), rule)


def goals_looked_at_in_time(on: date) -> Figure:
    """Running goals of open cases whose yearly look is not late."""
    counted = Goal.objects.filter(ended_on=None, case__standing__ended_on=None, set_on__lte=on).aggregate(
        all=Count("pk"), fresh=Count("pk", filter=Q(look_on__gte=on))
    )
    return Figure(
        counted["fresh"], counted["all"], "Running goals that were set or looked at within the last year."
    )


def after_year_11(on: date) -> dict[str, Figure]:
    """Of young people with a plan past year 11 (16 to 25): not in education, employment or training; not known; either."""
    stands = stands_of(Case.objects.all(), on)
    of = {where: sum(one.where == where for one in stands) for where in (Where.NEET, Where.NOT_KNOWN)}
    rule = f"Young people past year 11 with a plan in force. {RULE}"
    return {
        "neet": Figure(of[Where.NEET], len(stands), rule),
        "not-known": Figure(of[Where.NOT_KNOWN], len(stands), rule),
        "either": Figure(of[Where.NEET] + of[Where.NOT_KNOWN], len(stands), rule),
    }


def internships(since: date, until: date) -> dict[str, Figure]:
    """Supported internships that began in a period, how those that were to end in it ended, and what paid work came of them."""
    ended = Internship.objects.filter(ended_on__range=(since, until)).aggregate(
        all=Count("pk"),
        completed=Count("pk", filter=Q(is_completed=True)),
        paid=Count("pk", filter=Q(paid_from__lte=until)),
    )
    began = Internship.objects.filter(starts_on__range=(since, until)).count()
    lasting = {f"paid-{weeks}": Figure(*sustained(weeks, until), _lasting(weeks)) for weeks in WEEKS}
    return {
        "began": Figure(began, began, "Supported internships whose first day was in the period."),
        "completed": Figure(
            ended["completed"], ended["all"], "Of internships that ended in the period, those completed."
        ),
        "paid": Figure(
            ended["paid"],
            ended["all"],
            "Of internships that ended in the period, those after which paid work began.",
        ),
    } | lasting


def _lasting(weeks: int) -> str:
    return (
        f"Of paid work after a supported internship that began at least {weeks} weeks ago, what had lasted {weeks} weeks when "
        "somebody looked. What nobody looked at or could not find out counts as not lasting."
    )
