"""Organisations, and who took over from whom."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.columns import PartialDateField
from goldenthread.kit.history import Sourced
from goldenthread.partners.choices import OrganisationKind


class Organisation(Sourced):
    """An organisation, from its first to its last day. One that is replaced stays as it was."""

    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=30, choices=OrganisationKind.choices, default=OrganisationKind.OTHER)
    began_on = PartialDateField(null=True, blank=True)
    ended_on = PartialDateField(null=True, blank=True, help_text="Its last day.")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="organisation_ends_after_it_begins",
                condition=Q(began_on=None)
                | Q(ended_on=None)
                | Q(ended_on__endswith__gt=F("began_on__startswith")),
            )
        ]

    def __str__(self) -> str:
        return self.short_name or self.name


class Succession(Sourced):
    """One organisation takes over from another: from this day the successor acts."""

    predecessor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="handed_over_to")
    successor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="took_over_from")
    on = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(name="succession_is_told_once", fields=["predecessor", "successor"]),
            models.CheckConstraint(name="succession_is_to_another", condition=~Q(predecessor=F("successor"))),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
