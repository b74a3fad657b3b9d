"""The internships of a list, with what is due, and what is counted of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, Sum

from goldenthread.casework.models import Case
from goldenthread.transitions.choices import InWork
from goldenthread.transitions.internships import look_on, weeks_due
from goldenthread.transitions.models import CoachHours, Internship


@dataclass(frozen=True)
class Row:
    """One internship, what is due in it, and the job coach's time in minutes."""

    internship: Internship
    due: list[int]
    minutes: int
    is_overdue: bool

    @property
    def rank(self) -> int:
        """What somebody must do comes first, then what runs, then what is over."""
        if self.due or self.is_overdue:
            return 0
        return 1 if self.internship.ended_on is None else 2


def rows_of(cases: QuerySet[Case], on: date) -> list[Row]:
    """The internships of `cases`, what is due first. Three queries, however many."""
    found = Internship.objects.filter(case__in=cases.values("pk")).select_related("case__child", "employer")
    held = list(found.prefetch_related("checks"))
    given = CoachHours.objects.filter(internship__in=[one.pk for one in held]).order_by().values("internship")
    minutes = dict(given.annotate(total=Sum("minutes")).values_list("internship", "total"))
    rows = [row_of(one, minutes.get(one.pk, 0), on) for one in held]
    return sorted(rows, key=lambda row: (row.rank, row.internship.planned_end_on, row.internship.pk))


def row_of(internship: Internship, minutes: int, on: date) -> Row:
    """One internship with what is due on a day. Past its planned end somebody must say how it ended."""
    checked = {one.weeks for one in internship.checks.all()}
    return Row(internship, weeks_due(internship.paid_from, checked, on), minutes,
               internship.ended_on is None and internship.planned_end_on < on)  # fmt: skip


def sustained(weeks: int, on: date) -> tuple[int, int]:
    """Paid work that lasted so many weeks, of all that began at least so many weeks before a day. What nobody looked at or
    could not find out counts as not lasting."""
    began = Internship.objects.filter(paid_from__isnull=False).prefetch_related("checks")
    old = [one for one in began if one.paid_from and look_on(one.paid_from, weeks) <= on]
    lasted = sum(
        any(
            check.weeks == weeks and check.in_work == InWork.YES and check.checked_on <= on
            for check in one.checks.all()
        )
        for one in old
    )
    return lasted, len(old)
