"""Named counts for a period (two days, both included), as evidence: what went out, whether in time, and how many came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, Sum

from goldenthread.communication.models import PrintRun, Step, Visits
from goldenthread.localoffer.models import Comment, Newsletter, Subscriber


@dataclass(frozen=True)
class Count:
    """One count; with a denominator, so many of so many."""

    key: str
    numerator: int
    denominator: int | None = None


def figures(first: date, last: date) -> list[Count]:
    """Every count of this room for a period."""
    left = PrintRun.objects.filter(left_on__range=(first, last)).aggregate(
        cards=Sum("left", default=0), told=Sum("left", filter=Q(address__isnull=False), default=0)
    )
    due = Step.objects.filter(due_on__range=(first, last))
    visits = Visits.objects.filter(day__range=(first, last)).aggregate(times=Sum("times", default=0))
    said = Comment.objects.filter(sent_on__range=(first, last))
    return [
        Count("cards-left", left["cards"]),
        Count("cards-told-apart", left["told"], left["cards"]),
        Count("visits", visits["times"]),
        Count("steps-in-time", due.filter(done_on__lte=F("due_on")).count(), due.count()),
        Count("newsletters", Newsletter.objects.filter(sent_on__range=(first, last)).count()),
        Count("subscribers", Subscriber.objects.confirmed().filter(confirmed_on__lte=last).count()),
        Count("comments-answered", said.filter(answered_on__lte=last).count(), said.count()),
    ]
