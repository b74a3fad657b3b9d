"""The guide and what is on: written, published, with every revision kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.localoffer.actions.showing import show_guide
from goldenthread.localoffer.errors import Conflict, Refused
from goldenthread.localoffer.models import Event, GuidePage, GuideRevision


@transaction.atomic
def publish_page(
    *, slug: str, title: str, summary: str, body: str, route: str = "", order: int = 100, keywords: str = "",
    review_on: date | None = None, is_invented: bool = False, now: datetime, by: Any,
) -> GuidePage:  # fmt: skip
    """A new page, published at once."""
    if GuidePage.objects.filter(slug=slug).exists():
        raise Refused("There is a page with this address already.", "slug")
    page = GuidePage.objects.create(
        slug=slug, route=route, order=order, review_on=review_on, is_invented=is_invented
    )
    page.published = GuideRevision.objects.create(
        page=page,
        number=1,
        title=title,
        summary=summary,
        body=body,
        keywords=keywords,
        written_at=now,
        written_by=by,
    )
    page.save(update_fields=["published"])
    show_guide()
    log.record("localoffer.page.published", subject=log.subject_of(page), by=by, detail={"revision": 1})
    return page


@transaction.atomic
def revise_page(
    *, page: GuidePage, based_on: int, title: str, summary: str, body: str, keywords: str, review_on: date | None,
    now: datetime, by: Any,
) -> GuidePage:  # fmt: skip
    """The page's next revision, published at once; the one before stays. Refuses when somebody else wrote meanwhile."""
    locked = GuidePage.objects.select_for_update(of=("self",)).select_related("published").get(pk=page.pk)
    latest = locked.revisions.first()
    if latest is None or latest.number != based_on:
        raise Conflict(latest)
    locked.published = GuideRevision.objects.create(
        page=locked, number=latest.number + 1, title=title, summary=summary, body=body, keywords=keywords,
        written_at=now, written_by=by,
    )  # fmt: skip
    locked.review_on = review_on
    locked.save(update_fields=["published", "review_on"])
    show_guide()
    log.record(
        "localoffer.page.published",
        subject=log.subject_of(locked),
        by=by,
        detail={"revision": latest.number + 1},
    )
    return locked


@transaction.atomic
def enter_event(*, title: str, starts_at: datetime, fields: dict[str, Any], by: Any) -> Event:
    """Something that happens on a day; entered once."""
    event, is_new = Event.objects.get_or_create(title=title, starts_at=starts_at, defaults=fields)
    if is_new:
        log.record("localoffer.event.entered", subject=log.subject_of(event), by=by)
    return event
