"""Asking, in time: providers whether their entry is still right, and the Local Offer's own people what waits for them."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.roles import roles_that_hold
from goldenthread.audit import log
from goldenthread.kit.notices import send_email
from goldenthread.localoffer.actions.upkeep import send_link
from goldenthread.localoffer.models import Keeper, Service, record_of
from goldenthread.localoffer.queries.upkeep import SOON_DAYS, what_waits

EVERY_DAYS = 14
"""How long a provider has peace after a reminder."""
out = logging.getLogger(__name__)


def remind_providers(*, on: date, by: Any = None) -> int:
    """Write to the provider of each entry that will soon be hidden, or was hidden lately; say how many were written to.

    Somebody with an account is told to sign in; otherwise a link that needs no password goes to the address to which the
    last one went, or else to the entry's own. Two weeks pass before the same entry's provider is written to again. An
    entry without any address stays with the Local Offer's own people, on whose page it stands.
    """
    near = Q(lapses_on__lte=on + timedelta(days=SOON_DAYS), lapses_on__gte=on - timedelta(days=SOON_DAYS))
    rested = Q(reminded_on=None) | Q(reminded_on__lte=on - timedelta(days=EVERY_DAYS))
    due = Service.objects.open_to_public().filter(near, rested).order_by("lapses_on", "pk")
    return sum(_remind(pk, on, by) for pk in due.values_list("pk", flat=True))


@transaction.atomic
def _remind(pk: int, on: date, by: Any) -> bool:
    """One entry's provider; whether there was an address. Two workers at once write one mail."""
    service = (
        Service.objects.select_for_update(of=("self",)).select_related("approved", "provider").get(pk=pk)
    )
    if service.reminded_on and service.reminded_on > on - timedelta(days=EVERY_DAYS):
        return False
    accounts = list(
        Keeper.objects.filter(provider=service.provider, user__is_active=True).values_list(
            "user__email", flat=True
        )
    )
    to = accounts or [one for one in [_address_of(service)] if one]
    if not to:
        return False
    service.reminded_on = on
    service.save(update_fields=["reminded_on"])
    if accounts:
        transaction.on_commit(lambda: _tell_keepers(accounts, service.lapses_on))
        log.record("localoffer.service.reminded", subject=log.subject_of(service), by=by)
    else:
        send_link(service=service, sent_to=to[0], on=on, by=by)
    return True


def _address_of(service: Service) -> str:
    """Where the last link went, else the entry's own address."""
    last = service.update_links.order_by("-made_on", "-pk").values_list("sent_to", flat=True).first()
    return last or str(record_of(service).get("email") or "")


def _tell_keepers(addresses: list[str], hidden_on: date | None) -> None:
    address = settings.SITE_ADDRESS + reverse("localoffer:mine")
    words = (
        "An entry of your organisation in the Local Offer waits for you to say that it is still right. "
        f"Families stop seeing it on {hidden_on:%-d %B %Y} unless you do.\n\nSign in here: {address}"
    )
    for one in addresses:
        _send(one, "Your entry in the Local Offer", words)


def remind_keepers(*, on: date) -> int:
    """Write to each of the Local Offer's own people what waits: counts alone, and nothing when nothing waits."""
    waits = what_waits(on)
    if not any(count for _, count in waits):
        return 0
    lines = "\n".join(f"- {words}: {count}" for words, count in waits if count)
    words = (
        f"This waits in the Local Offer:\n\n{lines}\n\n{settings.SITE_ADDRESS}{reverse('offer_staff:home')}"
    )
    roles = [role.key for role in roles_that_hold(Permission.KEEP_OFFER)]
    people = User.objects.filter(is_active=True, holdings__in=_held(roles, on)).distinct().order_by("pk")
    return sum(_send(one.email, "What waits in the Local Offer", words) for one in people)


def _held(roles: list[str], on: date) -> Any:
    return RoleHolding.objects.held_on(on).filter(role__in=roles)


def _send(address: str, subject: str, words: str) -> bool:
    """One mail; a mail system that refuses one address does not keep the others waiting."""
    try:
        send_email(address, subject, words)
    except Exception as trouble:  # the mail system's own
        out.warning("a reminder was not sent: %s", type(trouble).__name__)
        return False
    return True
