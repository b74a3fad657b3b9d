"""Who may know of what the partners buy together."""

from __future__ import annotations

from typing import Any, Self

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet


class CommissionedQuerySet(ScopedQuerySet):
    """Rows of joint commissioning: known to those who may read it."""

    def known_to(self, standing: Any) -> Self:
        """All, or none."""
        return self.all() if standing.may(Permission.VIEW_COMMISSIONING) else self.none()
