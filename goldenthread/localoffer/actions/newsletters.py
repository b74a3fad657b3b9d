"""The newsletter: asked for twice, so that nobody is signed up by another; sent to each by itself; left with one button."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from goldenthread.audit import log
from goldenthread.kit.mailing import Mail, MailingList
from goldenthread.localoffer.errors import Conflict, Refused
from goldenthread.localoffer.guide_text import LINK
from goldenthread.localoffer.models import Newsletter, Subscriber

LIST = MailingList(
    Subscriber, title="Local Offer news", what="news of the Local Offer",
    confirm_page="localoffer:confirm_news", leave_page="localoffer:leave_news",
)  # fmt: skip


@transaction.atomic
def ask_for_news(*, email: str, on: date, by: Any) -> None:
    """Have the worker ask the address whether it wants the newsletter: one mail a day, and none to who gets it already."""
    from goldenthread.localoffer import tasks

    forget_unconfirmed(on=on)
    found = LIST.ask(email, on)
    if found.is_to_be_asked:
        log.record("localoffer.newsletter.asked_for", subject=log.subject_of(found), by=by)
        tasks.ask_for_news.defer()


@transaction.atomic
def confirm(*, key: str, on: date, by: Any) -> Subscriber:
    """From now on newsletters come; those that were sent before do not. Refuses a key that is unknown or too old."""
    forget_unconfirmed(on=on)
    found: Subscriber = LIST.held(key)
    if LIST.confirm(found, latest=_latest(), on=on):
        log.record("localoffer.newsletter.confirmed", subject=log.subject_of(found), by=by)
    return found


@transaction.atomic
def leave(*, key: str, by: Any) -> None:
    """The address is forgotten. One that is gone already is no trouble."""
    found = LIST.found(key)
    if found is not None:
        log.record("localoffer.newsletter.left", subject=log.subject_of(found), by=by)
        found.delete()


@transaction.atomic
def forget_unconfirmed(*, on: date, by: Any = None) -> int:
    """Delete every address that nobody confirmed in time, and say how many."""
    count = LIST.forget(on)
    if count:
        log.record(
            "localoffer.newsletter.forgotten", subject="localoffer", by=by, detail={"addresses": count}
        )
    return count


@transaction.atomic
def write_newsletter(
    *, newsletter: Newsletter | None = None, based_on: int = 0, title: str, body: str, by: Any
) -> Newsletter:
    """A draft, new or changed. Refuses to change what was sent, and what somebody else wrote meanwhile."""
    held = Newsletter(version=0) if newsletter is None else _draft(newsletter, based_on)
    held.title, held.body, held.version = title.strip(), body, held.version + 1
    held.written_by = log.person(by)
    held.save()
    log.record("localoffer.newsletter.written", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def send_newsletter(*, newsletter: Newsletter, based_on: int, on: date, by: Any) -> Newsletter:
    """Put the newsletter, as it was looked at, into the archive and have the worker send it. It cannot be called back."""
    from goldenthread.localoffer import tasks

    held = _draft(newsletter, based_on)
    held.number, held.sent_on = _latest() + 1, on
    held.save(update_fields=["number", "sent_on"])
    log.record(
        "localoffer.newsletter.sent", subject=log.subject_of(held), by=by, detail={"number": held.number}
    )
    tasks.send_news.defer()
    return held


def _draft(newsletter: Newsletter, based_on: int) -> Newsletter:
    """The draft under lock; all of them, so that no two get the same number."""
    list(Newsletter.objects.select_for_update().order_by("pk").values_list("pk"))
    held = Newsletter.objects.get(pk=newsletter.pk)
    if held.number is not None:
        raise Refused("It has been sent, so it cannot be changed. Write another one.")
    if held.version != based_on:
        raise Conflict(held)
    return held


def _latest() -> int:
    return int(Newsletter.objects.aggregate(last=Max("number"))["last"] or 0)


def send_what_is_due() -> int:
    """Send each subscriber what they have not had yet, one mail each; say how many mails went."""
    return LIST.send_all(_latest(), _next_for)


def _next_for(to: Subscriber) -> Mail | None:
    """The first newsletter that one subscriber has not had yet."""
    newsletter = Newsletter.objects.filter(number__gt=to.sent_up_to).order_by("number").first()
    if newsletter is None or newsletter.number is None:
        return None
    return Mail(newsletter.number, newsletter.title, _as_mail(newsletter))


def _as_mail(newsletter: Newsletter) -> str:
    """The newsletter as plain text: each address behind its words."""
    site = settings.SITE_ADDRESS
    words = LINK.sub(
        lambda m: f"{m[1]} ({site if m[2].startswith('/') else ''}{m[2].removeprefix('tel:')})",
        newsletter.body,
    )
    here = site + reverse("localoffer:newsletter", args=[newsletter.public_id])
    words = words.replace("\r\n", "\n").replace("## ", "")
    return f"{newsletter.title}\n\n{words}\n\nRead it on our site: {here}"
