"""Requests as the gate sees them."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import timezone

from goldenthread.accounts.sessions import SEEN


def request_of(
    user: Any = None, path: str = "/here/", *, methods: tuple[str, ...] = ("password", "mfa")
) -> HttpRequest:
    """A request of somebody whose session went through these steps; of nobody without a user."""
    http = RequestFactory().get(path)
    http.session = SessionStore()
    http.user = user or AnonymousUser()
    if user is not None:
        http.session[SEEN] = timezone.now().isoformat()
        for method in methods:
            record_authentication(http, user, method)
    return http
