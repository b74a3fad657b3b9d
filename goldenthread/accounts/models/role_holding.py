"""Who holds which role, where and when."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.roles import ROLES, Role, choices
from goldenthread.accounts.scope import ScopedQuerySet

WHOLE_AREA = ""
PROGRAMME = "programme:"


class RoleHoldingQuerySet(ScopedQuerySet):
    """Holdings, asked as at a day."""

    def held_on(self, day: date) -> Self:
        """Those in force on a day; the last day counts."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))


class RoleHolding(models.Model):
    """One person's role for the whole area or for one programme, from a first to a last day."""

    gate_seen_with = Permission.MANAGE_USERS
    gate_parents = {"person": "user"}

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="holdings")
    role = models.CharField(max_length=40, choices=choices)
    scope = models.CharField(
        max_length=120, blank=True, help_text="Empty for the whole area, or programme:its-name."
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = RoleHoldingQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="role_holding_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="role_holding_scope_is_known",
                condition=Q(scope="") | Q(scope__regex=r"^programme:[a-z0-9-]+$"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.scope or 'whole area'})"

    @property
    def definition(self) -> Role | None:
        """The role's line in the table; None for a role that the table no longer has."""
        return ROLES.get(self.role)

    @property
    def title(self) -> str:
        """The role's title."""
        return self.definition.title if self.definition else self.role

    @property
    def programme(self) -> str | None:
        """The programme's slug, or None for the whole area."""
        return self.scope.removeprefix(PROGRAMME) or None
