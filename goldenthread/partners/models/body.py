"""Bodies that decide or watch: a partnership board, a scrutiny panel, a cabinet; and their meetings."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.columns import PartialDateField
from goldenthread.kit.history import Sourced
from goldenthread.partners.choices import BodyKind
from goldenthread.partners.models.organisation import Organisation


class Body(Sourced):
    """A body of people with a part in governing, under its latest name; earlier names are kept with their dates."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=30, choices=BodyKind.choices, default=BodyKind.OTHER)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="bodies"
    )
    role = models.TextField(blank=True, help_text="What it does for the programme, as the source says it.")
    frequency = models.CharField(
        max_length=200, blank=True, help_text="How often it meets, as the source says it."
    )
    reports_to = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="hears_from")
    began_on = PartialDateField(null=True, blank=True)
    ended_on = PartialDateField(null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "bodies"
        constraints = [
            models.CheckConstraint(
                name="body_ends_after_it_begins",
                condition=Q(began_on=None)
                | Q(ended_on=None)
                | Q(ended_on__endswith__gt=F("began_on__startswith")),
            )
        ]

    def __str__(self) -> str:
        return self.name


class BodyName(Sourced):
    """A name that a body went by before its present one."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="earlier_names")
    name = models.CharField(max_length=200)
    from_on = PartialDateField(null=True, blank=True)
    until_on = PartialDateField(
        null=True, blank=True, help_text="The last time it is known to have been used."
    )

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="body_name_is_told_once", fields=["body", "name"])]

    def __str__(self) -> str:
        return self.name


class Meeting(Sourced):
    """One meeting of a body."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    held_on = PartialDateField()
    title = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["held_on", "pk"]
        constraints = [
            models.UniqueConstraint(name="meeting_is_told_once", fields=["body", "held_on", "title"])
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.held_on}"
