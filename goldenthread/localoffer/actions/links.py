"""Trying every link of the guide and the directory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.urls import Resolver404, resolve

from goldenthread.audit import log
from goldenthread.kit.outside import NotOutside, status_of
from goldenthread.localoffer.models import BrokenLink, FormerAddress, GuidePage, Service
from goldenthread.localoffer.queries.links import Place, links

GONE = {404, 410}
NOBODYS = ("example.org", "example.com", "example.net")
"""Hosts that stand for no site (RFC 2606); invented entries have them."""
Ask = Callable[[str], int]


def check_links(*, today: date, ask: Ask = status_of, by: Any = None) -> int:
    """Try every address once, list those that lead nowhere with where they stand, and say how many places that is.

    An address that asks for a sign-in, or says that it is asked too often, is there.
    """
    found = links(today)
    troubles = {address: trouble_with(address, ask) for address in found}
    broken = {
        (address, place): says for address, says in troubles.items() if says for place in found[address]
    }
    _keep(broken, today)
    with transaction.atomic():
        detail = {"tried": len(found), "broken": len(broken)}
        log.record("localoffer.links.checked", subject="localoffer", by=by, detail=detail)
    return len(broken)


def trouble_with(address: str, ask: Ask) -> str:
    """What is wrong with an address, as the end of a sentence that begins with it; nothing when it leads somewhere."""
    if address.startswith("/"):
        return "" if _is_here(address) else "is no page of this site"
    host = (urlsplit(address).hostname or "").lower()
    if host.endswith(NOBODYS):
        return ""
    try:
        code = ask(address)
    except NotOutside as trouble:
        return f"cannot be followed: {trouble}"[:200]
    except OSError:
        return "did not answer"
    if code in GONE:
        return "says that there is no such page"
    return f"has a fault of its own ({code})" if code >= 500 else ""


def _is_here(address: str) -> bool:
    path = urlsplit(address).path
    try:
        match = resolve(path)
    except Resolver404:
        return False
    if match.view_name == "localoffer:page":
        slug = match.kwargs["page"]
        rows = GuidePage.objects.open_to_public().filter(slug=slug)
        return rows.exists() or FormerAddress.objects.filter(slug=slug).exists()
    if match.view_name == "localoffer:service":
        key = match.kwargs["service"]
        return (
            Service.objects.open_to_public().filter(public_id=key).exists()
            or Service.gate_moved(key) is not None
        )
    return True


@transaction.atomic
def _keep(broken: dict[tuple[str, Place], str], today: date) -> None:
    """The list as it is now. What was on it already keeps the day on which it was first found."""
    since = {(one.address, Place(one.page_id, one.service_id)): one.since for one in BrokenLink.objects.all()}
    BrokenLink.objects.all().delete()
    BrokenLink.objects.bulk_create(
        BrokenLink(address=address[:500], page_id=place.page, service_id=place.service, says=says,
                   since=since.get((address[:500], place), today), tried_on=today)
        for (address, place), says in broken.items()
    )  # fmt: skip
