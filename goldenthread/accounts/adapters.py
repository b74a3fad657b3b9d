"""What we decide differently from allauth: nobody signs themselves up."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """People are added by an administrator."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    """Single sign-on lets in people whom we already know by a verified e-mail address."""

    def is_open_for_signup(self, request: Any, sociallogin: Any) -> bool:
        return False
