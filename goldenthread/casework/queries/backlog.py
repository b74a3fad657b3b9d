"""The backlog of annual reviews: how many are overdue, how fast they are completed, what it takes to be up to date by a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth

from goldenthread.casework.models import Case, Event, OpenDuty
from goldenthread.casework.process.duties import Duty

LOOKED_BACK = timedelta(weeks=12)
ENDINGS = ("review-maintained", "amendment-proposed", "plan-kept", "cease-decided", "review-on-record")
"""The events with which a review is completed."""


@dataclass(frozen=True)
class Backlog:
    """Overdue reviews on a day, those that fall due month by month, and the pace of the last 12 weeks."""

    overdue: int
    oldest_due_on: date | None
    months: list[tuple[date, int]]
    done: int  # in the last 12 weeks
    by: date
    due_by_then: int  # that fall due from the day until `by`
    weeks: int  # from the day until `by`

    @property
    def a_week(self) -> float:
        """Reviews completed a week, as in the last 12 weeks."""
        return self.done / (LOOKED_BACK.days / 7)

    @property
    def needed_a_week(self) -> int:
        """Reviews a week, so that none is overdue on the day that was asked for."""
        return (
            ceil((self.overdue + self.due_by_then) / self.weeks)
            if self.weeks
            else self.overdue + self.due_by_then
        )

    @property
    def left_over(self) -> int:
        """How many will be overdue on that day at the pace of the last 12 weeks."""
        return max(0, round(self.overdue + self.due_by_then - self.a_week * self.weeks))


def backlog(cases: QuerySet[Case], on: date, by: date) -> Backlog:
    """The backlog of some cases on a day, and what it takes to clear it by another. Four queries."""
    due = OpenDuty.objects.filter(
        case__in=cases, duty__in=[Duty.REVIEW, Duty.REVIEW_AFTER_REASSESSMENT], due_on__isnull=False
    )
    overdue = due.filter(due_on__lt=on)
    oldest = overdue.order_by("due_on").values_list("due_on", flat=True).first()
    coming = due.filter(due_on__gte=on, due_on__lt=date(on.year + 1, on.month, 1))
    rows = (
        coming.annotate(month=TruncMonth("due_on"))
        .values("month")
        .annotate(many=Count("pk"))
        .order_by("month")
    )
    ended = Event.objects.in_force().filter(case__in=cases, kind__in=ENDINGS, is_struck=False)
    return Backlog(
        overdue=overdue.count(), oldest_due_on=oldest, months=[(row["month"], row["many"]) for row in rows],
        done=ended.filter(occurred_on__gt=on - LOOKED_BACK, occurred_on__lte=on).count(), by=by,
        due_by_then=due.filter(due_on__gte=on, due_on__lte=by).count(), weeks=max(0, (by - on).days // 7),
    )  # fmt: skip
