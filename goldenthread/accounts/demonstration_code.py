"""The code that a demonstration shows on the page, so that both steps can be tried without a phone."""

from __future__ import annotations

import time
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.core.cache import cache


def code_for(user: Any) -> str:
    """The first code that has not been used; empty unless this is the demonstration and the person is part of it."""
    if not (settings.DEMONSTRATION and getattr(user, "is_demonstration", False)):
        return ""
    authenticator = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if authenticator is None:
        return ""
    secret, counter = decrypt(authenticator.data["secret"]), int(time.time()) // app_settings.TOTP_PERIOD
    codes = [format_hotp_value(hotp_value(secret, counter + step)) for step in (0, 1, -1)]
    totp = TOTP(authenticator)
    return next((code for code in codes if cache.get(totp._get_used_cache_key(code)) is None), codes[0])
