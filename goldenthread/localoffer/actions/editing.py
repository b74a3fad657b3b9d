"""The guide and what is on: written, published at once or on a day, moved, with every revision kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.localoffer.actions.showing import show_guide
from goldenthread.localoffer.errors import Conflict, Refused
from goldenthread.localoffer.models import Event, FormerAddress, GuidePage, GuideRevision


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a page says. With `publish_on` it is read from that day on, otherwise at once."""

    title: str
    summary: str
    body: str
    keywords: str = ""
    publish_on: date | None = None


@transaction.atomic
def publish_page(
    *, slug: str, words: Words, route: str = "", order: int = 100, review_on: date | None = None,
    owner: str = "", is_invented: bool = False, now: datetime, by: Any,
) -> GuidePage:  # fmt: skip
    """A new page. Refuses an address that another page has, or had."""
    _check_address(slug, None)
    page = GuidePage.objects.create(
        slug=slug, route=route, order=order, review_on=review_on, owner=owner, is_invented=is_invented
    )
    return _take(page, 1, words, now, by)


@transaction.atomic
def revise_page(
    *, page: GuidePage, based_on: int, words: Words, review_on: date | None, owner: str = "", now: datetime, by: Any
) -> GuidePage:  # fmt: skip
    """The page's next revision; the one before stays. Refuses when somebody else wrote meanwhile."""
    locked = _locked(page)
    latest = locked.revisions.first()
    if latest is None or latest.number != based_on:
        raise Conflict(latest)
    locked.review_on, locked.owner = review_on, owner
    return _take(locked, latest.number + 1, words, now, by)


def _locked(page: GuidePage) -> GuidePage:
    return (
        GuidePage.objects.select_for_update(of=("self",))
        .select_related("published", "coming")
        .get(pk=page.pk)
    )


def _take(page: GuidePage, number: int, words: Words, now: datetime, by: Any) -> GuidePage:
    """A revision as what is read now, or as what is coming. A later revision takes the place of one that was coming."""
    is_coming = words.publish_on is not None and words.publish_on > now.date()
    if words.publish_on and not is_coming:
        raise Refused("Enter a day that is still to come, or leave it empty to publish now.", "publish_on")
    revision = GuideRevision.objects.create(
        page=page, number=number, written_at=now, written_by=by, **asdict(words)
    )
    page.coming = revision if is_coming else None
    page.published = page.published if is_coming else revision
    page.save(update_fields=["published", "coming", "review_on", "owner"])
    show_guide()
    said = "localoffer.page.scheduled" if is_coming else "localoffer.page.published"
    log.record(said, subject=log.subject_of(page), by=by, detail={"revision": number, "on": words.publish_on})
    return page


@transaction.atomic
def bring_forward(*, today: date, by: Any = None) -> int:
    """Publish every revision whose day has come, and say how many. Readers see it on its day even before this is done."""
    due = GuidePage.objects.select_for_update(of=("self",)).filter(coming__publish_on__lte=today)
    count = 0
    for page in due.select_related("coming"):
        page.published, page.coming = page.coming, None
        page.save(update_fields=["published", "coming"])
        detail = {"revision": page.published.number if page.published else 0}
        log.record("localoffer.page.published", subject=log.subject_of(page), by=by, detail=detail)
        count += 1
    if count:
        show_guide()
    return count


@transaction.atomic
def move_page(*, page: GuidePage, slug: str, by: Any) -> GuidePage:
    """Give a page another address; the one that it had leads there."""
    locked = _locked(page)
    if slug == locked.slug:
        return locked
    _check_address(slug, locked)
    FormerAddress.objects.filter(page=locked, slug=slug).delete()
    FormerAddress.objects.create(page=locked, slug=locked.slug)
    before, locked.slug = locked.slug, slug
    locked.save(update_fields=["slug"])
    show_guide()
    log.record(
        "localoffer.page.moved", subject=log.subject_of(locked), by=by, detail={"from": before, "to": slug}
    )
    return locked


def _check_address(slug: str, page: GuidePage | None) -> None:
    taken = GuidePage.objects.filter(slug=slug).exists()
    if taken or FormerAddress.objects.filter(slug=slug).exclude(page=page).exists():
        raise Refused("There is a page with this address already, or there was one. Choose another.", "slug")


@transaction.atomic
def enter_event(*, title: str, starts_at: datetime, fields: dict[str, Any], by: Any) -> Event:
    """Something that happens on a day; entered once."""
    event, is_new = Event.objects.get_or_create(title=title, starts_at=starts_at, defaults=fields)
    if is_new:
        log.record("localoffer.event.entered", subject=log.subject_of(event), by=by)
    return event


@transaction.atomic
def change_event(*, event: Event, fields: dict[str, Any], by: Any) -> Event:
    """An event as it is to be; refuses to make it the same as another of that title and time."""
    held = Event.objects.select_for_update().get(pk=event.pk)
    for name, value in fields.items():
        setattr(held, name, value)
    if Event.objects.filter(title=held.title, starts_at=held.starts_at).exclude(pk=held.pk).exists():
        raise Refused("There is an event of this name at this time already.", "title")
    held.save()
    log.record("localoffer.event.changed", subject=log.subject_of(held), by=by)
    return held
