"""A service line whose waits are published: what it does, how it is counted, and what it offers while people wait."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.commissioning.waits.series import SERIES, Series
from goldenthread.kit.history import Recorded
from goldenthread.partners.models import Membership, Organisation


def organisations_of(user: Any, day: Any) -> list[int]:
    """The organisations to which somebody belongs on a day, by themselves or through a team."""
    held = Membership.objects.filter(Q(ends_on=None) | Q(ends_on__gte=day), user=user, starts_on__lte=day)
    pairs = held.values_list("organisation", "team__organisation")
    return [one for pair in pairs for one in pair if one is not None]


def members_of(organisations: Collection[int], day: date) -> list[tuple[int, int]]:
    """Who belongs to some organisations on a day, by themselves or through a team: (organisation, person). One query."""
    held = Membership.objects.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)
    rows = held.filter(Q(organisation__in=organisations) | Q(team__organisation__in=organisations))
    pairs = rows.order_by("pk").values_list("organisation", "team__organisation", "user")
    return [(mine or through, user) for mine, through, user in pairs]


class ServiceLineQuerySet(ScopedQuerySet):
    """Service lines, as far as somebody may know of them."""

    def known_to(self, standing: Any) -> Self:
        """All, for those who commission or read; their own organisation's, for those who send."""
        if standing.may(Permission.VIEW_COMMISSIONING):
            return self.all()
        if standing.may(Permission.READ_WAITS):
            return self.filter(provider__in=organisations_of(standing.user.pk, standing.day))
        return self.none()

    def sendable_by(self, standing: Any) -> Self:
        """Those whose waits somebody may send, however many more they may read of."""
        if standing.may(Permission.KEEP_COMMISSIONING):
            return self.all()
        mine = self.filter(provider__in=organisations_of(standing.user.pk, standing.day))
        return mine if standing.may(Permission.SEND_WAITS) else self.none()

    def open_to_public(self) -> Self:
        """Those that are published."""
        return self.filter(is_public=True)


class ServiceLine(Recorded):
    """A service for which people wait. It is counted in one way for good: counted anew, it is another line."""

    gate_field = "slug"

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=100, unique=True)
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="service_lines")
    series = models.CharField(max_length=20, help_text="The code of how it is counted.")
    does = models.TextField(help_text="What it does, for families.")
    doing = models.TextField(blank=True, help_text="What is being done about the wait.")
    start = models.TextField(blank=True, help_text="How a child comes onto the list.")
    call_whom = models.CharField(max_length=150, help_text="Whom to call when it gets worse.")
    call_number = models.CharField(max_length=30)
    offer = models.TextField(blank=True, help_text="What families can do and have while they wait.")
    offer_link = models.URLField(blank=True)
    offer_checked_on = models.DateField(null=True, blank=True)
    is_public = models.BooleanField(default=True)
    is_invented = models.BooleanField(default=False)

    objects = ServiceLineQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="waiting_well_offer_says_when_it_was_checked",
                condition=Q(offer="") | Q(offer_checked_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def counted(self) -> Series:
        """How it is counted."""
        return SERIES[self.series]

    def permitted_to(self, standing: Any) -> set[Permission]:
        """What somebody may do with it: a service’s own people keep its page and send its waits, and no other’s."""
        waits = {Permission.READ_WAITS, Permission.SEND_WAITS}
        if standing.may(Permission.KEEP_COMMISSIONING):
            return waits | {Permission.KEEP_COMMISSIONING}
        own = self.provider_id in organisations_of(standing.user.pk, standing.day)
        if own and standing.may(Permission.SEND_WAITS):
            return waits
        return {Permission.READ_WAITS} if standing.may(Permission.VIEW_COMMISSIONING) else set()
