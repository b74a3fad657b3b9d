"""The first administrator, from the server's own command line: everybody else is added on a page by somebody."""

from __future__ import annotations

from datetime import date

from allauth.account.models import EmailAddress
from django.db import transaction

from goldenthread.accounts.actions.holdings import give
from goldenthread.accounts.actions.people import subject
from goldenthread.accounts.errors import AccountsError
from goldenthread.accounts.models import RoleHolding, User
from goldenthread.audit.log import record

ROLE = "administrator"


@transaction.atomic
def begin(*, email: str, name: str, on: date) -> User:
    """An administrator where nobody is one on that day, new or from among those who sign in. No mail is sent.

    Raises AccountsError while somebody administers: then they add people, and the audit says who did.
    """
    holders = RoleHolding.objects.held_on(on).filter(role=ROLE, user__is_active=True)
    if holders.exists():
        raise AccountsError("Somebody is an administrator already. They add people on the page People.")
    email = email.strip().lower()
    user = User.objects.select_for_update().filter(email__iexact=email).first()
    if user is None:
        user = User.objects.create_user(email, name.strip())
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        record("accounts.user.added", subject=subject(user), by=None)
    elif not user.is_active:
        raise AccountsError(f"{email} is suspended. Name somebody else.")
    give(user=user, role=ROLE, starts_on=on, by=None)
    return user
