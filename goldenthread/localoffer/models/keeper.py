from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models

from goldenthread.accounts.permissions import Permission
from goldenthread.localoffer.models.directory import Provider, Service, ServiceQuerySet


class Keeper(models.Model):
    """Somebody with an account who keeps the entries of an organisation."""

    provider = models.ForeignKey(Provider, on_delete=models.CASCADE, related_name="keepers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["provider", "user"], name="keeper_of_a_provider_is_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.user} keeps {self.provider}"


class KeptServiceQuerySet(ServiceQuerySet):
    def known_to(self, standing: Any) -> Self:
        """The entries of the organisations that somebody keeps; none when their role has ended."""
        if not standing.may(Permission.KEEP_OWN_ENTRY):
            return self.none()
        return self.filter(is_archived=False, provider__keepers__user=standing.user)


class KeptService(Service):
    """A service as its own provider's people see it."""

    objects = KeptServiceQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        proxy = True

    def permitted_to(self, standing: Any) -> frozenset[Permission]:
        """To keep it, for whoever may know of it."""
        is_own = KeptService.objects.all().known_to(standing).filter(pk=self.pk).exists()
        return frozenset({Permission.KEEP_OWN_ENTRY}) if is_own else frozenset()
