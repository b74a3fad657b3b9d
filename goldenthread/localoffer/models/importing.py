"""Lists of services that somebody brings in, and under which other identifier a list knows a service."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.uploads import HeldFile
from goldenthread.localoffer.models.directory import Service


class ServiceImportQuerySet(ScopedQuerySet):
    """Imports, as far as somebody may know of them."""

    def known_to(self, standing: Any) -> Self:
        """Those who may approve what the public reads see every import."""
        return self.all() if standing.may(Permission.APPROVE_OFFER) else self.none()


class ServiceImport(HeldFile):
    """A list of services: what it is, how much of it is wanted, what looks like an entry that is here, and what was wrong."""

    kind = models.CharField(max_length=20)
    postcode = models.CharField(max_length=10, blank=True)
    within_km = models.FloatField(null=True, blank=True)
    alike = models.JSONField(
        default=list, blank=True, help_text="Records that look like a service that is here."
    )
    decided = models.JSONField(
        default=dict, blank=True, help_text="Record to what it is: new, or the service that it is."
    )
    troubles = models.JSONField(default=list, blank=True)

    objects = ServiceImportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]


class KnownAs(models.Model):
    """That a record of some list is a service that stands here under another identifier."""

    record_id = models.UUIDField(unique=True)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="known_as")

    def __str__(self) -> str:
        return f"{self.record_id} is {self.service}"


class Different(models.Model):
    """That two services which look alike are two: somebody has looked."""

    first = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="pair_is_told_apart_once"),
            models.CheckConstraint(
                name="pair_is_told_apart_in_order", condition=models.Q(first__lt=models.F("second"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} is not {self.second}"
