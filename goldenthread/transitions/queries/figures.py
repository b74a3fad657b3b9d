"""Named counts for evidence: numerator, denominator and the rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from goldenthread.transitions.models import Move
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
