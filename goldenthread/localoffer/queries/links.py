"""Every link that families can follow from the guide and the directory."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.utils import timezone

from goldenthread.audit.models import Event
from goldenthread.localoffer.guide_text import links_in
from goldenthread.localoffer.models import BrokenLink, GuidePage, Service


class Place(NamedTuple):
    """Where a link stands: the key of a page or of a service."""

    page: int | None
    service: int | None


def links(day: date) -> dict[str, list[Place]]:
    """Each address with the places in which it stands, each once."""
    found: dict[str, dict[Place, None]] = {}
    for page in GuidePage.objects.published_now():
        for address in links_in(page.published.body if page.published else ""):
            found.setdefault(address, {})[Place(page.pk, None)] = None
    rows = Service.objects.shown_on(day).values_list("pk", "approved__record__url")
    for key, address in rows.iterator():
        if address:
            found.setdefault(str(address), {})[Place(None, key)] = None
    return {address: list(places) for address, places in found.items()}


def broken_links() -> Any:
    """Those that led nowhere when they were last tried, the oldest first."""
    return BrokenLink.objects.select_related("page__published", "page__coming", "service")


def links_tried_on() -> date | None:
    """When they were last tried; nothing while they never were."""
    last = Event.objects.filter(action="localoffer.links.checked").order_by("-sequence").first()
    return timezone.localdate(last.at) if last else None
