"""Who may see how the machine is: whoever has the token, or, when there is none, programs of this machine itself."""

from __future__ import annotations

import ipaddress
import secrets

from django.conf import settings
from django.http import HttpRequest

FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-Ip", "Via")
"""A proxy on this machine sends these: whoever asks through it is not this machine."""


def may_see(http: HttpRequest) -> bool:
    """Whether the one who asks is told more than "well" or "not well"."""
    if settings.METRICS_TOKEN:
        kind, _, given = http.headers.get("Authorization", "").partition(" ")
        return kind.lower() == "bearer" and secrets.compare_digest(
            given.strip().encode(), settings.METRICS_TOKEN.encode()
        )
    return not settings.BEHIND_PROXY and _is_local(http)


def _is_local(http: HttpRequest) -> bool:
    if any(http.headers.get(name) for name in FORWARDED):
        return False
    try:
        return ipaddress.ip_address(http.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
