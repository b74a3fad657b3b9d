"""The newsletter: asked for twice, so that nobody is signed up by another; sent to each by itself; left with one button."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from goldenthread.audit import log
from goldenthread.kit.notices import send_email
from goldenthread.localoffer.errors import Conflict, Refused
from goldenthread.localoffer.guide_text import LINK
from goldenthread.localoffer.models import Newsletter, Subscriber
from goldenthread.localoffer.models.newsletter import CONFIRM_DAYS

TITLE = "Local Offer news"
ASK = (
    "Somebody, we hope you, asked for news of the Local Offer at this address. To get it, open this page and press the "
    f"button within {CONFIRM_DAYS} days:\n\n{{address}}\n\nIf it was not you, do nothing: we then forget the address."
)
out = logging.getLogger(__name__)


@transaction.atomic
def ask_for_news(*, email: str, on: date, by: Any) -> None:
    """Have a mail sent that asks the address whether it wants the newsletter: one a day, and none to who gets it already."""
    forget_unconfirmed(on=on)
    found, is_new = Subscriber.objects.get_or_create(email=email.strip().lower(), defaults={"asked_on": on})
    if found.confirmed_on or (not is_new and found.asked_on == on):
        return
    found.asked_on = on
    found.save(update_fields=["asked_on"])
    address = settings.SITE_ADDRESS + reverse("localoffer:confirm_news", args=[found.key])
    transaction.on_commit(
        lambda: send_email(found.email, f"{TITLE}: one more step", ASK.format(address=address))
    )
    log.record("localoffer.newsletter.asked_for", subject=log.subject_of(found), by=by)


@transaction.atomic
def confirm(*, key: str, on: date, by: Any) -> Subscriber:
    """From now on newsletters come; those that were sent before do not. Refuses a key that is unknown or too old."""
    forget_unconfirmed(on=on)
    found = Subscriber.objects.select_for_update().filter(key=key[:64]).first()
    if found is None:
        raise Refused(f"This link is not good any more: it lasts {CONFIRM_DAYS} days. Sign up again.")
    if found.confirmed_on is None:
        found.confirmed_on, found.sent_up_to = on, _latest()
        found.save(update_fields=["confirmed_on", "sent_up_to"])
        log.record("localoffer.newsletter.confirmed", subject=log.subject_of(found), by=by)
    return found


@transaction.atomic
def leave(*, key: str, by: Any) -> None:
    """The address is forgotten. One that is gone already is no trouble."""
    found = Subscriber.objects.select_for_update().filter(key=key[:64]).first()
    if found is not None:
        log.record("localoffer.newsletter.left", subject=log.subject_of(found), by=by)
        found.delete()


@transaction.atomic
def forget_unconfirmed(*, on: date, by: Any = None) -> int:
    """Delete every address that nobody confirmed in time, and say how many."""
    count, _ = Subscriber.objects.given_up_on(on).delete()
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
    held.written_by = by if getattr(by, "is_authenticated", False) else None
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
    """Send each subscriber what they have not had yet, one mail each; say how many mails went.

    A worker that is killed is followed by one that goes on: at most one person gets one newsletter twice. An address
    that cannot be written to is passed over and tried again the next night.
    """
    count, latest = 0, _latest()
    for pk in Subscriber.objects.confirmed().filter(sent_up_to__lt=latest).values_list("pk", flat=True):
        try:
            while _send_next(pk):
                count += 1
        except Exception as trouble:  # the mail system's own; the others are still to be served
            out.warning("subscriber %s was not reached: %s", pk, type(trouble).__name__)
    return count


@transaction.atomic
def _send_next(pk: int) -> bool:
    """The first newsletter that one subscriber has not had yet; whether there was one."""
    to = Subscriber.objects.select_for_update().confirmed().filter(pk=pk).first()
    newsletter = (
        Newsletter.objects.filter(number__gt=to.sent_up_to).order_by("number").first() if to else None
    )
    if to is None or newsletter is None or newsletter.number is None:
        return False
    to.sent_up_to = newsletter.number
    to.save(update_fields=["sent_up_to"])
    leave = settings.SITE_ADDRESS + reverse("localoffer:leave_news", args=[to.key])
    send_email(to.email, f"{TITLE}: {newsletter.title}", _as_mail(newsletter, leave), leave=leave)
    return True


def _as_mail(newsletter: Newsletter, leave: str) -> str:
    """The newsletter as plain text: each address behind its words, and the way out at the end."""
    site = settings.SITE_ADDRESS
    words = LINK.sub(
        lambda m: f"{m[1]} ({site if m[2].startswith('/') else ''}{m[2].removeprefix('tel:')})",
        newsletter.body,
    )
    here = site + reverse("localoffer:newsletter", args=[newsletter.public_id])
    words = words.replace("\r\n", "\n").replace("## ", "")
    return f"{newsletter.title}\n\n{words}\n\nRead it on our site: {here}\n\nNo more news: {leave}"
