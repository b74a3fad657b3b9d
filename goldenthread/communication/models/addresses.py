"""Short addresses to print, and how often each was used on a day. Nothing is kept of whoever used one."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.communication.choices import Channel
from goldenthread.communication.models.messages import Message


class ShortAddress(models.Model):
    """A code to print in one place, which leads to a page of ours: it tells which card, poster or newsletter people came by."""

    gate_field = "code"

    code = models.CharField(max_length=12, unique=True)
    channel = models.CharField(max_length=12, choices=Channel)
    stands_in = models.CharField(max_length=200, help_text="Where it is printed: “Poster in the library”.")
    leads_to = models.CharField(max_length=300, help_text="A page of this site, from its first /.")
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.SET_NULL, related_name="addresses"
    )
    made_on = models.DateField()
    is_invented = models.BooleanField(default=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["-made_on", "-pk"]
        verbose_name_plural = "short addresses"
        constraints = [
            models.CheckConstraint(
                name="short_address_stays_on_this_site",
                condition=Q(leads_to__startswith="/") & ~Q(leads_to__startswith="//"),
            )
        ]

    def __str__(self) -> str:
        return self.stands_in


class Visits(models.Model):
    """How often a short address was used on a day."""

    address = models.ForeignKey(ShortAddress, on_delete=models.CASCADE, related_name="visits")
    day = models.DateField()
    times = models.PositiveIntegerField()

    class Meta:
        ordering = ["day"]
        verbose_name_plural = "visits"
        constraints = [models.UniqueConstraint(name="visits_of_a_day_are_one_row", fields=["address", "day"])]

    def __str__(self) -> str:
        return f"{self.address}, {self.day}"
