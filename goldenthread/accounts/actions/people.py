"""Adding people, and suspending them."""

from __future__ import annotations

from datetime import date

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from goldenthread.accounts.errors import AccountsError
from goldenthread.accounts.mail import send_invitation
from goldenthread.accounts.models import User
from goldenthread.audit.log import record


def subject(user: User) -> str:
    """How a person is named in the audit."""
    return f"accounts.user:{user.public_id}"


@transaction.atomic
def add(*, email: str, name: str, by: User) -> User:
    """Add a person and send them a link with which they choose a password.

    The administrator vouches for the address, so single sign-on may use it at once.
    """
    email = email.strip().lower()
    if User.objects.filter(email__iexact=email).exists():
        raise AccountsError(f"Somebody already signs in with {email}. Find them in the list of people.")
    user = User.objects.create_user(email, name.strip())
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    record("accounts.user.added", subject=subject(user), by=by)
    transaction.on_commit(lambda: send_invitation(user))
    return user


@transaction.atomic
def enrol(*, email: str, name: str, password: str, role: str, on: date) -> User:
    """An account for somebody who has shown a code that we gave them: with a password of their own and one role."""
    from goldenthread.accounts.actions.holdings import give

    email = email.strip().lower()
    if User.objects.filter(email__iexact=email).exists():
        raise AccountsError(
            "This address cannot be used for a new account. If it is yours, sign in first, then enter the code."
        )
    user = User.objects.create_user(email, name.strip(), password)
    EmailAddress.objects.create(user=user, email=email, verified=False, primary=True)
    record("accounts.user.enrolled", subject=subject(user), by=user, detail={"role": role})
    give(user=user, role=role, starts_on=on, by=user)
    return user


@transaction.atomic
def suspend(*, user: User, on: date, by: User) -> User:
    """Shut a person out from their next page on, for good: what they have open does not open again when they come back.

    Their work stays in the record under their name.
    """
    if user.pk == by.pk:
        raise AccountsError("You cannot suspend yourself. Ask another administrator.")
    user = User.objects.select_for_update().get(pk=user.pk)
    if not user.is_active:
        raise AccountsError(f"{user} is already suspended.")
    user.is_active, user.suspended_on, user.signed_out = False, on, user.signed_out + 1
    user.save(update_fields=["is_active", "suspended_on", "signed_out"])
    record("accounts.user.suspended", subject=subject(user), by=by, detail={"on": on})
    return user


@transaction.atomic
def reinstate(*, user: User, by: User) -> User:
    """Let a suspended person sign in again, with the roles they still hold."""
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.is_active:
        raise AccountsError(f"{user} is not suspended.")
    user.is_active, user.suspended_on, user.let_in_again_at = True, None, timezone.now()
    user.save(update_fields=["is_active", "suspended_on", "let_in_again_at"])
    record("accounts.user.reinstated", subject=subject(user), by=by)
    return user
