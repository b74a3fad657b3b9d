"""People with a role, and browsers in which they have signed in with both steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.accounts.roles import ROLES
from goldenthread.accounts.sessions import SEEN

SINCE = date(2020, 1, 1)


def role_key(role: str) -> str:
    """A role by its key or its title, in any case: "programme lead", "DfE/NHS adviser", "action-owner"."""
    wanted = role.strip().lower()
    for key, one in ROLES.items():
        if wanted in {key, key.replace("-", " "), one.title.lower()}:
            return key
    raise KeyError(f"no role is called {role}")


def stranger(name: str = "Sam Outside", **fields: Any) -> User:
    """Somebody with an account and no role."""
    number = User.objects.count() + 1
    return User.objects.create_user(f"person-{number}@example.org", name, **fields)


def person(
    role: str, *, programme: str = "", name: str = "", starts_on: date = SINCE, ends_on: date | None = None
) -> User:
    """Somebody who holds a role, for one programme (its slug) or the whole area, since 2020."""
    user = stranger(name or f"{role.capitalize()} {User.objects.count() + 1}")
    scope = f"programme:{programme}" if programme else ""
    RoleHolding.objects.create(
        user=user, role=role_key(role), scope=scope, starts_on=starts_on, ends_on=ends_on
    )
    return user


def sign_in(client: Client, user: Any, *, second_step: bool = True, again: bool = False) -> Client:
    """Sign somebody in; the second step is passed unless the test is about not having passed it.

    With `again` they have just said once more who they are, as changing a second step asks for.
    """
    client.force_login(user)
    session = client.session
    http = HttpRequest()
    http.session = session
    record_authentication(http, user, "password")
    if second_step:
        record_authentication(http, user, "mfa", type="totp")
    if again:
        record_authentication(http, user, "password", reauthenticated=True)
    session[SEEN] = timezone.now().isoformat()  # as a page does, so that no test counts it
    session.save()
    return client
