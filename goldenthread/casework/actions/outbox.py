"""The way out: notices that something waits behind the sign-in, and letters that were posted."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from goldenthread.audit import log
from goldenthread.casework.models import Letter, LetterState
from goldenthread.kit import notices
from goldenthread.kit.errors import Refused
from goldenthread.people.choices import ContactBy
from goldenthread.people.models import Adult, Child


def defer_notice(letter: Letter) -> None:
    """Let the worker send the notice of a letter when this transaction is through."""
    from goldenthread.casework import tasks

    tasks.send_notice.defer(letter=letter.pk)


def send_notice(letter: Letter, on: date) -> None:
    """Send the notice that a letter waits. What the sender raises is raised on, so that the worker tries again.

    The notice goes first and is noted second: after a crash between the two it goes again, and is never lost.
    """
    path = reverse("case:letter", args=[letter.case.public_id, letter.public_id])
    tell(letter.reader, path, letter.channel)
    with transaction.atomic():
        letter.state, letter.left_on, letter.trouble = LetterState.SENT, on, ""
        letter.save(update_fields=["state", "left_on", "trouble"])
        log.record(
            "casework.letter.noticed", subject=log.subject_of(letter), by=None, detail={"by": letter.channel}
        )


def tell(reader: Adult | Child, path: str, channel: str) -> None:
    """A notice with a link, and with no name of a child and nothing of what waits there."""
    values = {
        "service": settings.SERVICE_NAME,
        "area": settings.AREA_NAME,
        "link": settings.SITE_ADDRESS.rstrip("/") + path,
    }
    if channel == ContactBy.TEXT:
        notices.send_text(reader.telephone, render_to_string("casework/notice_text.txt", values).strip())
    else:
        address = reader.user.email if reader.user else ""
        notices.send_email(address, f"{settings.SERVICE_NAME}: something new for you",
                           render_to_string("casework/notice_email.txt", values))  # fmt: skip


@transaction.atomic
def give_up_notice(*, letter: Letter, trouble: str) -> None:
    """After several tries: the letter must be printed and posted, and its worker is shown so."""
    Letter.objects.filter(pk=letter.pk, state=LetterState.WAITING).update(
        state=LetterState.FAILED, trouble=trouble[:300]
    )
    log.record("casework.letter.failed", subject=log.subject_of(letter), by=None)


@transaction.atomic
def mark_posted(*, letter: Letter, on: date, by: Any) -> Letter:
    """A printed letter was posted. One that waits for its notice is not posted as well."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.state not in (LetterState.TO_PRINT, LetterState.FAILED):
        raise Refused("This letter does not wait to be posted.")
    letter.state, letter.channel, letter.left_on = LetterState.SENT, ContactBy.POST, on
    letter.save(update_fields=["state", "channel", "left_on"])
    log.record("casework.letter.posted", subject=log.subject_of(letter), by=by)
    return letter


@transaction.atomic
def mark_opened(*, letter: Letter, on: date, by: Any) -> None:
    """The reader of a letter has opened it for the first time."""
    changed = Letter.objects.filter(pk=letter.pk, opened_on=None).update(opened_on=on)
    if changed:
        log.record("casework.letter.opened", subject=log.subject_of(letter), by=by)
