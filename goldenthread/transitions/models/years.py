"""Who is taught out of their year, and who has no date of birth yet."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Recorded
from goldenthread.kit.spans import Span, ends_after_it_starts
from goldenthread.people.models import Child


class OutOfYear(Span):
    """A child who is taught above or below the year of their age."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="out_of_year")
    offset = models.SmallIntegerField(help_text="Years above their age; below it, less than 0.")
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            ends_after_it_starts("out_of_year"),
            models.UniqueConstraint(name="one_year_goes_on", fields=["child"], condition=Q(ends_on=None)),
            models.CheckConstraint(
                name="out_of_year_by_a_little",
                condition=Q(offset__gte=-2, offset__lte=2) & ~Q(offset=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offset:+d} from {self.starts_on}"


class UndatedQuerySet(ScopedQuerySet):
    """Names without a date of birth."""

    def known_to(self, standing: Any) -> Self:
        """All, to those who plan moves: no case says whose they are."""
        return self.all() if standing.may(Permission.PLAN_MOVES) else self.none()


class Undated(Recorded):
    """A child whom a list names without a date of birth: in no cohort, and never dropped."""

    name = models.CharField(max_length=300)
    named_by = models.CharField(max_length=200)
    noted_on = models.DateField()
    settled_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=300, blank=True)

    objects = UndatedQuerySet.as_manager()

    class Meta:
        ordering = ["noted_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="settled_says_how",
                condition=Q(settled_on=None, outcome="") | Q(settled_on__isnull=False) & ~Q(outcome=""),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """Whoever plans moves may settle it."""
        return frozenset({Permission.PLAN_MOVES} if standing.may(Permission.PLAN_MOVES) else ())
