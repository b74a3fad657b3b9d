"""Short addresses: made once, counted by the day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection, transaction
from django.urls import Resolver404, resolve

from goldenthread.audit import log
from goldenthread.communication.codes import new_code
from goldenthread.communication.errors import Refused
from goldenthread.communication.models import Message, ShortAddress

_COUNT = """
INSERT INTO communication_visits (address_id, day, times) VALUES (%s, %s, 1)
ON CONFLICT (address_id, day) DO UPDATE SET times = communication_visits.times + 1
"""


@transaction.atomic
def make_address(
    *, channel: str, stands_in: str, leads_to: str, message: Message | None = None, on: date, by: Any
) -> ShortAddress:
    """A code to print, for one place. Refuses an address that is not a page of this site."""
    _check(leads_to)
    code = new_code()
    while ShortAddress.objects.filter(code=code).exists():
        code = new_code()
    held = ShortAddress.objects.create(
        code=code,
        channel=channel,
        stands_in=stands_in.strip(),
        leads_to=leads_to,
        message=message,
        made_on=on,
    )
    log.record("communication.address.made", subject=log.subject_of(held), by=by)
    return held


def _check(leads_to: str) -> None:
    path = leads_to.split("?")[0].split("#")[0]
    try:
        if not path.startswith("/") or path.startswith(("//", "/go/")) or "\\" in path:
            raise Resolver404
        resolve(path)
    except Resolver404:
        raise Refused(
            "No page of this site has this address. Copy it from its first / on, like /local-offer/.",
            "leads_to",
        ) from None


def count_visit(address: ShortAddress, day: date) -> None:
    """One more visit of this day. Nothing of the visitor is kept, and no event with its time either."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [address.pk, day])
