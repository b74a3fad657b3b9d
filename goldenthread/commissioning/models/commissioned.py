"""Who may know of what the partners buy together: its readers of all, a provider of what it gives itself."""

from __future__ import annotations

from typing import Any, Self

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.commissioning.models.line import organisations_of


class CommissionedQuerySet(ScopedQuerySet):
    """Rows of joint commissioning: known to those who may read it."""

    def known_to(self, standing: Any) -> Self:
        """All, or none."""
        return self.all() if standing.may(Permission.VIEW_COMMISSIONING) else self.none()


class ProvidedQuerySet(CommissionedQuerySet):
    """Rows of services, of which the provider of each may know too. `provider_path` is the way to it from the row."""

    provider_path = "provider"

    def known_to(self, standing: Any) -> Self:
        """All, for those who read joint commissioning; their own organisation's, for those who send its returns."""
        return self.all() if standing.may(Permission.VIEW_COMMISSIONING) else self.given_by(standing)

    def given_by(self, standing: Any) -> Self:
        """Those of somebody's own organisation, however many more they may read of."""
        if not standing.may(Permission.SEND_RETURNS):
            return self.none()
        mine = organisations_of(standing.user.pk, standing.day)
        return self.filter(**{f"{self.provider_path}__in": mine})


def permitted_of(provider: int, standing: Any) -> set[Permission]:
    """What somebody may do with a service of a provider: only its own people send its returns."""
    found = {
        one for one in (Permission.VIEW_COMMISSIONING, Permission.KEEP_COMMISSIONING) if standing.may(one)
    }
    if standing.may(Permission.SEND_RETURNS) and provider in organisations_of(standing.user.pk, standing.day):
        found.add(Permission.SEND_RETURNS)
    return found
