"""The accounts of a child and of adults who go with the child."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.db.models import F, ProtectedError

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.keeping.queries.reach import Rows
from goldenthread.people.models import Adult, Child

FAMILY = "family"
BLANK = "Removed by rule"


def accounts_of(found: Rows) -> set[Any]:
    """The accounts of these people that are for nothing but following the case: a parent who works here keeps theirs."""
    named = set(Child.objects.filter(pk__in=found.get(Child, set())).values_list("user", flat=True))
    named |= set(Adult.objects.filter(pk__in=found.get(Adult, set())).values_list("user", flat=True))
    others = RoleHolding.objects.filter(user__in=named - {None}).exclude(role=FAMILY)
    return named - {None} - set(others.values_list("user", flat=True))


def let_accounts_go(users: set[Any], on: date) -> dict[str, int]:
    """Delete them; one to which something else still points is emptied of the person instead."""
    for user in User.objects.select_for_update().filter(pk__in=users):
        try:
            with transaction.atomic():
                user.delete()
        except ProtectedError:
            _empty(user, on)
    return {"accounts.User": len(users)} if users else {}


def _empty(user: User, on: date) -> None:
    model: Any
    for model in (EmailAddress, Authenticator, SocialAccount, RoleHolding):
        model._default_manager.filter(user=user).delete()
    user.name, user.email = BLANK, f"{user.public_id}@removed.invalid"
    user.set_unusable_password()
    user.is_active, user.suspended_on, user.signed_out = False, on, F("signed_out") + 1
    user.save()
