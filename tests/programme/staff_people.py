"""People with a role, and browsers in which they have signed in with both steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest
from django.test import Client

from goldenthread.accounts.models import RoleHolding, User


def person(role: str, *, programme: str = "", name: str = "") -> User:
    """Somebody who holds a role, for one programme or the whole area, since 2020."""
    number = User.objects.count() + 1
    user = User.objects.create_user(
        f"{role}-{number}@example.org", name or f"{role.replace('-', ' ').title()} {number}"
    )
    scope = f"programme:{programme}" if programme else ""
    RoleHolding.objects.create(user=user, role=role, scope=scope, starts_on=date(2020, 1, 1))
    return user


def sign_in(client: Client, user: Any) -> Client:
    """Sign somebody in, the second step passed."""
    client.force_login(user)
    session = client.session
    http = HttpRequest()
    http.session = session
    record_authentication(http, user, "mfa", type="totp")
    session.save()
    return client
