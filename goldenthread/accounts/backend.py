"""Who may be signed in at all; asked at sign-in and again for every page."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings


class Backend(AuthenticationBackend):
    """Allauth's, and no more: the suspended stay out, and the demonstration's people do outside a demonstration."""

    def user_can_authenticate(self, user: Any) -> bool:
        """Whether this person may be signed in now."""
        if user.is_demonstration and not settings.DEMONSTRATION:
            return False
        return bool(user.is_active)
