"""What we decide differently from allauth: nobody signs themselves up, and stored secrets are encrypted."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing

HOMES = (
    (Permission.VIEW_CASE, "casework:home"),
    (Permission.FOLLOW_CASE, "case:followed"),
    (Permission.REMOVE_BY_RULE, "keeping:home"),
    (Permission.STAND_DUTY, "keeping:alerts"),
    (Permission.MANAGE_USERS, "accounts_people"),
)
"""Where somebody who does not see the programme lands: the first that they may open."""


class AccountAdapter(DefaultAccountAdapter):
    """People are added by an administrator; each lands on the page that their role is about."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The email address or the password is not right. Check both and try again.",
        "incorrect_password": "This is not your password. Try again.",
        "enter_current_password": "This is not your present password. Try again.",
        "too_many_login_attempts": "Too many tries to sign in. Wait 5 minutes, then try again.",
        "rate_limited": "Too many tries. Wait 5 minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        may = standing(request).may
        if may(Permission.VIEW_PROGRAMME):
            return str(settings.LOGIN_REDIRECT_URL)
        pages = (reverse(page) for permission, page in HOMES if may(permission))
        return next(pages, str(settings.LOGIN_REDIRECT_URL))

    def format_email_subject(self, subject: str) -> str:
        return f"{settings.SERVICE_NAME}: {subject}"


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    """Single sign-on lets in people whom we already know by a verified email address, and nobody else."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False


class SecondStepAdapter(DefaultMFAAdapter):
    """Secrets of second steps lie in the database encrypted, with a key made from SECRET_KEY."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "This code is not right, or it was used already. Wait for the next one and enter that.",
    }

    def encrypt(self, text: str) -> str:
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret. If SECRET_KEY has changed, a secret that nobody knows, so that no code is ever right."""
        try:
            return _keys().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return generate_totp_secret()


def _keys() -> MultiFernet:
    secrets = [str(settings.SECRET_KEY), *map(str, settings.SECRET_KEY_FALLBACKS)]
    digests = [hashlib.sha256(b"second step:" + secret.encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
