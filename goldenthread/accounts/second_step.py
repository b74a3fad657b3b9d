"""Whether a session has passed a second step: a code, a passkey, or a trusted single sign-on."""

from __future__ import annotations

from typing import Any, Literal

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

SecondStep = Literal["staff", "once set up", "later"]
"""From whom a page asks it: from staff; from anybody who has one (to change it needs it); from nobody yet."""

SECOND_STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_passed(http: HttpRequest) -> bool:
    """Whether this session's sign-in had a second step."""
    return any(_counts(one) for one in get_authentication_records(http, http.user))


def _counts(record: dict[str, Any]) -> bool:
    if record.get("method") == "mfa":
        return True
    return settings.OIDC_MFA_TRUSTED and record.get("method") == "socialaccount"


def second_step_page(http: HttpRequest, asked: SecondStep, *, is_staff: bool) -> str | None:
    """Where to send somebody who has not passed: to set a second step up, or to use the one they have."""
    if asked == "later" or (asked == "staff" and not is_staff) or has_passed(http):
        return None
    if is_mfa_enabled(http.user, [Authenticator.Type.TOTP]):
        page = "mfa_reauthenticate"
    elif is_mfa_enabled(http.user, [Authenticator.Type.WEBAUTHN]):
        page = "mfa_reauthenticate_webauthn"
    elif asked == "once set up":
        return None
    else:
        page = "account_second_step"
    return f"{reverse(page)}?{urlencode({'next': http.get_full_path()})}"
