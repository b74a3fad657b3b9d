"""Where people live. An address is nowhere else: no plan, letter or list copies one."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from goldenthread.kit.spans import Span, ends_after_it_starts
from goldenthread.people.choices import Share
from goldenthread.people.models.adult import Adult
from goldenthread.people.models.child import Child


class Household(models.Model):
    """People who live together. Two households of one child are kept apart."""

    label = models.CharField(max_length=100, help_text="For staff only, such as “mother’s home”.")

    def __str__(self) -> str:
        return self.label


class Address(Span):
    """Where a household lives."""

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="addresses")
    lines = models.TextField()
    postcode = models.CharField(max_length=8)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [ends_after_it_starts("address")]

    def __str__(self) -> str:
        return f"{self.lines}, {self.postcode}"


class Residence(Span):
    """Somebody lives in a household: a child or an adult."""

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="residences")
    child = models.ForeignKey(
        Child, null=True, blank=True, on_delete=models.CASCADE, related_name="residences"
    )
    adult = models.ForeignKey(
        Adult, null=True, blank=True, on_delete=models.CASCADE, related_name="residences"
    )
    share = models.CharField(max_length=10, choices=Share, default=Share.MAIN)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            ends_after_it_starts("residence"),
            models.CheckConstraint(
                name="residence_is_of_a_child_or_an_adult",
                condition=Q(child=None, adult__isnull=False) | Q(child__isnull=False, adult=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child or self.adult} in {self.household}"


class Withholding(Span):
    """An address that one adult may never learn, and why."""

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="withholdings")
    adult = models.ForeignKey(Adult, on_delete=models.CASCADE, related_name="withheld_addresses")
    reason = models.TextField()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [ends_after_it_starts("withholding")]

    def __str__(self) -> str:
        return f"{self.household} withheld from {self.adult}"
