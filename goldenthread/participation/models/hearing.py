"""Whom we should hear, as far as somebody has counted them, and what we will do to hear those whom we do not."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.participation.choices import About


class People(models.Model):
    """How many people there are of each group, with who counted them. Counted again, the earlier count stays."""

    about = models.CharField(max_length=8, choices=About)
    who = models.CharField(max_length=200, help_text="Whom the count holds, in words.")
    groups = models.JSONField(
        help_text="Pairs of a group, in the words of the survey’s answer, and a number."
    )
    as_at = models.DateField()
    source = models.CharField(max_length=300)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-as_at", "-pk"]
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(name="count_of_people_has_a_source", condition=~Q(source="") & ~Q(who=""))
        ]

    def __str__(self) -> str:
        return f"{self.who}, {self.as_at}"


class Outreach(models.Model):
    """What we will do to hear a group from which we hear too little, by when, and what came of it."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    about = models.CharField(max_length=8, choices=About)
    group = models.CharField(max_length=120)
    will_do = models.TextField(max_length=1000)
    who = models.CharField(max_length=200, help_text="A team or a role.")
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    came_of_it = models.TextField(max_length=1000, blank=True)
    is_invented = models.BooleanField(default=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name_plural = "outreach"
        constraints = [
            models.CheckConstraint(
                name="reaching_out_that_is_done_says_what_came_of_it",
                condition=Q(done_on=None, came_of_it="") | (Q(done_on__isnull=False) & ~Q(came_of_it="")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.will_do[:60]}"
