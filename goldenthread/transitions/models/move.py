"""One child's move in one September, and what is done for it."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.access import cases_known_to, permissions_in
from goldenthread.casework.models import Case
from goldenthread.kit.history import Recorded
from goldenthread.partners.models import Membership, Organisation
from goldenthread.transitions.choices import Level, Term, Whose, cohorts


class MoveQuerySet(ScopedQuerySet):
    """Moves, as far as somebody may know of them."""

    def known_to(self, standing: Any) -> Self:
        """Those of the cases in which somebody has a part, and those to their own setting."""
        cases = Case.objects.filter(cases_known_to(standing)).values("pk")
        return self.filter(Q(case__in=cases) | _to_own_setting(standing)).distinct()

    def to_setting_of(self, standing: Any) -> Self:
        """Those to a setting in which somebody works."""
        return self.filter(_to_own_setting(standing))


def _to_own_setting(standing: Any) -> Q:
    if "setting" not in standing.roles:
        return Q(pk__in=())
    held = Membership.objects.filter(
        user=standing.user, organisation__isnull=False, starts_on__lte=standing.day
    )
    here = held.filter(Q(ends_on=None) | Q(ends_on__gte=standing.day)).values("organisation")
    return Q(receiving__in=here, case__is_restricted=False)


class Move(Recorded):
    """How much a child's move asks for and why, where it leads, and whether that setting knows."""

    gate_field = "public_id"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="moves")
    cohort = models.CharField(max_length=20, choices=cohorts)
    year = models.PositiveSmallIntegerField(help_text="Of the September in which the child moves.")
    level = models.CharField(max_length=10, choices=Level)
    reason = models.TextField()
    profile = models.TextField(blank=True)
    receiving = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="arrivals"
    )
    fallback = models.TextField(blank=True, help_text="What happens if no place is known in time.")
    planned_on = models.DateField()
    edition = models.PositiveIntegerField(default=1)
    acknowledged_on = models.DateField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = MoveQuerySet.as_manager()

    class Meta:
        ordering = ["year", "pk"]
        constraints = [
            models.UniqueConstraint(name="one_move_a_september", fields=["case", "year"]),
            models.CheckConstraint(
                name="acknowledged_by_a_setting",
                condition=Q(acknowledged_on=None, acknowledged_by=None)
                | Q(acknowledged_on__isnull=False, acknowledged_by__isnull=False, receiving__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_cohort_display()}, September {self.year}"

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What the part in the case allows; and for the next setting, to say that it knows."""
        comes_here = type(self).objects.to_setting_of(standing).filter(pk=self.pk).exists()
        own = frozenset({Permission.ACKNOWLEDGE_MOVE} if comes_here else ())
        return permissions_in(self.case, standing) | own


class MoveTask(models.Model):
    """One thing to do for a move. Done is ticked once; the audit has who and when."""

    move = models.ForeignKey(Move, on_delete=models.CASCADE, related_name="tasks")
    term = models.CharField(max_length=10, choices=Term)
    whose = models.CharField(max_length=10, choices=Whose)
    what = models.CharField(max_length=200)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["term", "pk"]
        constraints = [models.UniqueConstraint(name="task_once_in_a_move", fields=["move", "what"])]

    def __str__(self) -> str:
        return self.what
