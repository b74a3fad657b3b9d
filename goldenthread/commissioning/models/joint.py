"""What the partners buy together: services, both partners' money year by year, who signed, contracts and reviews."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.commissioning.choices import Need, Side
from goldenthread.commissioning.models.commissioned import ProvidedQuerySet, permitted_of
from goldenthread.kit.history import KnownFact, Recorded
from goldenthread.partners.models import Organisation


class DutyCover(Recorded):
    """What answers one line of section 26: who owns it, in which document, and when it is looked at again."""

    key = models.SlugField(max_length=20, unique=True)
    owner = models.CharField(max_length=150, help_text="A role, not a name.")
    document = models.CharField(max_length=200)
    document_link = models.URLField(blank=True)
    reviewed_on = models.DateField()
    next_review_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="duty_is_reviewed_in_order", condition=Q(next_review_on__gt=F("reviewed_on"))
            )
        ]

    def __str__(self) -> str:
        return self.key


class JointService(Recorded):
    """A service that the partners buy together."""

    name = models.CharField(max_length=150, unique=True)
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="joint_services")
    need = models.CharField(max_length=20, choices=Need)
    from_age = models.PositiveSmallIntegerField(default=0)
    to_age = models.PositiveSmallIntegerField(default=25)
    buys = models.TextField(help_text="What is bought.")
    offer_link = models.URLField(blank=True, help_text="Its entry in the Local Offer.")
    is_invented = models.BooleanField(default=False)

    objects = ProvidedQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="joint_service_ages_in_order", condition=Q(to_age__gte=F("from_age"), to_age__lte=25)
            )
        ]

    def __str__(self) -> str:
        return self.name

    def permitted_to(self, standing: Any) -> set[Permission]:
        """What somebody may do with it."""
        return permitted_of(self.provider_id, standing)


class YearMoney(Recorded):
    """Both partners' money for a service in a financial year, in pence. Changed, it is a further edition to be signed anew."""

    service = models.ForeignKey(JointService, on_delete=models.CASCADE, related_name="money")
    year = models.PositiveSmallIntegerField(help_text="The calendar year in which it begins.")
    edition = models.PositiveSmallIntegerField(default=1)
    council_pence = models.BigIntegerField()
    health_pence = models.BigIntegerField()

    class Meta:
        ordering = ["-year", "-edition"]
        constraints = [
            models.UniqueConstraint(
                name="money_has_each_edition_once", fields=["service", "year", "edition"]
            ),
            models.CheckConstraint(
                name="money_is_not_below_nought", condition=Q(council_pence__gte=0, health_pence__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service}, {self.words}"

    @property
    def words(self) -> str:
        """The financial year as people write it."""
        return f"{self.year}-{(self.year + 1) % 100:02}"

    @property
    def total_pence(self) -> int:
        """What both give."""
        return self.council_pence + self.health_pence


class MoneySignature(models.Model):
    """One partner's signature under an edition of a year's money."""

    money = models.ForeignKey(YearMoney, on_delete=models.CASCADE, related_name="signatures")
    side = models.CharField(max_length=10, choices=Side)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(name="each_side_signs_once", fields=["money", "side"])]

    def __str__(self) -> str:
        return f"{self.get_side_display()}, {self.signed_on}"


class Contract(Recorded):
    """A contract for a service, and how long before its end the partners must say what comes next."""

    service = models.ForeignKey(JointService, on_delete=models.CASCADE, related_name="contracts")
    reference = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()
    notice_months = models.PositiveSmallIntegerField(default=6)
    extends_to = models.DateField(null=True, blank=True)
    value_pence = models.BigIntegerField()
    specification = models.CharField(
        max_length=60, blank=True, help_text="The version of what was specified."
    )

    class Meta:
        ordering = ["ends_on"]
        constraints = [
            models.UniqueConstraint(name="contract_reference_once", fields=["service", "reference"]),
            models.CheckConstraint(
                name="contract_days_in_order",
                condition=Q(ends_on__gt=F("starts_on"))
                & (Q(extends_to=None) | Q(extends_to__gt=F("ends_on"))),
            ),
            models.CheckConstraint(name="contract_value_not_below_nought", condition=Q(value_pence__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.service}, {self.reference}"


class ContractReview(KnownFact):
    """A meeting that looked at a service. It counts as joint only if both partners were there."""

    service = models.ForeignKey(JointService, on_delete=models.CASCADE, related_name="reviews")
    held_on = models.DateField()
    for_council = models.CharField(
        max_length=200, blank=True, help_text="Who was there for the council: roles."
    )
    for_health = models.CharField(max_length=200, blank=True, help_text="Who was there for the NHS: roles.")
    for_families = models.CharField(max_length=200, blank=True, help_text="Who was there for families.")
    decided = models.TextField(help_text="What was decided.")

    class Meta:
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.service}, {self.held_on}"

    @property
    def is_joint(self) -> bool:
        """Whether both partners were there."""
        return bool(self.for_council.strip() and self.for_health.strip())


class NeedFigure(KnownFact):
    """A figure of a needs assessment: a count with its base, from a source."""

    need = models.CharField(max_length=20, choices=Need)
    words = models.CharField(max_length=200, help_text="What is counted.")
    number = models.PositiveIntegerField()
    base = models.PositiveIntegerField(null=True, blank=True, help_text="Out of how many.")
    as_at = models.DateField()
    source = models.CharField(max_length=200)
    source_link = models.URLField(blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["need", "-as_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="need_is_no_more_than_its_base", condition=Q(base=None) | Q(number__lte=F("base"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.words}: {self.number}"
