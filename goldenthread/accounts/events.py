"""What allauth tells us about sign-ins, written to the audit. The one place that listens to signals: they are not ours."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_changed, password_reset, password_set, user_logged_in
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.dispatch import receiver

from goldenthread.accounts.second_step import SECOND_STEPS
from goldenthread.audit.log import record_read


def _note(action: str, user: Any, **detail: Any) -> None:
    record_read(action, subject=f"accounts.user:{user.public_id}", by=user, detail=detail)


@receiver(user_logged_in)
def signed_in(request: Any, user: Any, **_: Any) -> None:
    """Somebody signed in."""
    _note("accounts.signed-in", user)


@receiver(password_changed)
@receiver(password_reset)
@receiver(password_set)
def password_is_new(request: Any, user: Any, **_: Any) -> None:
    """Somebody has a new password."""
    _note("accounts.password.changed", user)


@receiver(authenticator_added)
def second_step_added(request: Any, user: Any, authenticator: Any, **_: Any) -> None:
    """A second step was set up; setting it up is proof enough for this session."""
    _note("accounts.second-step.added", user, type=authenticator.type)
    if authenticator.type in SECOND_STEPS:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


@receiver(authenticator_removed)
def second_step_removed(request: Any, user: Any, authenticator: Any, **_: Any) -> None:
    """A second step was removed."""
    _note("accounts.second-step.removed", user, type=authenticator.type)
