"""Placements and packages that education, health and social care pay together, and disputes between the partners."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.commissioning.choices import Payer
from goldenthread.commissioning.models.joint import JointService
from goldenthread.commissioning.models.money import BudgetQuerySet
from goldenthread.commissioning.money.split import WHOLE, split
from goldenthread.kit.history import Recorded


class DisputeQuerySet(ScopedQuerySet):
    """Disputes. One about a shared cost is about a child, and so not for everybody who reads of money."""

    def known_to(self, standing: Any) -> Self:
        """All, for those who keep them; those about a joint service, for those who read."""
        if standing.may(Permission.KEEP_COMMISSIONING):
            return self.all()
        return self.filter(cost=None) if standing.may(Permission.VIEW_COMMISSIONING) else self.none()


class SharedCost(Recorded):
    """A placement or package by its reference, paid together. No name stands here: the case has it."""

    class Kind(models.TextChoices):
        """What is paid together."""

        PLACEMENT = "placement", "A placement"
        PACKAGE = "package", "A package of support"

    reference = models.CharField(max_length=30, unique=True, help_text="Its own number, not a name.")
    kind = models.CharField(max_length=20, choices=Kind)
    starts_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    is_invented = models.BooleanField(default=False)

    objects = BudgetQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="shared_cost_days_in_order", condition=Q(ended_on=None) | Q(ended_on__gte=F("starts_on"))
            )
        ]

    def __str__(self) -> str:
        return self.reference


class SharedTerms(Recorded):
    """What a shared cost comes to in a year and who pays which share. Changed, it is a further edition to be agreed anew."""

    cost = models.ForeignKey(SharedCost, on_delete=models.CASCADE, related_name="terms")
    edition = models.PositiveSmallIntegerField(default=1)
    total_pence = models.BigIntegerField(help_text="For a year.")
    education_share = models.PositiveSmallIntegerField(help_text="In hundredths of a per cent.")
    health_share = models.PositiveSmallIntegerField()
    care_share = models.PositiveSmallIntegerField()
    agreed_on = models.DateField(null=True, blank=True, help_text="Empty while it is only proposed.")
    why = models.CharField(max_length=300, help_text="Who agreed or proposed it, where, and why.")

    class Meta:
        ordering = ["-edition"]
        constraints = [
            models.UniqueConstraint(name="terms_have_each_edition_once", fields=["cost", "edition"]),
            models.CheckConstraint(
                name="terms_shares_make_a_whole",
                condition=Q(education_share=WHOLE - F("health_share") - F("care_share")),
            ),
            models.CheckConstraint(name="terms_not_below_nought", condition=Q(total_pence__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.cost}, terms {self.edition}"

    @property
    def shares(self) -> tuple[int, int, int]:
        """What education, health and social care pay, in hundredths of a per cent."""
        return self.education_share, self.health_share, self.care_share

    @property
    def parts(self) -> tuple[int, ...]:
        """What each of them pays in a year, in pence: together the whole, to the penny."""
        return split(self.total_pence, self.shares)


class Dispute(Recorded):
    """Partners who do not agree about a joint service or a shared cost, by when it is to be settled, and how it was."""

    service = models.ForeignKey(
        JointService, null=True, blank=True, on_delete=models.CASCADE, related_name="disputes"
    )
    cost = models.ForeignKey(
        SharedCost, null=True, blank=True, on_delete=models.CASCADE, related_name="disputes"
    )
    raised_on = models.DateField()
    raised_by = models.CharField(max_length=10, choices=Payer)
    about = models.TextField(help_text="What it is about. No names.")
    settle_by = models.DateField(help_text="The day that the partners’ own procedure gives.")
    settled_on = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True)

    objects = DisputeQuerySet.as_manager()

    class Meta:
        ordering = ["settle_by", "pk"]
        constraints = [
            models.CheckConstraint(
                name="dispute_is_about_one_thing",
                condition=Q(service=None, cost__isnull=False) | Q(service__isnull=False, cost=None),
            ),
            models.CheckConstraint(
                name="dispute_is_settled_with_an_outcome",
                condition=Q(settled_on=None, outcome="")
                | (Q(settled_on__gte=F("raised_on")) & ~Q(outcome="")),
            ),
            models.CheckConstraint(name="dispute_days_in_order", condition=Q(settle_by__gte=F("raised_on"))),
        ]

    def __str__(self) -> str:
        return f"{self.cost or self.service}, {self.raised_on}"
