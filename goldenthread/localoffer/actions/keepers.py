"""Letting people of a provider keep their organisation's entries with an account of their own."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing_on
from goldenthread.audit import log
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.models import Keeper, Provider


@transaction.atomic
def let_keep(*, provider: Provider, email: str, on: date, by: Any) -> Keeper:
    """Let an account keep a provider's entries from now on. Refuses an address without an account of that role."""
    user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if user is None or not standing_on(user, on).may(Permission.KEEP_OWN_ENTRY):
        raise Refused(
            "No account with the role “Provider of services” has this address. Ask an administrator for one, "
            "or send a link that needs no password.",
            "email",
        )
    given_by = log.person(by)
    keeper, is_new = Keeper.objects.get_or_create(
        provider=provider, user=user, defaults={"given_on": on, "given_by": given_by}
    )
    if is_new:
        log.record("localoffer.keeper.added", subject=log.subject_of(keeper), by=by)
    return keeper


@transaction.atomic
def take_back(*, provider: Provider, keeper: int, by: Any) -> None:
    """From now on this account keeps the provider's entries no more. One that is gone already is no trouble."""
    held = Keeper.objects.select_for_update().filter(pk=keeper, provider=provider).first()
    if held is not None:
        log.record("localoffer.keeper.removed", subject=log.subject_of(held), by=by)
        held.delete()
